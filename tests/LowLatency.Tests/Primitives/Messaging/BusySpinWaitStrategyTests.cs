using LowLatency.Primitives.Messaging;

namespace LowLatency.Tests.Primitives.Messaging;

public class BusySpinWaitStrategyTests : WaitStrategyContract<BusySpinWaitStrategy>
{
    protected override BusySpinWaitStrategy Create() => new();
}
