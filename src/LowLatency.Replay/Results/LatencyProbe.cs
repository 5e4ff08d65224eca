using System.Diagnostics;
using LowLatency.Trading.Engine;

namespace LowLatency.Replay.Results;

/// <summary>Stamps order requests and venue reports at each stage with the machine's monotonic counter. Costs a stamp a stage; what it reads never enters an event, so outputs stay the same.</summary>
public struct LatencyProbe : IStageProbe
{
    private const long NsPerSecond = 1_000_000_000;

    private readonly StageLatencies _latencies;
    private long _begun;
    private long _last;
    private bool _isMeasured;
    private bool _isNew;

    /// <summary>Writes to the given histograms.</summary>
    public LatencyProbe(StageLatencies latencies)
    {
        ArgumentNullException.ThrowIfNull(latencies);
        _latencies = latencies;
    }

    /// <inheritdoc/>
    public void Begin(EngineEventKind kind)
    {
        _isNew = kind == EngineEventKind.NewOrder;
        _isMeasured = kind is EngineEventKind.NewOrder or EngineEventKind.VenueReport or EngineEventKind.Cancel or EngineEventKind.Replace;
        if (_isMeasured)
        {
            _begun = _last = Stopwatch.GetTimestamp();
        }
    }

    /// <inheritdoc/>
    public void Mark(EngineStage stage)
    {
        if (!_isMeasured)
        {
            return;
        }

        long now = Stopwatch.GetTimestamp();
        _latencies.Of(stage).Record(Nanoseconds(now - _last));
        _last = now;
        if (_isNew & stage == EngineStage.Submit)
        {
            _latencies.OrderToVenue.Record(Nanoseconds(now - _begun));
        }
    }

    private static long Nanoseconds(long ticks) =>
        Stopwatch.Frequency == NsPerSecond ? ticks : (long)((Int128)ticks * NsPerSecond / Stopwatch.Frequency);
}
