using LowLatency.Latency.Measuring;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Latency.Matching;

/// <summary>Matching over an order flow in memory, from an empty book each round; every report, 64 bytes, goes through a ring and is read on the other core.</summary>
/// <param name="name">The row.</param>
/// <param name="flow">Which flow is generated; one of the two published kinds gives way to the user's file.</param>
/// <param name="ahead">Whether the messages that wait are looked at ahead.</param>
/// <param name="goals">What must come out.</param>
internal sealed class MatchBenchmark(string name, GeneratedOrderFlow flow, bool ahead, params IReadOnlyList<Goal> goals)
    : Benchmark(name, $"an order message matched, {flow.Name} flow, reports read on another core, {(ahead ? "what the next messages touch prefetched" : "without looking ahead")}")
{
    /// <summary>2 MiB: the reader's second-level cache must not hold the slots, or each is taken back from it.</summary>
    private const int RingReports = 1 << 15;

    private OrderFlowRunner? _runner;
    private SpscRing<MatchReport>? _ring;
    private OrderFlowResult? _expected;
    private ReportSummingHandler _read;
    private string? _note;

    public override int Cores => 2;

    public override IReadOnlyList<Goal> Goals => goals;

    public override DataKinds Data => flow.IsPublishedKind ? DataKinds.OrderFlow : DataKinds.None;

    public override double? AverageBatch => (double)_read.Reports / _read.Batches;

    public override string? Note => _note;

    public override string? SetUp(BenchmarkInput input)
    {
        string? path = input.FileOf(Data);
        OrderFlowFile file = input.Shared(path ?? flow.Name, () => path is null ? flow.Open() : OrderFlowFile.Load(path));
        _runner = new(file);
        _ring = new(RingReports);
        _expected = _runner.Run();
        _note = $"{(path is null ? $"generated {flow.Name} flow" : Path.GetFileName(path))}: {_expected.Messages:N0} messages, {_expected.Reports:N0} reports, {_expected.Fills:N0} fills, sha256 {_expected.Sha256}";
        return null;
    }

    public override void Prepare() => _read = default;

    public override (long Done, bool IsLast) Burst()
    {
        _runner!.Publish(_ring!, ahead);
        return (_expected!.Messages, true);
    }

    public override void Partner()
    {
        ReportSummingHandler read = default;
        SpscRing<MatchReport> ring = _ring!;
        for (long reports = _expected!.Reports; read.Reports < reports;)
        {
            if (ring.Poll(ref read, RingReports) == 0)
            {
                Spin.Pause();
            }
        }

        _read = read;
    }

    public override void Check()
    {
        Require(_read.Reports, _expected!.Reports, "reports");
        Require(_read.Trades, _expected.Fills, "fills");
    }

    protected override void Release()
    {
        _runner?.Dispose();
        _ring?.Dispose();
    }
}
