using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Latency.Orders;

/// <summary>A venue on the engine's thread that takes every order at once, and fills the oldest whole as soon as more than so many rest. With none that rest it fills at once.</summary>
/// <remarks>Cancels and replacements come too late for it. The memory and the ring of reports are its maker's.</remarks>
/// <param name="reports">Its reports; each order needs two slots.</param>
/// <param name="resting">Room for the orders that rest, a power of two above <paramref name="live"/>.</param>
/// <param name="live">Orders that rest.</param>
internal unsafe struct RestingGateway(SpscRing<EngineEvent> reports, NativeBuffer<RestingOrder> resting, int live) : IVenueGateway
{
    private readonly SpscRing<EngineEvent> _reports = reports;
    private readonly RestingOrder* _resting = resting.Start;
    private readonly ulong _mask = (ulong)resting.Length - 1;
    private readonly ulong _live = (ulong)live;
    private ulong _first;
    private ulong _next;

    public readonly int Available => _reports.Available;

    public readonly bool IsQuiet => _reports.ConsumedSequence == _reports.PublishedSequence;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason NewOrder(ref readonly EngineEvent order)
    {
        if (!_reports.HasFree(2))
        {
            return RejectReason.GatewayRefused;
        }

        RestingOrder* last = _resting + (_next & _mask);
        last->Handle = order.Handle;
        last->Price = order.Price;
        last->Quantity = order.Quantity;
        _next++;
        VenueReportPort.Write(ref _reports.Claimed(0), order.Handle, ExecType.New, Liquidity.None, RejectReason.None, false, _next, default, default, order.TimeNs, order.TimeNs);
        int count = 1;
        if (_next - _first > _live)
        {
            RestingOrder* oldest = _resting + (_first & _mask);
            _first++;
            VenueReportPort.Write(
                ref _reports.Claimed(1), oldest->Handle, ExecType.Trade, Liquidity.Removed, RejectReason.None, false, _next, oldest->Price, oldest->Quantity, order.TimeNs, order.TimeNs);
            count = 2;
        }

        _reports.Publish(count);
        return RejectReason.None;
    }

    public readonly RejectReason Cancel(ref readonly EngineEvent cancel) => RejectReason.GatewayRefused;

    public readonly RejectReason Replace(ref readonly EngineEvent replace) => RejectReason.GatewayRefused;

    public RejectReason NewOrder(ref readonly EngineEvent order, in OrderTerms terms) => RejectReason.GatewayRefused;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref EngineEvent Seen(int index) => ref _reports.Seen(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Release(int count) => _reports.Release(count);
}
