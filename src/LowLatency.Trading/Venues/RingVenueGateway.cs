using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>The gateway of venues that run on other threads, or in simulated time: one ring of requests per venue, drained by the venue. Reports come back through the engine's <see cref="VenueReportPort"/>s.</summary>
public readonly struct RingVenueGateway : ITwoThreadVenueGateway
{
    private readonly SpscRing<VenueRequest>[] _byVenue;

    /// <summary>Takes the rings in the order of venue numbers, from 1.</summary>
    public RingVenueGateway(IReadOnlyList<SpscRing<VenueRequest>> rings)
    {
        ArgumentNullException.ThrowIfNull(rings);
        _byVenue = [null!, .. rings];
    }

    /// <inheritdoc/>
    public bool IsQuiet => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason NewOrder(ref readonly EngineEvent order) => Send(VenueRequestKind.New, in order);

    /// <summary>The terms in the slot before the order: both or neither.</summary>
    public RejectReason NewOrder(ref readonly EngineEvent order, in OrderTerms terms)
    {
        SpscRing<VenueRequest> ring = _byVenue[order.Venue.Value];
        if (ring.FreeSlots < 2)
        {
            return RejectReason.GatewayRefused;
        }

        ring.Claimed(0).Write(in terms);
        ring.Publish();
        return Send(VenueRequestKind.New, in order);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason Cancel(ref readonly EngineEvent cancel) => Send(VenueRequestKind.Cancel, in cancel);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason Replace(ref readonly EngineEvent replace) => Send(VenueRequestKind.Replace, in replace);

    /// <inheritdoc/>
    public int Available => 0;

    /// <inheritdoc/>
    public ref EngineEvent Seen(int index) => ref Unsafe.NullRef<EngineEvent>();

    /// <inheritdoc/>
    public void Release(int count)
    {
    }

    private RejectReason Send(VenueRequestKind kind, ref readonly EngineEvent e)
    {
        SpscRing<VenueRequest> ring = _byVenue[e.Venue.Value];
        ref VenueRequest request = ref ring.TryClaim();
        if (Unsafe.IsNullRef(ref request))
        {
            return RejectReason.GatewayRefused;
        }

        bool isNew = kind == VenueRequestKind.New;
        request.Handle = OrderHandle.Unpack(e.Handle);
        request.ClOrdId = e.ClOrdId;
        request.VenueOrderId = isNew ? 0 : e.VenueOrderId;
        request.Price = e.Price;
        request.Quantity = e.Quantity;
        request.TimeNs = e.TimeNs;
        request.Instrument = e.Instrument;
        request.Venue = e.Venue;
        request.Kind = kind;
        request.Side = e.Side;
        request.OrderType = isNew ? e.OrderType : OrderType.None;
        request.TimeInForce = isNew ? e.TimeInForce : default;
        request.ExecInst = isNew ? e.ExecInst : ExecInst.None;
        ring.Publish();
        return RejectReason.None;
    }
}
