using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Market;

/// <summary>No order into a book whose best bid reaches too far into its best ask. A book with an empty side is neither locked nor crossed.</summary>
internal readonly unsafe struct CrossedMarketControl(RiskLimitTable limits, ReferencePrices prices, MarketReferences references) : IRiskControl
{
    public static RejectReason Reason => RejectReason.CrossedMarket;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request)
    {
        long* best = prices.Of(request.Instrument);
        return best[0] != 0 && best[1] != 0 && best[0] - best[1] >= Limit(in request);
    }

    /// <summary>Bid less ask, which must stay below the limit.</summary>
    public RiskUse Use(ref readonly RiskRequest request)
    {
        long* best = prices.Of(request.Instrument);
        return new(best[0] - best[1], Limit(in request));
    }

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    private Int128 Limit(ref readonly RiskRequest request)
    {
        Int128 ticks = TightestLimit.Of(limits, RiskLimitKind.MaxOverlapTicks, in request);
        return ticks == RiskLimitTable.None ? ticks : ticks * references.Of(request.Instrument).TickSize;
    }
}
