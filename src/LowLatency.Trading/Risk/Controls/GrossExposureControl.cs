using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Valuation;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>The value of all positions of a scope, long and short added, with every open order.</summary>
internal readonly struct GrossExposureControl(RiskLimitTable limits, RiskLedger ledger, RiskValuation valuation) : IRiskControl, IScopeSum
{
    private readonly LevelLimits _limits = new(limits, RiskLimitKind.MaxGrossExposure);

    public static RejectReason Reason => RejectReason.GrossPositionLimit;

    public static bool CountsMoney => true;

    public bool Breaks(ref readonly RiskRequest request) => !request.IsReducing && _limits.Breaks(in request, this);

    public RiskUse Use(ref readonly RiskRequest request) => _limits.Use(in request, this);

    public long Room(ref readonly RiskRequest request) => Math.Max(request.ReducingRoom, ValueRoom.Of(_limits.Use(in request, this), in request));

    public Int128 With(ref readonly RiskRequest request, int scope)
    {
        ref ScopeSums sums = ref ledger.At(scope, request.TimeNs);
        return valuation.At(scope, request.TimeNs).Gross + sums.OpenBuy + sums.OpenSell + request.AddedValue;
    }
}
