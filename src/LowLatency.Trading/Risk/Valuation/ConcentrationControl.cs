using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Valuation;

/// <summary>The worst case of one position, with every working order of the worse side filled, as a share of the capital of the firm or the account. A scope without capital has none to share: nothing passes but what only reduces its position.</summary>
internal readonly struct ConcentrationControl(RiskLimitTable limits, RiskValuation valuation) : IRiskControl
{
    public static RejectReason Reason => RejectReason.ConcentrationLimit;

    public static bool CountsMoney => true;

    public bool Breaks(ref readonly RiskRequest request)
    {
        if (!limits.IsSet(RiskLimitKind.MaxConcentrationBps) || request.IsReducing)
        {
            return false;
        }

        RiskUse use = Use(in request);
        return use.Value > use.Limit;
    }

    public RiskUse Use(ref readonly RiskRequest request)
    {
        Int128 limit = Int128.Min(LimitOf(0), LimitOf(request.Scopes[1]));
        if (limit == RiskLimitTable.None)
        {
            return new(0, limit);
        }

        long mark = valuation.MarkOf(request.Instrument);
        return new(Int128.Max(PositionValue.Worth(request.Position.Reach(request.Side) + request.Extra, mark), PositionValue.Worth(request.Position.Reach(request.OtherSide), mark)), limit);
    }

    public long Room(ref readonly RiskRequest request)
    {
        RiskUse use = Use(in request);
        long mark = valuation.MarkOf(request.Instrument);
        if (use.Limit == RiskLimitTable.None || mark == 0)
        {
            return long.MaxValue;
        }

        Int128 left = PositionValue.Worth(request.Position.Reach(request.OtherSide), mark) > use.Limit ? 0 : Int128.Max(0, (use.Limit / mark) - request.Position.Reach(request.Side));
        return Math.Max(request.ReducingRoom, (long)Int128.Clamp(request.Quantity - request.Extra + left, long.MinValue, long.MaxValue));
    }

    private Int128 LimitOf(int scope)
    {
        Int128 bps = limits.At(RiskLimitKind.MaxConcentrationBps, scope);
        Int128 capital = limits.At(RiskLimitKind.Capital, scope);
        return bps == RiskLimitTable.None ? bps : capital == RiskLimitTable.None ? 0 : capital / 10_000 * bps;
    }
}
