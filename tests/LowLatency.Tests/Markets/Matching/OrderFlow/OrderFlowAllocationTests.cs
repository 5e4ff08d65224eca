using LowLatency.Markets.Matching.OrderFlow;
using Xunit;

namespace LowLatency.Tests.Markets.Matching.OrderFlow;

/// <summary>Matching allocates nothing once the book is there.</summary>
public sealed class OrderFlowAllocationTests
{
    [Fact]
    public void A_pass_over_a_flow_with_every_request_and_reject_allocates_nothing()
    {
        Random random = new(5);
        FlowMessage[] messages = [.. Enumerable.Range(0, 20_000).Select(_ => new FlowMessage(
            (byte)random.Next(3), (byte)random.Next(2), 0, (uint)random.Next(20), (ulong)random.Next(500), random.Next(90, 110) + (random.Next(50) == 0 ? 1_000_000 : 0)))];
        using OrderFlowFile file = OrderFlowFile.Load(new MemoryStream(OrderFlowBytes.Wide(messages)));
        using OrderFlowRunner runner = new(file);
        runner.Time();

        long before = GC.GetAllocatedBytesForCurrentThread();
        OrderFlowTiming timing = runner.Time();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.True(timing.Reports >= 20_000, $"reports={timing.Reports}");
    }
}
