using LowLatency.Hosting.Doctor.Measuring;
using LowLatency.Primitives.Metrics;
using LowLatency.Primitives.Threading;
using Xunit;

namespace LowLatency.Tests.Hosting.Doctor.Measuring;

/// <summary>The probes on this host. How long anything takes is not asserted.</summary>
public class HostProbeTests
{
    [Fact]
    public void A_core_is_watched_and_its_thread_is_given_back()
    {
        if (CpuTopology.Read().Allowed is not [int core, ..])
        {
            return;
        }

        int[] before = CpuAffinity.AllowedCores();
        CoreJitter jitter = HostProbe.WatchCore(core, TimeSpan.FromMilliseconds(60));
        for (int again = 0; again < 50 && jitter.Fault is not null; again++)
        {
            Assert.Equal(0, jitter.Gaps.TotalCount);
            jitter = HostProbe.WatchCore(core, TimeSpan.FromMilliseconds(60));
        }

        Assert.Equal((core, null), (jitter.Core, jitter.Fault));
        Assert.True(jitter.Gaps.TotalCount > 0);
        Assert.True(jitter.Watched >= TimeSpan.FromMilliseconds(60));
        Assert.NotEmpty(jitter.Priority);
        Assert.InRange(jitter.LostPercent(), 0, 100);
        Assert.Equal(before, CpuAffinity.AllowedCores());
        Assert.False(ThreadPriorityControl.IsRealTime);
    }

    [Fact]
    public void A_core_that_is_not_there_is_a_fault_and_not_a_figure()
    {
        CoreJitter jitter = HostProbe.WatchCore(8190, TimeSpan.FromMilliseconds(1));
        Assert.Contains("core", jitter.Fault, StringComparison.Ordinal);
        Assert.Equal(0, jitter.Gaps.TotalCount);
        LineRoundTrip pair = HostProbe.MeasurePair(CpuTopology.Read(), 0, 8190);
        Assert.Contains("8190", pair.Fault, StringComparison.Ordinal);
        Assert.Equal((0, 0.0, 0.0), (pair.RoundTrips, pair.BestNs, pair.MedianNs));
    }

    [Fact]
    public void A_line_goes_to_and_fro_between_two_cores()
    {
        CpuTopology topology = CpuTopology.Read();
        if (topology.Allowed is not [int first, int second, ..])
        {
            return;
        }

        LineRoundTrip pair = HostProbe.MeasurePair(topology, first, second);
        Assert.Equal((first, second, topology.Distance(first, second)), (pair.First, pair.Second, pair.Distance));
        Assert.True(pair.Fault is null ? pair.RoundTrips > 0 && pair.BestNs > 0 && pair.MedianNs >= pair.BestNs : pair.RoundTrips == 0);
    }

    [Fact]
    public void Every_pair_comes_once()
    {
        Assert.Equal([(1, 4), (1, 7), (4, 7)], HostProbe.Pairs([1, 4, 7]));
        Assert.Empty(HostProbe.Pairs([3]));
    }

    [Fact]
    public void Gaps_are_counted_above_each_threshold()
    {
        LatencyHistogram gaps = new(1, 10_000_000_000, 3);
        gaps.RecordWithCount(40, 1_000_000);
        gaps.RecordWithCount(1_000, 10);
        gaps.RecordWithCount(2_000, 5);
        gaps.RecordWithCount(50_000, 2);
        gaps.RecordWithCount(3_000_000, 1);
        CoreJitter jitter = new(0, null, "applied", TimeSpan.FromMilliseconds(100), gaps);
        Assert.Equal([8, 3, 1, 1], CoreJitter.ThresholdsNs.Select(jitter.CountAbove));
        Assert.Equal(3.11, jitter.LostPercent(), 0.01);
        Assert.Equal(0, new CoreJitter(0, null, "", TimeSpan.Zero, gaps).LostPercent());
    }
}
