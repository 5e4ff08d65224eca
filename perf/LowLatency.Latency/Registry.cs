using LowLatency.Latency.Itch;
using LowLatency.Latency.Matching;
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
        new MatchBenchmark("match-normal", MatchFlow.Normal, prefetch: false, 60e6),
        new MatchBenchmark("match-normal-ahead", MatchFlow.Normal, prefetch: true, 80e6),
        new MatchBenchmark("match-static", MatchFlow.Static, prefetch: false, 60e6),
        new MatchBenchmark("match-static-ahead", MatchFlow.Static, prefetch: true, 80e6),
        new MatchBenchmark("match-seed", MatchFlow.OtherSeed, prefetch: true, 40e6),
        new MatchBenchmark("match-crash", MatchFlow.FlashCrash, prefetch: true, 40e6),
        new ItchDecodeBenchmark(),
        new ItchBooksBenchmark("itch-books-100", 100, backlog: true, sparse: false, 50e6),
        new ItchBooksBenchmark("itch-books-8000", 8_000, backlog: true, sparse: false, 30e6),
        new ItchBooksBenchmark("itch-books-8000-each", 8_000, backlog: false, sparse: false, 14e6),
        new ItchBooksBenchmark("itch-books-8000-hash", 8_000, backlog: true, sparse: true, 20e6),
    ];
}
