using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Terms;

/// <summary>Where a trailing stop stands, in whole raw prices. What would leave the range of prices stays at its end.</summary>
internal static class TrailingStops
{
    /// <summary>The stop price at a best watched price.</summary>
    /// <param name="terms">Unit and distance.</param>
    /// <param name="mark">The best price: the lowest for a buy order.</param>
    /// <param name="tick">The listing's tick.</param>
    /// <param name="falls">Whether it waits for a fall, as a sell order does.</param>
    public static long StopPrice(in OrderTerms terms, long mark, long tick, bool falls)
    {
        Int128 distance = terms.OffsetUnit switch
        {
            OffsetUnit.Ticks => (Int128)terms.Offset * tick,
            OffsetUnit.BasisPoints => (Int128)mark * terms.Offset / 10_000,
            _ => terms.Offset,
        };
        return (long)Int128.Clamp(falls ? mark - distance : mark + distance, 0, long.MaxValue);
    }

    /// <summary>The limit price of a released trailing stop limit order: its stop price and the limit offset, rounded to the tick in the order's favour. 0 or less where there is no such price.</summary>
    public static long LimitPrice(in OrderTerms terms, long stopPrice, long tick, Side side)
    {
        Int128 limit = side == Side.Buy ? (Int128)stopPrice + terms.LimitOffset.Raw : (Int128)stopPrice - terms.LimitOffset.Raw;
        Int128 rounded = side == Side.Buy ? MulDiv.Ceiling(limit - tick + 1, 1, tick) * tick : MulDiv.Ceiling(limit, 1, tick) * tick;
        return (long)Int128.Clamp(rounded, 0, long.MaxValue / tick * tick);
    }
}
