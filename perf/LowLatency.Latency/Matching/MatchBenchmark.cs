using LowLatency.Latency.Measuring;
using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Latency.Matching;

/// <summary>An order flow in memory through one book, from an empty one each round; every report, 64 bytes, is published to a ring and read by the other core.</summary>
/// <param name="name">The row.</param>
/// <param name="flow">What it runs on.</param>
/// <param name="prefetch">Whether it looks eight messages ahead, as where a backlog waits.</param>
/// <param name="least">Messages a second that are asked for.</param>
internal sealed class MatchBenchmark(string name, MatchFlow flow, bool prefetch, double least)
    : Benchmark(name, $"one message of the {flow.Name} order flow matched, its reports read by another core, {(prefetch ? "looking eight messages ahead" : "without looking ahead")}")
{
    private const int RingReports = 512;

    private OrderFlowRunner? _runner;
    private SpscRing<MatchReport>? _ring;
    private ReportSummingHandler _read;
    private OrderFlowResult? _result;
    private long _messages;
    private string? _note;

    public override int Cores => 2;

    public override DataKinds Data => DataKinds.OrderFlow;

    public override IReadOnlyList<Goal> Goals => [Goal.AtLeast(GoalFigure.Median, least), Goal.AtMost(GoalFigure.AllocatedBytes, 0)];

    public override double? AverageBatch => (double)_read.Reports / _read.Batches;

    public override string? Note => _note;

    public override string? SetUp(BenchmarkInput input)
    {
        string? path = input.FileOf(Data) ?? flow.PublishedPath;
        OrderFlowFile file = input.Shared(path ?? flow.Name, () => path is null ? flow.Generate() : OrderFlowFile.Load(path));
        _note = path is null ? $"generated {flow.Name} flow" : Path.GetFileName(path);
        _runner = new(file);
        _ring = new(RingReports);
        _result = _runner.Run();
        _messages = file.Count;
        return null;
    }

    public override void Prepare() => _read = default;

    public override (long Done, bool IsLast) Burst()
    {
        _runner!.Publish(_ring!, prefetch);
        return (_messages, true);
    }

    public override void Partner()
    {
        ReportSummingHandler read = default;
        SpscRing<MatchReport> ring = _ring!;
        for (long reports = _result!.Reports; read.Reports < reports;)
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
        Require(_read.Reports, _result!.Reports, "reports");
        Require(_read.Trades, _result!.Fills, "fills");
    }

    protected override void Release()
    {
        _runner?.Dispose();
        _ring?.Dispose();
    }
}
