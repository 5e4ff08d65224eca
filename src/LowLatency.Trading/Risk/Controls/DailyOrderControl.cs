using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>How many new orders may be sent a day.</summary>
internal readonly struct DailyOrderControl(RiskLimitTable limits, RiskLedger ledger) : IRiskControl, IScopeSum
{
    private readonly LevelLimits _limits = new(limits, RiskLimitKind.MaxDailyOrders);

    public static RejectReason Reason => RejectReason.DailyOrderCount;

    public bool Breaks(ref readonly RiskRequest request) => _limits.Breaks(in request, this);

    public RiskUse Use(ref readonly RiskRequest request) => _limits.Use(in request, this);

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    public Int128 With(ref readonly RiskRequest request, int scope) => ledger.At(scope, request.TimeNs).Orders + (request.IsNew ? 1 : 0);
}
