using System.Diagnostics;
using LowLatency.Primitives.Metrics;
using LowLatency.Primitives.Threading;

namespace LowLatency.Benchmarks.Runtime;

/// <summary>What collections do to a thread that spins and allocates nothing, while another thread of the process allocates.</summary>
/// <param name="liveMb">What that thread keeps alive, in MB; it replaces objects of it in an order that looks random.</param>
/// <param name="mbPerSecond">How much it allocates; 0 is as fast as it can.</param>
internal sealed class CollectionPauses(int liveMb, int mbPerSecond)
{
    private const int ObjectBytes = 200;
    private const int PayloadBytes = ObjectBytes - 24;
    private const int ObjectsPerMb = 1_000_000 / ObjectBytes;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    private volatile bool _stopping;

    /// <summary>Runs.</summary>
    /// <returns>A line: collections by generation, the time the runtime says they stopped all threads, and the gaps of the spinning thread.</returns>
    public string Run()
    {
        int[] before = Collections();
        TimeSpan paused = GC.GetTotalPauseDuration();
        LatencyHistogram gaps = new(1, 10_000_000_000, 3);
        IReadOnlyList<int> cores = CpuTopology.Read().Allowed;
        Thread spinning = Start(() => Spin(gaps), cores[^1]);
        Thread? allocating = liveMb > 0 ? Start(Allocate, cores[0]) : null;
        Thread.Sleep(Duration);
        _stopping = true;
        spinning.Join();
        allocating?.Join();
        int[] after = Collections();
        return $"collections {string.Join('/', after.Zip(before, (now, then) => now - then))}, all stopped {(GC.GetTotalPauseDuration() - paused).TotalMilliseconds:0.0} ms; "
            + $"gaps: p99.99 {gaps.ValueAtPercentile(99.99) / 1e3:N1} µs, above 100 µs {gaps.CountBetween(100_000, gaps.HighestTrackableValue)}, "
            + $"above 1 ms {gaps.CountBetween(1_000_000, gaps.HighestTrackableValue)}, largest {gaps.Max / 1e6:N2} ms";
    }

    private static int[] Collections() => [.. Enumerable.Range(0, GC.MaxGeneration + 1).Select(GC.CollectionCount)];

    private static Thread Start(Action work, int core)
    {
        Thread thread = new(() =>
        {
            CpuAffinity.Pin(core);
            work();
        });
        thread.Start();
        return thread;
    }

    private void Spin(LatencyHistogram gaps)
    {
        long last = Stopwatch.GetTimestamp();
        while (!_stopping)
        {
            long now = Stopwatch.GetTimestamp();
            gaps.Record((now - last) * (1_000_000_000 / Stopwatch.Frequency));
            last = now;
        }
    }

    private void Allocate()
    {
        byte[][] live = new byte[liveMb * ObjectsPerMb][];
        for (int i = 0; i < live.Length; i++)
        {
            live[i] = new byte[PayloadBytes];
        }

        long started = Stopwatch.GetTimestamp();
        for (uint i = 0; !_stopping; i++)
        {
            live[(int)(i * 2_654_435_761L % live.Length)] = new byte[PayloadBytes];
            while (mbPerSecond > 0 && i > Stopwatch.GetElapsedTime(started).TotalSeconds * mbPerSecond * ObjectsPerMb && !_stopping)
            {
                Thread.Sleep(1);
            }
        }

        GC.KeepAlive(live);
    }
}
