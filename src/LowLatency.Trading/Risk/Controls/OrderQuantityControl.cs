using System.Runtime.CompilerServices;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>The largest quantity of one order.</summary>
internal readonly struct OrderQuantityControl(RiskLimitTable limits) : IRiskControl
{
    public static RejectReason Reason => RejectReason.OrderQuantityLimit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Breaks(ref readonly RiskRequest request) => request.Quantity > request.Position.MaxOrderQuantity || request.Quantity > OfRoute(in request);

    public RiskUse Use(ref readonly RiskRequest request) => new(request.Quantity, Room(in request));

    public long Room(ref readonly RiskRequest request) => (long)Int128.Min(request.Position.MaxOrderQuantity, OfRoute(in request));

    private Int128 OfRoute(ref readonly RiskRequest request) => limits.OfRoute(RiskLimitKind.MaxOrderQuantity, request.Strategy, request.Venue);
}
