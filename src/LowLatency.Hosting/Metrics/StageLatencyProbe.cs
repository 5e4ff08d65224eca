using System.Diagnostics;
using LowLatency.Trading.Engine;

namespace LowLatency.Hosting.Metrics;

/// <summary>Measures stages with the system's monotonic clock, some 25 ns a reading; market data and timers cost one comparison.</summary>
/// <param name="latencies">Takes the measurements.</param>
public struct StageLatencyProbe(StageLatencies latencies) : IStageProbe
{
    private static readonly long NsPerTick = Math.Max(1, 1_000_000_000 / Stopwatch.Frequency);

    private readonly StageLatencies _latencies = latencies;
    private long _begin;
    private long _last;
    private bool _isOrder;

    /// <inheritdoc/>
    public void Begin(EngineEventKind kind)
    {
        if (kind is EngineEventKind.TopOfBook or EngineEventKind.Timer or EngineEventKind.Operator)
        {
            _last = 0;
            return;
        }

        _isOrder = kind == EngineEventKind.NewOrder;
        _begin = _last = Stopwatch.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Mark(EngineStage stage)
    {
        if (_last == 0)
        {
            return;
        }

        long now = Stopwatch.GetTimestamp();
        _latencies.Record(stage, (now - _last) * NsPerTick);
        if (_isOrder && stage == EngineStage.Submit)
        {
            _latencies.RecordOrder((now - _begin) * NsPerTick);
        }

        _last = now;
    }
}
