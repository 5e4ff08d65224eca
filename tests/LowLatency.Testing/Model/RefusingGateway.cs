using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Testing.Model;

/// <summary>A <see cref="RingVenueGateway"/> that refuses some requests, by a seeded choice, and notes the handle of every new order it was shown.</summary>
/// <param name="inner">Where the other requests go.</param>
/// <param name="handles">The handles of new orders, in order.</param>
/// <param name="random">The choice.</param>
/// <param name="oneIn">One request in so many is refused; 0 refuses none.</param>
public readonly struct RefusingGateway(RingVenueGateway inner, Queue<ulong> handles, Random random, int oneIn) : IVenueGateway
{
    /// <inheritdoc/>
    public bool IsQuiet => inner.IsQuiet;

    private bool Refuses => oneIn > 0 && random.Next(oneIn) == 0;

    /// <inheritdoc/>
    public RejectReason NewOrder(ref readonly EngineEvent order)
    {
        handles.Enqueue(order.Handle);
        return Refuses ? RejectReason.GatewayRefused : inner.NewOrder(in order);
    }

    /// <inheritdoc/>
    public RejectReason NewOrder(ref readonly EngineEvent order, in OrderTerms terms)
    {
        handles.Enqueue(order.Handle);
        return Refuses ? RejectReason.GatewayRefused : inner.NewOrder(in order, in terms);
    }

    /// <inheritdoc/>
    public RejectReason Cancel(ref readonly EngineEvent cancel) => Refuses ? RejectReason.GatewayRefused : inner.Cancel(in cancel);

    /// <inheritdoc/>
    public RejectReason Replace(ref readonly EngineEvent replace) => Refuses ? RejectReason.GatewayRefused : inner.Replace(in replace);

    /// <inheritdoc/>
    public int Available => inner.Available;

    /// <inheritdoc/>
    public ref EngineEvent Seen(int index) => ref inner.Seen(index);

    /// <inheritdoc/>
    public void Release(int count) => inner.Release(count);
}
