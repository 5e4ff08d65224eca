using LowLatency.Primitives.Threading;
using Xunit;

namespace LowLatency.Tests.Primitives.Threading;

public class ThreadPriorityControlTests
{
    [Fact]
    public void Real_time_is_taken_and_given_back_or_refused_by_message()
    {
        bool during = false;
        bool after = true;
        OsResult raised = default;
        OsResult lowered = default;
        Thread thread = new(() =>
        {
            raised = ThreadPriorityControl.SetRealTime(ThreadPriorityControl.Lowest);
            during = ThreadPriorityControl.IsRealTime;
            lowered = ThreadPriorityControl.SetNormal();
            after = ThreadPriorityControl.IsRealTime;
        });
        thread.Start();
        thread.Join();
        Assert.Equal(raised.Applied, during);
        Assert.False(after);
        Assert.Equal(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), lowered.Applied);
        if (!raised.Applied)
        {
            Assert.Contains("priority=1 refused", raised.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    public void A_priority_out_of_range_is_refused_by_value(int priority)
    {
        OsResult result = ThreadPriorityControl.SetRealTime(priority);
        Assert.False(result.Applied);
        Assert.Contains($"priority={priority} refused: must be from 1 to 99", result.Message, StringComparison.Ordinal);
        Assert.False(ThreadPriorityControl.IsRealTime);
    }
}
