using LowLatency.Latency.Itch;
using LowLatency.Latency.Matching;
using LowLatency.Latency.Measuring;
using LowLatency.Latency.Orders;
using LowLatency.Latency.References;
using LowLatency.Latency.Replay;
using LowLatency.Latency.Rings;

namespace LowLatency.Latency.Gate;

/// <summary>What the gate measures: rows of the registry, some on less data so that all of it takes a minute or two, and the references they name.</summary>
internal static class GateRows
{
    private const int Symbols = 100;
    private const int Messages = 1_000_000;

    /// <summary>Makes them anew; nothing is set up yet.</summary>
    public static Benchmark[] Create() =>
    [
        new LineBenchmark("ref-line", pause: false),
        new TextbookRingBenchmark(),
        new WalkBenchmark(),
        new RingBenchmark("ring-single", batch: 1),
        new RingBenchmark("ring-batch16", batch: 16),
        new RingRoundTripBenchmark(),
        new OrderInlineBenchmark("order-inline", rejectEvery: 0, "ref-walk"),
        new MatchAloneBenchmark("match-alone", GeneratedOrderFlow.Normal),
        new ItchDecodeBenchmark("itch-decode", Symbols, Messages),
        new ItchBooksBenchmark("itch-books-100", Symbols, Messages, backlog: true),
        new ReplayBenchmark("replay-l3", byOrder: true),
    ];

    /// <summary>The rows that are judged: those with a reference.</summary>
    public static IReadOnlyList<string> Judged => [.. Create().Where(one => one.Reference is not null).Select(one => one.Name)];
}
