using LowLatency.Primitives.Messaging;
using Xunit;

namespace LowLatency.Tests.Primitives.Messaging;

public class SleepingWaitStrategyTests : WaitStrategyContract<SleepingWaitStrategy>
{
    [Theory]
    [InlineData(0, SleepingWaitStrategy.DefaultSleepNs)]
    [InlineData(-1, SleepingWaitStrategy.DefaultSleepNs)]
    [InlineData(1_000, 1_000)]
    [InlineData(3_000_000_000, 3_000_000_000)]
    public void The_sleep_is_as_asked_for_or_the_default(long sleepNs, long expected) =>
        Assert.Equal(expected, new SleepingWaitStrategy(sleepNs).SleepNs);

    protected override SleepingWaitStrategy Create() => default;
}
