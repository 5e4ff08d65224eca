using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Trading.Risk.Breakers;

/// <summary>Nothing is sent while the instrument's spread is wider than the tightest limit, in basis points of the bid, or has only one side. It is looked at with each order, and needs no probes.</summary>
internal readonly struct SpreadBreakerControl(RiskLimitTable limits, ReferencePrices prices) : IRiskControl
{
    public static RejectReason Reason => RejectReason.CircuitBreaker;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request) => limits.IsSet(RiskLimitKind.BreakerMaxSpreadBps) && !request.Waits && Spread(in request) > Limit(in request);

    public RiskUse Use(ref readonly RiskRequest request) => new(Spread(in request), Limit(in request));

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    private Int128 Limit(ref readonly RiskRequest request) => TightestLimit.Of(limits, RiskLimitKind.BreakerMaxSpreadBps, in request);

    /// <summary>Rounded up; the largest number where a side is empty.</summary>
    private unsafe Int128 Spread(ref readonly RiskRequest request)
    {
        long* best = prices.Of(request.Instrument);
        long spread = best[1] - best[0];
        return best[0] == 0 || best[1] == 0 ? long.MaxValue : spread <= 0 ? 0 : ((Int128)spread * 10_000 + best[0] - 1) / best[0];
    }
}
