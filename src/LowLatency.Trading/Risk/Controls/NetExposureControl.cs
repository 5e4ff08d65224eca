using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Valuation;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>The value of long positions less that of short ones in the direction of the order, with the open orders of its side.</summary>
internal readonly struct NetExposureControl(RiskLimitTable limits, RiskLedger ledger, RiskValuation valuation) : IRiskControl, IScopeSum
{
    private readonly LevelLimits _limits = new(limits, RiskLimitKind.MaxNetExposure);

    public static RejectReason Reason => RejectReason.GrossPositionLimit;

    public static bool CountsMoney => true;

    public bool Breaks(ref readonly RiskRequest request) => !request.IsReducing && _limits.Breaks(in request, this);

    public RiskUse Use(ref readonly RiskRequest request) => _limits.Use(in request, this);

    public long Room(ref readonly RiskRequest request) => Math.Max(request.ReducingRoom, ValueRoom.Of(_limits.Use(in request, this), in request));

    public Int128 With(ref readonly RiskRequest request, int scope)
    {
        ref ScopeSums sums = ref ledger.At(scope, request.TimeNs);
        Int128 net = valuation.At(scope, request.TimeNs).Net;
        return request.Side == Side.Buy ? net + sums.OpenBuy + request.AddedValue : sums.OpenSell - net + request.AddedValue;
    }
}
