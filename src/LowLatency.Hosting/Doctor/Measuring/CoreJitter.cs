using LowLatency.Primitives.Metrics;

namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>How a core is taken from a thread that spins on it.</summary>
/// <param name="Core">The core.</param>
/// <param name="Fault">Why it could not be watched; null where it was.</param>
/// <param name="Priority">"applied" if it was watched at a real-time priority, so that gaps are the host's own; otherwise why not, and other processes show too.</param>
/// <param name="Watched">How long it was watched.</param>
/// <param name="Gaps">The times between two readings of the clock, in ns: the smallest are what reading it costs.</param>
public sealed record CoreJitter(int Core, string? Fault, string Priority, TimeSpan Watched, LatencyHistogram Gaps)
{
    /// <summary>The lengths above which gaps are counted, in ns.</summary>
    public static IReadOnlyList<long> ThresholdsNs { get; } = [1_000, 10_000, 100_000, 1_000_000];

    /// <summary>How many gaps were longer, to within the histogram's precision of 0.1 %.</summary>
    /// <param name="thresholdNs">The length, in ns.</param>
    public long CountAbove(long thresholdNs) => Gaps.CountBetween(Gaps.HighestEquivalentValue(thresholdNs) + 1, Gaps.HighestTrackableValue);

    /// <summary>The share of the watched time that gaps longer than the first threshold took, in per cent.</summary>
    public double LostPercent()
    {
        double lostNs = 0;
        for (long gap = Gaps.HighestEquivalentValue(ThresholdsNs[0]) + 1; gap <= Gaps.Max; gap = Gaps.HighestEquivalentValue(gap) + 1)
        {
            lostNs += (double)Gaps.CountBetween(gap, gap) * Gaps.MedianEquivalentValue(gap);
        }

        return Watched == TimeSpan.Zero ? 0 : lostNs / Watched.TotalNanoseconds * 100;
    }
}
