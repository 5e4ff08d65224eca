using LowLatency.Latency.Measuring;
using LowLatency.Markets.Matching.OrderFlow;

namespace LowLatency.Latency.Matching;

/// <summary>Matching alone over an order flow in memory, from an empty book each round; reports as 64-byte records into a buffer of 4,096 that is overwritten.</summary>
/// <param name="name">The row.</param>
/// <param name="flow">Which flow is generated when the user gives no file.</param>
/// <param name="ahead">Whether the messages that wait are looked at ahead.</param>
/// <param name="goals">What must come out.</param>
internal sealed class MatchBenchmark(string name, GeneratedOrderFlow flow, bool ahead, params IReadOnlyList<Goal> goals)
    : Benchmark(name, $"an order message matched, {flow.Name} flow, {(ahead ? "what the next messages touch prefetched" : "without looking ahead")}")
{
    private OrderFlowRunner? _runner;
    private OrderFlowResult? _expected;
    private long _reports;
    private string? _note;

    public override string? Reference => "ref-walk";

    public override IReadOnlyList<Goal> Goals => goals;

    public override DataKinds Data => DataKinds.OrderFlow;

    public override string? Note => _note;

    public override string? SetUp(BenchmarkInput input)
    {
        string? path = input.FileOf(DataKinds.OrderFlow);
        OrderFlowFile file = input.Shared(path ?? flow.Name, () => path is null ? flow.Open() : OrderFlowFile.Load(path));
        _runner = new(file);
        _expected = _runner.Run();
        _note = $"{(path is null ? $"generated {flow.Name} flow" : Path.GetFileName(path))}: {_expected.Messages:N0} messages, {_expected.Reports:N0} reports, {_expected.Fills:N0} fills, sha256 {_expected.Sha256}";
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        OrderFlowTiming timing = _runner!.Time(ahead);
        _reports = timing.Reports;
        return (timing.Messages, true);
    }

    public override void Check() => Require(_reports, _expected!.Reports, "reports");

    protected override void Release() => _runner?.Dispose();
}
