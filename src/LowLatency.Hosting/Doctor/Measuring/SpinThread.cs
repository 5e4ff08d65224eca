using System.Diagnostics;
using System.Runtime.CompilerServices;
using LowLatency.Primitives.Metrics;

namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>Reads the clock again and again and records the time from one reading to the next: whatever took the core meanwhile shows as a gap.</summary>
internal sealed class SpinThread(int core) : BurstThread(core)
{
    private static readonly double NsPerTick = 1e9 / Stopwatch.Frequency;

    /// <summary>The gaps, in ns. Complete between bursts.</summary>
    public LatencyHistogram Gaps { get; } = new(1, 10_000_000_000, 3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Burst()
    {
        long last = Stopwatch.GetTimestamp();
        while (MayRun)
        {
            long now = Stopwatch.GetTimestamp();
            Gaps.Record((long)((now - last) * NsPerTick));
            last = now;
        }
    }
}
