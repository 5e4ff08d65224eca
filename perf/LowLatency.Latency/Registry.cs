using LowLatency.Latency.Itch;
using LowLatency.Latency.Matching;
using LowLatency.Latency.Measuring;
using LowLatency.Latency.Orders;
using LowLatency.Latency.Recording;
using LowLatency.Latency.References;
using LowLatency.Latency.Replay;
using LowLatency.Latency.Rings;
using LowLatency.Latency.TickToTrade;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Risk.Limits;

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
        new CheckCallBenchmark(),
        new RingBenchmark("ring-single", batch: 1, Goal.AtLeast(GoalFigure.Median, 450e6), Goal.AtLeast(GoalFigure.Ratio, 3), Goal.AtMost(GoalFigure.AllocatedBytes, 0)),
        new RingBenchmark("ring-batch16", batch: 16, Goal.AtLeast(GoalFigure.Median, 530e6), Goal.AtMost(GoalFigure.AllocatedBytes, 0)),
        new RingRoundTripBenchmark(),
        new OrderInCBenchmark("ref-order-c", rejectEvery: 0),
        new OrderInlineBenchmark("order-inline", rejectEvery: 0, "ref-order-c"),
        new OrderInCBenchmark("ref-order-c-rejects", rejectEvery: 2),
        new OrderInlineBenchmark("order-inline-rejects", rejectEvery: 2, "ref-order-c-rejects"),
        new OrderInlineBenchmark("order-controls", rejectEvery: 0, "order-inline", RiskLevels.Account),
        new OrderInlineBenchmark("order-controls-levels", rejectEvery: 0, "order-inline", RiskLevels.All),
        new CancelAllBenchmark(),
        new OrderAckBenchmark(
            "order-ack", "order sent on one core, ack back on it, engine on the other; one every 1 to 2 µs", 1_000, 2_000, 20_000, Goal.AtMost(GoalFigure.P50Ratio, 1.4), Goal.AtMost(GoalFigure.P99Ratio, 4)),
        new OrderAckBenchmark("order-ack-1m", "the same, 1 M/s evenly", 1_000, 1_000, 20_000, Goal.AtMost(GoalFigure.P50Ratio, 1.5)),
        new OrderAckBenchmark("order-ack-idle", "the same after 1 ms of silence", 1_000_000, 1_000_000, 40, Goal.AtMost(GoalFigure.P50, 600)),
        new OrdersSustainedBenchmark(),
        new StageSplitBenchmark("order-stages-fused", null),
        new StageSplitBenchmark("order-stages-sequence", StageSplit.AfterSequence),
        new StageSplitBenchmark("order-stages-validate", StageSplit.AfterValidate),
        new JournalLineBenchmark(),
        new MatchBenchmark("match-normal", GeneratedOrderFlow.Normal, ahead: false, Goal.AtLeast(GoalFigure.Median, 60e6)),
        new MatchBenchmark("match-normal-ahead", GeneratedOrderFlow.Normal, ahead: true, Goal.AtLeast(GoalFigure.Median, 80e6)),
        new MatchBenchmark("match-static", GeneratedOrderFlow.Static, ahead: false, Goal.AtLeast(GoalFigure.Median, 60e6)),
        new MatchBenchmark("match-static-ahead", GeneratedOrderFlow.Static, ahead: true, Goal.AtLeast(GoalFigure.Median, 80e6)),
        new MatchBenchmark("match-seed-1", GeneratedOrderFlow.OfSeed(1), ahead: false, Goal.AtLeast(GoalFigure.Median, 40e6)),
        new MatchBenchmark("match-seed-2", GeneratedOrderFlow.OfSeed(2), ahead: false, Goal.AtLeast(GoalFigure.Median, 40e6)),
        new MatchBenchmark("match-crash", GeneratedOrderFlow.Crash, ahead: false, Goal.AtLeast(GoalFigure.Median, 40e6)),
        new MatchAloneBenchmark("match-alone", GeneratedOrderFlow.Normal),
        new ItchDecodeBenchmark("itch-decode", symbols: 100, messages: 20_000_000, Goal.AtLeast(GoalFigure.Median, 150e6)),
        new ItchBooksBenchmark("itch-books-100", symbols: 100, messages: 20_000_000, backlog: true, Goal.AtLeast(GoalFigure.Median, 50e6)),
        new ItchBooksBenchmark("itch-books-8000", symbols: 8_000, messages: 20_000_000, backlog: true, Goal.AtLeast(GoalFigure.Median, 30e6)),
        new ItchBooksBenchmark("itch-books-8000-each", symbols: 8_000, messages: 20_000_000, backlog: false, Goal.AtLeast(GoalFigure.Median, 14e6)),
        new SparseItchBooksBenchmark("itch-books-8000-sparse", symbols: 8_000, messages: 20_000_000, Goal.AtLeast(GoalFigure.Median, 20e6)),
        new ItchQueuesBenchmark("itch-queues-100", symbols: 100, messages: 20_000_000, Goal.AtLeast(GoalFigure.Median, 40e6)),
        new ItchQueuesBenchmark("itch-queues-8000", symbols: 8_000, messages: 5_000_000, Goal.AtLeast(GoalFigure.Median, 20e6)),
        new TickToTradeBenchmark("tick-to-trade", messagesPerSecond: 1_000_000, symbols: 100, Goal.AtMost(GoalFigure.P50, 1_000), Goal.AtMost(GoalFigure.P99, 4_000), Goal.AtMost(GoalFigure.P999, 20_000)),
        new TickToTradeBenchmark("tick-to-trade-100k", messagesPerSecond: 100_000, symbols: 100),
        new TickToTradeBenchmark("tick-to-trade-5m", messagesPerSecond: 5_000_000, symbols: 100),
        new TickToTradeBenchmark("tick-to-trade-8000", messagesPerSecond: 1_000_000, symbols: 8_000),
        new ReplayBenchmark("replay-l3", byOrder: true),
        new ReplayBenchmark("replay-l2", byOrder: false),
        new RecordingBenchmark("recording-write", "a record written to a file", _ => RecordingPasses.WriteAnew()),
        new RecordingBenchmark("recording-open", "a record read with a cursor from a file just opened, every block checked", passes => passes.OpenAndRead()),
        new RecordingBenchmark("recording-cursor", "a record read with a cursor, blocks known sound", passes => passes.ReadCursor()),
        new RecordingBenchmark("recording-blocks", "a record read from its mapped block, no checks", passes => passes.ReadBlocks()),
        new RecordingBenchmark("recording-generate", "a record of the generated session, written to memory and verified", _ => RecordingPasses.Generate()),
        new BinanceImportBenchmark(),
    ];
}
