using LowLatency.Primitives.Metrics;
using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>Measures what a host does to threads that spin: one core after the other, one pair after the other.</summary>
public static class HostProbe
{
    private static readonly TimeSpan PairTime = TimeSpan.FromMilliseconds(20);

    /// <summary>Watches a core with a thread that spins on it.</summary>
    /// <param name="core">The core.</param>
    /// <param name="duration">How long, in bursts of 50 ms.</param>
    public static CoreJitter WatchCore(int core, TimeSpan duration)
    {
        using SpinThread thread = new(core);
        Bursts.Run(TimeSpan.FromMilliseconds(1), thread);
        thread.Gaps.Reset();
        TimeSpan watched = Bursts.Run(duration, thread);
        string? fault = !thread.Placement.Applied ? thread.Placement.Message : thread.Gaps.TotalCount == 0 ? "no reading in time: the core is taken by others" : null;
        return new CoreJitter(core, fault, thread.RealTime.ToString(), watched, thread.Gaps);
    }

    /// <summary>Every pair of the given cores, each once.</summary>
    public static IEnumerable<(int First, int Second)> Pairs(IReadOnlyList<int> cores) =>
        cores.SelectMany((first, i) => cores.Skip(i + 1).Select(second => (first, second)));

    /// <summary>Hands a line to and fro between two cores for 20 ms.</summary>
    public static LineRoundTrip MeasurePair(CpuTopology topology, int first, int second)
    {
        ArgumentNullException.ThrowIfNull(topology);
        LinePair pair = new();
        using PingThread ping = new(first, pair);
        using PongThread pong = new(second, pair);
        Bursts.Run(PairTime, ping, pong);
        string? fault = !ping.Placement.Applied ? ping.Placement.Message : !pong.Placement.Applied ? pong.Placement.Message : null;
        LatencyHistogram trips = ping.RoundTrips;
        fault ??= trips.TotalCount == 0 ? "no round trip in time: the cores are taken by others" : null;
        return new LineRoundTrip(
            first, second, topology.Distance(first, second), fault, trips.TotalCount * PingThread.Group, PingThread.Ns(trips.Min), PingThread.Ns(trips.ValueAtPercentile(50)));
    }
}
