using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Risk.Market;

/// <summary>What an order would execute in the known book.</summary>
internal struct SweepResult
{
    /// <summary>What it would execute, raw 1e-8.</summary>
    public long Quantity;

    /// <summary>At what cost, raw 1e-16.</summary>
    public Int128 Cost;

    /// <summary>What would execute beyond the known book, raw 1e-8.</summary>
    public long Left;

    public void Take(long price, long quantity)
    {
        Quantity += quantity;
        Cost += Notional.Product(price, quantity);
        Left -= quantity;
    }
}
