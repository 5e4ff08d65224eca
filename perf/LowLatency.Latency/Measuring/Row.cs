using LowLatency.Latency.Machine;
using LowLatency.Primitives.Metrics;

namespace LowLatency.Latency.Measuring;

/// <summary>A benchmark's result: its samples and what they come to.</summary>
internal sealed class Row(Benchmark benchmark)
{
    /// <summary>Percentiles that single rounds have enough latencies for; beyond them all rounds are taken together.</summary>
    private static readonly double[] OfRounds = [50, 99, 99.9];

    private readonly List<Sample> _samples = [];
    private readonly List<double[]> _rounds = [];

    public string Name { get; } = benchmark.Name;

    public string Work { get; } = benchmark.Work;

    public Figure Figure { get; } = benchmark.Figure;

    /// <summary><c>1/s</c> or <c>ns</c>.</summary>
    public string Unit => Figure == Figure.Rate ? "1/s" : "ns";

    public string? Reference { get; } = benchmark.Reference;

    public IReadOnlyList<Goal> Goals { get; } = benchmark.Goals;

    /// <summary>What a reader should know about the figure.</summary>
    public string? Note { get; set; }

    /// <summary>Why it did not run; null if it did.</summary>
    public string? Skipped { get; set; }

    /// <summary>All samples in the order of the rounds.</summary>
    public IReadOnlyList<Sample> Samples => _samples;

    /// <summary>The samples that count; all, if every one of them was far.</summary>
    public IReadOnlyList<Sample> Judged => _samples.Exists(sample => sample.IsJudged) ? [.. _samples.Where(sample => sample.IsJudged)] : _samples;

    /// <summary>The samples far apart.</summary>
    public IReadOnlyList<Sample> Far => [.. _samples.Where(sample => !sample.IsJudged)];

    /// <summary>Near where some sample was; null on one core.</summary>
    public Placement? Placement => _samples.Count == 0 || _samples[0].Placement is null ? null : Judged[0].Placement;

    /// <summary>Latencies of the judged samples; null if the benchmark records none.</summary>
    public LatencyHistogram? Latencies { get; private set; }

    /// <summary>Latencies of the far samples; null if there is none.</summary>
    public LatencyHistogram? FarLatencies { get; private set; }

    public double? Median => Statistics.Median(Judged.Select(sample => sample.Value));

    public double? Min => Judged.Count == 0 ? null : Judged.Min(sample => sample.Value);

    public double? Max => Judged.Count == 0 ? null : Judged.Max(sample => sample.Value);

    /// <summary>The median of the rounds' references.</summary>
    public double? ReferenceValue => Statistics.Median(Judged.Select(sample => sample.ReferenceValue).OfType<double>());

    /// <summary>The median of the rounds' ratios.</summary>
    public double? Ratio => Statistics.Median(Judged.Select(sample => sample.Ratio).OfType<double>());

    public double? AverageBatch => Statistics.Median(Judged.Select(sample => sample.AverageBatch).OfType<double>());

    /// <summary>Bytes allocated inside all bursts by the first and by the second thread.</summary>
    public (long First, long Second) AllocatedBytes => (_samples.Sum(sample => sample.First.AllocatedBytes), _samples.Sum(sample => sample.Second.AllocatedBytes));

    /// <summary>Whether all goals are met; null without goals, without a judged sample, or where one has no figure.</summary>
    public bool? GoalsMet
    {
        get
        {
            if (Goals.Count == 0 || _samples.Count == 0 || Placement == Machine.Placement.Far)
            {
                return null;
            }

            bool?[] met = [.. Goals.Select(goal => goal.IsMet(Value(goal.Of)))];
            return met.Contains(false) ? false : met.Contains(null) ? null : true;
        }
    }

    /// <summary>
    /// A percentile of the judged latencies in nanoseconds; null without any. Up to 99.9 the median of the rounds' own, so that a round from which the host took the core for some milliseconds
    /// counts as one of them; above it that of all latencies, which hides no such round.
    /// </summary>
    public double? Percentile(double percentile)
    {
        int place = Array.IndexOf(OfRounds, percentile);
        return Latencies is not { TotalCount: > 0 } latencies ? null
            : place >= 0 ? Statistics.Median(_rounds.Select(round => round[place]))
            : latencies.ValueAtPercentile(percentile);
    }

    /// <summary>The figure that a goal bounds; null where there is none.</summary>
    public double? Value(GoalFigure figure) => figure switch
    {
        GoalFigure.Median => Median,
        GoalFigure.P50 => Percentile(50),
        GoalFigure.P99 => Percentile(99),
        GoalFigure.P999 => Percentile(99.9),
        GoalFigure.Ratio => Ratio,
        GoalFigure.Beyond => Median - ReferenceValue,
        GoalFigure.P50Ratio => Percentile(50) / ReferenceValue,
        GoalFigure.P99Ratio => Percentile(99) / ReferenceValue,
        _ => AllocatedBytes.First + AllocatedBytes.Second,
    };

    /// <summary>Adds a round.</summary>
    public void Add(Sample sample, LatencyHistogram? latencies)
    {
        _samples.Add(sample);
        if (latencies is null)
        {
            return;
        }

        if (sample.IsJudged)
        {
            Merge(Latencies ??= Like(latencies), latencies);
            _rounds.Add([.. OfRounds.Select(percentile => (double)latencies.ValueAtPercentile(percentile))]);
        }
        else
        {
            Merge(FarLatencies ??= Like(latencies), latencies);
        }
    }

    private static LatencyHistogram Like(LatencyHistogram other) => new(other.LowestDiscernibleValue, other.HighestTrackableValue, other.SignificantDigits);

    private static void Merge(LatencyHistogram all, LatencyHistogram round) => all.Add(round);
}
