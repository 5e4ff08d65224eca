using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>After how many fills trading stops until an operator enables it again (RTS 6, article 15(3)).</summary>
internal readonly struct ExecutionThrottleControl(RiskLimitTable limits, RiskLedger ledger) : IRiskControl, IScopeSum
{
    private readonly LevelLimits _limits = new(limits, RiskLimitKind.MaxExecutions);

    public static RejectReason Reason => RejectReason.ExecutionThrottle;

    public bool Breaks(ref readonly RiskRequest request) => _limits.Breaks(in request, this);

    public RiskUse Use(ref readonly RiskRequest request) => _limits.Use(in request, this);

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    public Int128 With(ref readonly RiskRequest request, int scope) => ledger.At(scope, request.TimeNs).FillsSinceEnabled + 1;
}
