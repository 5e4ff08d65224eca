using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Messaging;

/// <summary>One pause instruction per idle turn: the lowest latency, and a core that is never given up. For a pinned agent on a core of its own.</summary>
public readonly struct BusySpinWaitStrategy : IWaitStrategy
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Wait<TWork>(ref TWork work, int idleTurns)
        where TWork : struct, IWorkSource => SpinPause.Once();

    /// <summary>Does nothing: the agent never sleeps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Signal()
    {
    }
}
