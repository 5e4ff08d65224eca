using LowLatency.Primitives.Threading;
using Xunit;

namespace LowLatency.Tests.Primitives.Threading;

public class CpuAffinityTests
{
    private static bool Known => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    [Fact]
    public void A_thread_can_be_pinned_to_each_allowed_core_and_given_back() => OnOwnThread(() =>
    {
        int[] before = CpuAffinity.AllowedCores();
        Assert.Equal(Known, before.Length > 0);
        foreach (int core in before)
        {
            OsResult pinned = CpuAffinity.Pin(core);
            Assert.True(pinned.Applied, pinned.Message);
            Assert.Equal("", pinned.Message);
            Assert.Equal([core], CpuAffinity.AllowedCores());
            if (OperatingSystem.IsLinux())
            {
                Assert.Equal(core, Thread.GetCurrentProcessorId());
            }
        }

        if (Known)
        {
            OsResult restored = CpuAffinity.Restrict(before);
            Assert.True(restored.Applied, restored.Message);
        }

        Assert.Equal(before, CpuAffinity.AllowedCores());
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(8191)]
    [InlineData(8192)]
    [InlineData(int.MaxValue)]
    public void A_core_that_is_not_there_is_refused_by_value_and_changes_nothing(int core) => OnOwnThread(() =>
    {
        int[] before = CpuAffinity.AllowedCores();
        OsResult result = CpuAffinity.Pin(core);
        Assert.False(result.Applied);
        Assert.Contains($"={core} ", result.Message, StringComparison.Ordinal);
        Assert.Equal(result.Message, result.ToString());
        Assert.Equal(before, CpuAffinity.AllowedCores());
    });

    [Fact]
    public void One_ungranted_core_among_granted_ones_refuses_all() => OnOwnThread(() =>
    {
        int[] before = CpuAffinity.AllowedCores();
        OsResult result = CpuAffinity.Restrict([.. before, 8191]);
        Assert.False(result.Applied);
        Assert.Contains("8191", result.Message, StringComparison.Ordinal);
        Assert.Equal(before, CpuAffinity.AllowedCores());
        Assert.False(CpuAffinity.Restrict([]).Applied);
        Assert.Equal(before, CpuAffinity.AllowedCores());
    });

    private static void OnOwnThread(Action test)
    {
        Exception? fault = null;
        Thread thread = new(() => fault = Record.Exception(test));
        thread.Start();
        thread.Join();
        Assert.Null(fault);
    }
}
