using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Market;

/// <summary>The tightest limit of all levels a request stands in.</summary>
internal static class TightestLimit
{
    /// <summary>For a kind that has every level; <see cref="RiskLimitTable.None"/> where no level has it.</summary>
    public static Int128 Of(RiskLimitTable limits, RiskLimitKind kind, ref readonly RiskRequest request) => limits.IsSet(kind)
        ? Int128.Min(limits.OfPosition(kind, request.Account, request.Instrument), limits.OfRoute(kind, request.Strategy, request.Venue))
        : RiskLimitTable.None;
}
