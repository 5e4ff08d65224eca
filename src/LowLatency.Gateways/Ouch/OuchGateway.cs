using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Gateways.Ouch;

/// <summary>An OUCH 5.0 venue on the engine's thread: requests become bytes for the connection in the same call, the connection's bytes become reports when they are polled. All its state is the <see cref="OuchSession"/>.</summary>
/// <param name="session">The session; one gateway, one engine each.</param>
public readonly struct OuchGateway(OuchSession session) : IVenueGateway
{
    /// <inheritdoc/>
    public bool IsQuiet => session.IsQuiet;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason NewOrder(ref readonly EngineEvent order) => session.NewOrder(in order);

    /// <inheritdoc/>
    public RejectReason NewOrder(ref readonly EngineEvent order, in OrderTerms terms) => RejectReason.GatewayRefused;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason Cancel(ref readonly EngineEvent cancel) => session.Cancel(in cancel);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason Replace(ref readonly EngineEvent replace) => session.Replace(in replace);

    /// <inheritdoc/>
    public int Available => session.Available;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EngineEvent Seen(int index) => ref session.Seen(index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(int count) => session.Release(count);
}
