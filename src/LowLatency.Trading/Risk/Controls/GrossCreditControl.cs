using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>The value traded today and open, bought and sold together.</summary>
internal readonly struct GrossCreditControl(RiskLimitTable limits, RiskLedger ledger) : IRiskControl, IScopeSum
{
    private readonly LevelLimits _limits = new(limits, RiskLimitKind.MaxGrossCredit);

    public static RejectReason Reason => RejectReason.CreditLimit;

    public static bool CountsMoney => true;

    public bool Breaks(ref readonly RiskRequest request) => _limits.Breaks(in request, this);

    public RiskUse Use(ref readonly RiskRequest request) => _limits.Use(in request, this);

    public long Room(ref readonly RiskRequest request) => ValueRoom.Of(_limits.Use(in request, this), in request);

    public Int128 With(ref readonly RiskRequest request, int scope)
    {
        ref ScopeSums sums = ref ledger.At(scope, request.TimeNs);
        return sums.Bought + sums.Sold + sums.OpenBuy + sums.OpenSell + request.AddedValue;
    }
}
