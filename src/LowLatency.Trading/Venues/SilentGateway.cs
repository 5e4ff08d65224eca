using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>Takes every request and says nothing: the venue's reports come from elsewhere, as when a journal is replayed.</summary>
public readonly struct SilentGateway : ITwoThreadVenueGateway
{
    /// <inheritdoc/>
    public bool IsQuiet => true;

    /// <inheritdoc/>
    public RejectReason NewOrder(ref readonly EngineEvent order) => RejectReason.None;

    /// <inheritdoc/>
    public RejectReason NewOrder(ref readonly EngineEvent order, in OrderTerms terms) => RejectReason.None;

    /// <inheritdoc/>
    public RejectReason Cancel(ref readonly EngineEvent cancel) => RejectReason.None;

    /// <inheritdoc/>
    public RejectReason Replace(ref readonly EngineEvent replace) => RejectReason.None;

    /// <inheritdoc/>
    public int Available => 0;

    /// <inheritdoc/>
    public ref EngineEvent Seen(int index) => ref Unsafe.NullRef<EngineEvent>();

    /// <inheritdoc/>
    public void Release(int count)
    {
    }
}
