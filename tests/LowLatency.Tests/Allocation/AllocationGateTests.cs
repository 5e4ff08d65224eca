using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Allocation;

public class AllocationGateTests
{
    private static object? _kept;

    [Fact]
    public void It_sees_a_single_object_and_nothing_else()
    {
        Assert.Equal(3 * IntPtr.Size, AllocationGate.Measure(() => _kept = new object()));
        Assert.Equal(0, AllocationGate.Measure(() => _kept = "constant"));
        Assert.NotNull(_kept);
    }

    [Fact]
    public void The_warm_up_does_not_count() =>
        Assert.Equal(0, AllocationGate.Measure(() => _kept = new byte[1000], () => { }));
}
