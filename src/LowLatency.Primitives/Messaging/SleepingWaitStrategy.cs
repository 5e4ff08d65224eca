using LowLatency.Primitives.Threading;

namespace LowLatency.Primitives.Messaging;

/// <summary>Spins for 100 idle turns, yields for 100, then sleeps a fixed time each turn: little load when idle, and no cost for producers.</summary>
/// <param name="sleepNs">
/// The sleep, in nanoseconds; 0 (also of a default instance) and below mean <see cref="DefaultSleepNs"/>. Linux adds its timer slack, about 50 µs;
/// elsewhere the sleep is rounded up to whole milliseconds.
/// </param>
public readonly struct SleepingWaitStrategy(long sleepNs) : IWaitStrategy
{
    /// <summary>50 µs.</summary>
    public const long DefaultSleepNs = 50_000;

    private const int YieldTurns = 100;

    private readonly long _sleepNs = sleepNs;

    /// <summary>The sleep, in nanoseconds.</summary>
    public long SleepNs => _sleepNs > 0 ? _sleepNs : DefaultSleepNs;

    /// <inheritdoc/>
    public void Wait<TWork>(ref TWork work, int idleTurns)
        where TWork : struct, IWorkSource
    {
        if (idleTurns <= YieldingWaitStrategy.SpinTurns)
        {
            SpinPause.Once();
        }
        else if (idleTurns <= YieldingWaitStrategy.SpinTurns + YieldTurns)
        {
            Thread.Yield();
        }
        else if (OperatingSystem.IsLinux())
        {
            LinuxScheduler.Sleep(SleepNs);
        }
        else
        {
            Thread.Sleep((int)Math.Min((SleepNs + 999_999) / 1_000_000, int.MaxValue));
        }
    }

    /// <summary>Does nothing: the agent comes back by itself.</summary>
    public void Signal()
    {
    }
}
