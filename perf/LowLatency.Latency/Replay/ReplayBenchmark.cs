using LowLatency.Latency.Measuring;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Results;

namespace LowLatency.Latency.Replay;

/// <summary>The whole of a recorded session through driver, books, engine, venue and quoting strategy; every round must give the same reports.</summary>
/// <param name="name">The row.</param>
/// <param name="byOrder">Whether the depth is by order (L3) or by level (L2).</param>
internal sealed class ReplayBenchmark(string name, bool byOrder)
    : Benchmark(name, $"a market event ({(byOrder ? "L3: a message" : "L2: a level change or trade")}) replayed with the quoting strategy")
{
    private const int LeastEvents = 400_000;

    private ReplayRecording? _recording;
    private ReplayBench? _bench;
    private ReplaySummary? _summary;
    private string? _outputHash;
    private string? _source;

    public override string? Reference => "ref-walk";

    public override DataKinds Data => byOrder ? DataKinds.Itch : DataKinds.Feed;

    public override IReadOnlyList<Goal> Goals => [Goal.AtLeast(GoalFigure.Median, 10e6)];

    public override string? Note => _source;

    public override string? SetUp(BenchmarkInput input)
    {
        string? path = input.FileOf(Data);
        ReplayRecording once = path is not null ? Sessions.FromFile(path) : byOrder ? Sessions.ByOrder() : Sessions.ByLevel();
        string source = $"{(path is null ? "generated session" : Path.GetFileName(path))}: {once.Count:N0} events, {once.Instruments.Count} instruments";
        _recording = LoopedRecording.Of(once, LeastEvents);
        _source = $"{source}, looped to {_recording.Count:N0} events";
        return null;
    }

    public override void Prepare()
    {
        _bench?.Dispose();
        _bench = new(_recording!, byOrder, _recording!.Instruments.Count);
    }

    public override (long Done, bool IsLast) Burst()
    {
        _summary = _bench!.Run();
        return (_summary.MarketEvents, true);
    }

    public override void Check()
    {
        _outputHash ??= _summary!.OutputHash;
        if (_summary!.OutputHash != _outputHash || _summary.Fills == 0 || _summary.Alarms.Total != 0)
        {
            throw new InvalidOperationException($"{Name}: outputHash={_summary.OutputHash} was {_outputHash}, fills={_summary.Fills}, alarms={_summary.Alarms.Total}");
        }
    }

    protected override void Release()
    {
        _bench?.Dispose();
        _recording?.Dispose();
    }
}
