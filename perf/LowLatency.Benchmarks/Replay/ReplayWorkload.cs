using LowLatency.Benchmarks.Measuring;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Results;

namespace LowLatency.Benchmarks.Replay;

/// <summary>The whole of a recorded session through driver, books, engine, venue and quoting strategy; every round must give the same reports.</summary>
internal sealed class ReplayWorkload(string name, ReplayRecording recording, bool byOrder, int quoted) : Workload(name, "market events")
{
    private ReplayBench? _bench;
    private string? _outputHash;

    /// <summary>Of the last round.</summary>
    public ReplaySummary? Summary { get; private set; }

    public override void Prepare()
    {
        _bench?.Dispose();
        _bench = new(recording, byOrder, quoted);
    }

    public override (long Done, bool IsLast) Burst()
    {
        Summary = _bench!.Run();
        return (Summary.MarketEvents, true);
    }

    public override void Check()
    {
        _outputHash ??= Summary!.OutputHash;
        if (Summary!.OutputHash != _outputHash || Summary.Fills == 0 || Summary.Alarms.Total != 0)
        {
            throw new InvalidOperationException($"{Name}: outputHash={Summary.OutputHash} was {_outputHash}, fills={Summary.Fills}, alarms={Summary.Alarms.Total}");
        }
    }

    protected override void Release() => _bench?.Dispose();
}
