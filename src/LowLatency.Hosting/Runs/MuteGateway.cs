using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Hosting.Runs;

/// <summary>Takes every request and says nothing: when a journal is replayed, the answers and refusals of the venues are in the journal.</summary>
internal readonly struct MuteGateway : IVenueGateway
{
    /// <inheritdoc/>
    public bool IsQuiet => true;

    /// <inheritdoc/>
    public RejectReason NewOrder(ref readonly EngineEvent order) => RejectReason.None;

    /// <inheritdoc/>
    public RejectReason Cancel(ref readonly EngineEvent cancel) => RejectReason.None;

    /// <inheritdoc/>
    public RejectReason Replace(ref readonly EngineEvent replace) => RejectReason.None;

    /// <inheritdoc/>
    public ref EngineEvent Peek() => ref Unsafe.NullRef<EngineEvent>();

    /// <inheritdoc/>
    public void Release()
    {
    }
}
