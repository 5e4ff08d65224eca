using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>The largest value of one order, a market order taken at the opposite best. In the instrument's currency.</summary>
internal readonly struct OrderNotionalControl(RiskLimitTable limits) : IRiskControl
{
    public static RejectReason Reason => RejectReason.OrderNotionalLimit;

    public static bool CountsMoney => true;

    public bool Breaks(ref readonly RiskRequest request)
    {
        Int128 value = request.Notional;
        return value > request.Position.MaxOrderNotional || value > OfRoute(in request);
    }

    public RiskUse Use(ref readonly RiskRequest request) => new(request.Notional, Limit(in request));

    public long Room(ref readonly RiskRequest request) =>
        request.Price <= 0 ? long.MaxValue : (long)Int128.Min(Limit(in request) / request.Price, long.MaxValue);

    private Int128 Limit(ref readonly RiskRequest request) => Int128.Min(request.Position.MaxOrderNotional, OfRoute(in request));

    private Int128 OfRoute(ref readonly RiskRequest request) => limits.OfRoute(RiskLimitKind.MaxOrderNotional, request.Strategy, request.Venue);
}
