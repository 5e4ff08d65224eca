using LowLatency.Primitives.Metrics;
using LowLatency.Trading.Engine;

namespace LowLatency.Hosting.Metrics;

/// <summary>Wall-clock time the engine spent per stage on orders, cancels, replacements and reports, and from taking a new order to handing it to the venue; ns. The engine's thread writes, others read after it has stopped.</summary>
/// <remarks>Market data and timers are not measured. A stage an event does not pass is not counted for it. Values above a minute count as a minute.</remarks>
public sealed class StageLatencies
{
    private const long LongestNs = 60_000_000_000;
    private const int Digits = 3;

    private readonly LatencyHistogram[] _stages = [.. Enum.GetValues<EngineStage>().Select(_ => new LatencyHistogram(1, LongestNs, Digits))];

    /// <summary>From taking a new order to the gateway having it.</summary>
    public LatencyHistogram OrderToVenue { get; } = new(1, LongestNs, Digits);

    /// <summary>One stage.</summary>
    public LatencyHistogram this[EngineStage stage] => _stages[(int)stage];

    internal void Record(EngineStage stage, long ns) => _stages[(int)stage].Record(Math.Min(ns, LongestNs));

    internal void RecordOrder(long ns) => OrderToVenue.Record(Math.Min(ns, LongestNs));
}
