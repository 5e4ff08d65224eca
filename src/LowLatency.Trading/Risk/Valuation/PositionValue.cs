using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Risk.Valuation;

/// <summary>What a position counts for in the values of its scopes. Raw 1e-16.</summary>
/// <param name="Gross">Its value, whatever its side.</param>
/// <param name="Net">Its value, negative for a short one.</param>
/// <param name="Pnl">Realised and unrealised, less fees.</param>
internal readonly record struct PositionValue(Int128 Gross, Int128 Net, Int128 Pnl)
{
    /// <summary>Beyond this, 1.3e17 units of currency, a value is not believed and stands for all above: sums of 65,000 of them fit 128 bits.</summary>
    public static readonly Int128 Largest = Int128.One << 110;

    /// <summary>What so much of one direction is worth; nothing where it is negative.</summary>
    public static Int128 Worth(Int128 quantity, long mark) => Int128.Clamp(Notional.Product((long)Int128.Clamp(quantity, 0, long.MaxValue), mark), 0, Largest);

    /// <summary>A position at a price.</summary>
    public static PositionValue Of(ref readonly PositionRecord position, long mark)
    {
        Int128 net = Int128.Clamp(Notional.Product(mark, position.Position), -Largest, Largest);
        return new PositionValue(Int128.Abs(net), net, Int128.Clamp(position.RealizedPnl + net - position.Cost - position.Fees, -Largest, Largest));
    }
}
