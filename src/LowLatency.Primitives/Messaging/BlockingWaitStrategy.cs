namespace LowLatency.Primitives.Messaging;

/// <summary>Spins for 100 idle turns, then blocks until a producer signals: no load when idle, the slowest to wake. One waiting agent, any number of producers.</summary>
/// <remarks>
/// An agent that blocks is woken by <see cref="Signal"/> alone: work that nobody signals (a socket, a timer) must not be polled under this strategy.
/// <code>
/// agent      1  store waiting = 1
///            2  full fence
///            3  read HasWork; if so, store waiting = 0 and return
///            4  under the lock, sleep while waiting = 1
///
/// producer   1  publish
///            2  full fence
///            3  read waiting; if 0, return: no lock, no call into the system
///            4  under the lock, store waiting = 0 and wake the agent
///
/// invariant  either the agent's step 3 sees the publication or the producer's step 3 sees the flag: each stores, fences, then reads the
///            other's store. The flag is cleared for a sleeper only under the lock it sleeps on, so the wake-up cannot come before the sleep.
/// </code>
/// </remarks>
public sealed class BlockingWaitStrategy : IWaitStrategy
{
    private readonly object _gate = new();
    private int _waiting;

    /// <inheritdoc/>
    public void Wait<TWork>(ref TWork work, int idleTurns)
        where TWork : struct, IWorkSource
    {
        if (idleTurns <= YieldingWaitStrategy.SpinTurns)
        {
            SpinPause.Once();
            return;
        }

        Volatile.Write(ref _waiting, 1);
        Interlocked.MemoryBarrier();
        if (work.HasWork)
        {
            Volatile.Write(ref _waiting, 0);
            return;
        }

        lock (_gate)
        {
            while (_waiting != 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Wakes the agent if it sleeps; otherwise one fence and one read. Any thread.</summary>
    public void Signal()
    {
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waiting) != 0)
        {
            Wake();
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            _waiting = 0;
            Monitor.Pulse(_gate);
        }
    }
}
