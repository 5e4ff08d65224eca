using System.Runtime.CompilerServices;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Trading.Engine.Ports;

/// <summary>Wakes the engine's thread after something was published to one of its inboxes. Costs one comparison where the thread never blocks, or where there is none.</summary>
internal sealed class Doorbell
{
    private IWaitStrategy? _sleeper;

    /// <summary>Names the wait strategy to signal; null while the engine runs on the caller's thread. Before the producers start.</summary>
    public void Connect(IWaitStrategy? sleeper) => _sleeper = sleeper;

    /// <summary>Wakes the engine if it sleeps. Any producer's thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ring() => _sleeper?.Signal();
}
