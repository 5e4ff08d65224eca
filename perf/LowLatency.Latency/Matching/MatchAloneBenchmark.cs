using LowLatency.Latency.Measuring;
using LowLatency.Markets.Matching.OrderFlow;

namespace LowLatency.Latency.Matching;

/// <summary>Matching alone on one thread, for the gate and the allocation run: an order flow in memory, from an empty book each round; reports as 64-byte records into a buffer of 256 that is overwritten and nobody reads.</summary>
/// <param name="name">The row.</param>
/// <param name="flow">Which flow is generated.</param>
internal sealed class MatchAloneBenchmark(string name, GeneratedOrderFlow flow)
    : Benchmark(name, $"an order message matched on one thread, {flow.Name} flow, reports not read")
{
    private OrderFlowRunner? _runner;
    private OrderFlowResult? _expected;
    private long _reports;
    private string? _note;

    public override string? Reference => "ref-walk";

    public override string? Note => _note;

    public override string? SetUp(BenchmarkInput input)
    {
        _runner = new(input.Shared(flow.Name, flow.Open));
        _expected = _runner.Run();
        _note = $"generated {flow.Name} flow: {_expected.Messages:N0} messages, {_expected.Reports:N0} reports, {_expected.Fills:N0} fills, sha256 {_expected.Sha256}";
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        OrderFlowTiming timing = _runner!.Time();
        _reports = timing.Reports;
        return (timing.Messages, true);
    }

    public override void Check() => Require(_reports, _expected!.Reports, "reports");

    protected override void Release() => _runner?.Dispose();
}
