using LowLatency.Primitives.Messaging;

namespace LowLatency.Tests.Primitives.Messaging;

public class BlockingWaitStrategyTests : WaitStrategyContract<BlockingWaitStrategy>
{
    protected override BlockingWaitStrategy Create() => new();
}
