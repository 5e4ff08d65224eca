using LowLatency.Hosting.Configuration;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Hosting.Runs;

/// <summary>Makes wait strategies by their names in configurations.</summary>
public static class WaitStrategies
{
    /// <summary>A new one, for one thread.</summary>
    public static IWaitStrategy Create(WaitStrategyKind kind) => kind switch
    {
        WaitStrategyKind.BusySpin => new BusySpinWaitStrategy(),
        WaitStrategyKind.Yielding => new YieldingWaitStrategy(),
        WaitStrategyKind.Sleeping => new SleepingWaitStrategy(SleepingWaitStrategy.DefaultSleepNs),
        WaitStrategyKind.Blocking => new BlockingWaitStrategy(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no wait strategy"),
    };
}
