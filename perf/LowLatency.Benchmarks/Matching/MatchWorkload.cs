using LowLatency.Benchmarks.Measuring;
using LowLatency.Markets.Matching.OrderFlow;

namespace LowLatency.Benchmarks.Matching;

/// <summary>Matching alone over an order flow in memory, from an empty book each round; reports as 64-byte records into a buffer of 4,096 that is overwritten.</summary>
internal sealed class MatchWorkload : Workload
{
    private readonly OrderFlowRunner _runner;
    private readonly bool _prefetch;
    private long _reports;

    public MatchWorkload(string name, OrderFlowFile file, bool prefetch)
        : base(name, "messages")
    {
        _prefetch = prefetch;
        _runner = new(file);
        Result = _runner.Run();
    }

    /// <summary>Of the run whose reports were hashed.</summary>
    public OrderFlowResult Result { get; }

    public override (long Done, bool IsLast) Burst()
    {
        OrderFlowTiming timing = _runner.Time(_prefetch);
        _reports = timing.Reports;
        return (timing.Messages, true);
    }

    public override void Check() => Require(_reports, Result.Reports, "reports");

    protected override void Release() => _runner.Dispose();
}
