using System.Diagnostics;
using LowLatency.Primitives.Threading;

namespace LowLatency.Benchmarks.Measuring;

/// <summary>The one way of measuring here: warm up, then rounds of all workloads in turn, each burst at a real-time priority where the system allows it.</summary>
/// <remarks>
/// Workloads of one call are interleaved, so that what disturbs the machine for a while disturbs all of them, and a ratio within a round means something.
/// Linux stops real-time threads that take more than 95 % of a second, for the 50 ms that are left, so the thread rests between bursts: seldom and long, since a rest leaves the caches to others.
/// The priority is given back after each burst. Time and allocated bytes are taken inside of it, so that the calls that change it do not count.
/// </remarks>
internal static class Rounds
{
    private const int LeastWarmupRounds = 4;

    private const int RestMs = 40;

    private static readonly long TicksBetweenRests = Stopwatch.Frequency / 1000 * 400;
    private static readonly TimeSpan LeastWarmup = TimeSpan.FromSeconds(0.8);

    private static long _ticksSinceRest;

    /// <summary>Whether the last burst ran at a real-time priority, or why not.</summary>
    public static string Priority { get; private set; } = "not measured yet";

    /// <summary>Measures.</summary>
    /// <exception cref="InvalidOperationException">A workload did not do its work.</exception>
    public static Measurement[] Measure(int rounds, params ReadOnlySpan<Workload> workloads)
    {
        double[][] ns = new double[workloads.Length][];
        long[] bytes = new long[workloads.Length];
        for (int i = 0; i < workloads.Length; i++)
        {
            ns[i] = new double[rounds];
            WarmUp(workloads[i]);
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < workloads.Length; i++)
            {
                (ns[i][round], long allocated) = Round(workloads[i], isWarmup: false);
                bytes[i] += allocated;
            }
        }

        Measurement[] measured = new Measurement[workloads.Length];
        for (int i = 0; i < measured.Length; i++)
        {
            measured[i] = new(workloads[i].Name, workloads[i].Unit, ns[i], bytes[i]);
        }

        return measured;
    }

    private static void WarmUp(Workload workload)
    {
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < LeastWarmupRounds || Stopwatch.GetElapsedTime(start) < LeastWarmup; round++)
        {
            Round(workload, isWarmup: true);
        }
    }

    private static (double Ns, long AllocatedBytes) Round(Workload workload, bool isWarmup)
    {
        workload.Prepare();
        bool isRealTime = workload.MayBeRealTime && !isWarmup;
        long operations = 0;
        long ticks = 0;
        long bytes = 0;
        bool isLast;
        do
        {
            if (isRealTime)
            {
                Priority = ThreadPriorityControl.SetRealTime(ThreadPriorityControl.Lowest).ToString();
            }

            try
            {
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                (long done, isLast) = workload.Burst();
                long taken = Stopwatch.GetTimestamp() - start;
                ticks += taken;
                _ticksSinceRest += taken;
                bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
                operations += done;
            }
            finally
            {
                if (isRealTime)
                {
                    ThreadPriorityControl.SetNormal();
                    Rest();
                }
            }
        }
        while (!isLast);

        workload.Check();
        return (ticks * (1e9 / Stopwatch.Frequency) / operations, bytes);
    }

    private static void Rest()
    {
        if (_ticksSinceRest >= TicksBetweenRests)
        {
            Thread.Sleep(RestMs);
            _ticksSinceRest = 0;
        }
    }
}
