using LowLatency.Latency.Measuring;
using LowLatency.Latency.References;
using LowLatency.Latency.Rings;

namespace LowLatency.Latency;

/// <summary>All rows, in the order they are shown: a line each.</summary>
internal static class Registry
{
    /// <summary>Makes them anew; nothing is set up yet.</summary>
    public static Benchmark[] Create() =>
    [
        new LineBenchmark("ref-line", pause: false),
        new LineBenchmark("ref-line-pause", pause: true),
        new TextbookRingBenchmark(),
        new ChannelBenchmark(),
        new CopyBenchmark(),
        new WalkBenchmark(),
        new RingBenchmark("ring-single", batch: 1, Goal.AtLeast(GoalFigure.Median, 450e6), Goal.AtLeast(GoalFigure.Ratio, 3), Goal.AtMost(GoalFigure.AllocatedBytes, 0)),
        new RingBenchmark("ring-batch16", batch: 16, Goal.AtLeast(GoalFigure.Median, 530e6), Goal.AtMost(GoalFigure.AllocatedBytes, 0)),
        new RingRoundTripBenchmark(),
    ];
}
