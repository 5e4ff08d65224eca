using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Valuation;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>The loss from the best moment of the day. Orders that only reduce a position pass.</summary>
internal readonly struct DrawdownControl(RiskLimitTable limits, RiskValuation valuation) : IRiskControl, IScopeSum
{
    private readonly LevelLimits _limits = new(limits, RiskLimitKind.MaxDrawdown);

    public static RejectReason Reason => RejectReason.DrawdownLimit;

    public static bool CountsMoney => true;

    public bool Breaks(ref readonly RiskRequest request) => !request.IsReducing && _limits.Breaks(in request, this);

    public RiskUse Use(ref readonly RiskRequest request) => _limits.Use(in request, this);

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    public Int128 With(ref readonly RiskRequest request, int scope)
    {
        ref ScopeValue value = ref valuation.At(scope, request.TimeNs);
        return value.PnlPeak - value.Pnl;
    }
}
