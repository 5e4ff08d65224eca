using LowLatency.Primitives.Messaging;

namespace LowLatency.Tests.Primitives.Messaging;

public class YieldingWaitStrategyTests : WaitStrategyContract<YieldingWaitStrategy>
{
    protected override YieldingWaitStrategy Create() => new();
}
