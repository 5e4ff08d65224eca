namespace LowLatency.Primitives.Messaging;

/// <summary>Spins for 100 idle turns, then offers the core to other threads each turn. For hosts with fewer cores than agents.</summary>
public readonly struct YieldingWaitStrategy : IWaitStrategy
{
    internal const int SpinTurns = 100;

    /// <inheritdoc/>
    public void Wait<TWork>(ref TWork work, int idleTurns)
        where TWork : struct, IWorkSource
    {
        if (idleTurns <= SpinTurns)
        {
            SpinPause.Once();
        }
        else
        {
            Thread.Yield();
        }
    }

    /// <summary>Does nothing: the agent comes back by itself.</summary>
    public void Signal()
    {
    }
}
