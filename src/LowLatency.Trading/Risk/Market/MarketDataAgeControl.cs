using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Market;

/// <summary>How old the last top of book may be, by the engine's time.</summary>
internal readonly struct MarketDataAgeControl(RiskLimitTable limits, MarketReferences references) : IRiskControl
{
    public static RejectReason Reason => RejectReason.StaleMarketData;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request) => AgeNs(in request) > TightestLimit.Of(limits, RiskLimitKind.MaxMarketDataAge, in request);

    public RiskUse Use(ref readonly RiskRequest request) => new(AgeNs(in request), TightestLimit.Of(limits, RiskLimitKind.MaxMarketDataAge, in request));

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    private Int128 AgeNs(ref readonly RiskRequest request) => (Int128)request.TimeNs - references.Of(request.Instrument).TopTimeNs;
}
