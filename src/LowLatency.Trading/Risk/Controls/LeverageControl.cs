using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Valuation;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>The gross exposure of a firm or an account as a share of its capital and what it has won and lost. A scope without capital has none to share: nothing passes.</summary>
internal readonly struct LeverageControl(RiskLimitTable limits, RiskLedger ledger, RiskValuation valuation) : IRiskControl
{
    public static RejectReason Reason => RejectReason.LeverageLimit;

    public static bool CountsMoney => true;

    public bool Breaks(ref readonly RiskRequest request)
    {
        if (!limits.IsSet(RiskLimitKind.MaxLeverageBps) || request.IsReducing)
        {
            return false;
        }

        RiskUse use = Use(in request);
        return use.Value > use.Limit;
    }

    public RiskUse Use(ref readonly RiskRequest request)
    {
        RiskUse firm = Use(in request, 0);
        RiskUse account = Use(in request, request.Scopes[1]);
        return firm.Limit == RiskLimitTable.None || (account.Limit != RiskLimitTable.None && account.Limit - account.Value < firm.Limit - firm.Value) ? account : firm;
    }

    public long Room(ref readonly RiskRequest request) => Math.Max(request.ReducingRoom, ValueRoom.Of(Use(in request), in request));

    private RiskUse Use(ref readonly RiskRequest request, int scope)
    {
        Int128 bps = limits.At(RiskLimitKind.MaxLeverageBps, scope);
        if (bps == RiskLimitTable.None)
        {
            return new(0, RiskLimitTable.None);
        }

        Int128 capital = limits.At(RiskLimitKind.Capital, scope);
        ref ScopeValue value = ref valuation.At(scope, request.TimeNs);
        Int128 own = capital == RiskLimitTable.None ? 0 : Int128.Max(0, capital + value.Pnl);
        ref ScopeSums sums = ref ledger.At(scope, request.TimeNs);
        return new(value.Gross + sums.OpenBuy + sums.OpenSell + request.AddedValue, own / 10_000 * bps);
    }
}
