using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Risk;

/// <summary>One account in one instrument: limits in force, position, and what is working. Two cache lines; the first is what a new order is checked against. Quantities and prices are raw 1e-8, money raw 1e-16.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal struct PositionRecord
{
    public long MaxOrderQuantity;
    public long MaxPosition;

    /// <summary>Bought less sold.</summary>
    public long Position;

    /// <summary>Reserved by working buy orders.</summary>
    public long WorkingBuy;

    /// <summary>Reserved by working sell orders; beside that of buy orders, for <see cref="Working"/>.</summary>
    public long WorkingSell;

    /// <summary>Lowest price the collar allows.</summary>
    public long CollarLow;

    /// <summary>Highest price the collar allows.</summary>
    public long CollarHigh;

    public int CollarBps;

    /// <summary>Whether no level sets one of the limits that every order needs.</summary>
    public bool MissesLimit;

    public Int128 MaxOrderNotional;

    /// <summary>What the open position cost by average: positive for a long, negative for a short.</summary>
    public Int128 Cost;
    public Int128 RealizedPnl;
    public Int128 Fees;

    /// <summary>Reserved by the working orders of a side: buy, or sell for every other value.</summary>
    [UnscopedRef]
    public ref long Working(Side side) => ref Unsafe.Add(ref WorkingBuy, side == Side.Buy ? 0 : 1);

    /// <summary>What the position would be in the direction of a side, buy or every other value, if all that works on that side were filled; negative where it would still be of the other.</summary>
    public readonly Int128 Reach(Side side) => side == Side.Buy ? (Int128)Position + WorkingBuy : (Int128)WorkingSell - Position;
}
