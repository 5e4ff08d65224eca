using LowLatency.Primitives.Metrics;
using LowLatency.Trading.Engine;

namespace LowLatency.Replay.Results;

/// <summary>How long the engine's stages took on order requests and venue reports, in wall-clock nanoseconds, as a <see cref="LatencyProbe"/> wrote it down. Read it when the engine has stopped.</summary>
public sealed class StageLatencies
{
    private const long LongestNs = 60_000_000_000;
    private const int SignificantDigits = 3;

    private readonly LatencyHistogram[] _stages = [.. Stages.Select(_ => New())];

    /// <summary>The stages, in order.</summary>
    public static IReadOnlyList<EngineStage> Stages { get; } = Enum.GetValues<EngineStage>();

    /// <summary>From taking a new order out of its inbox to having handed it to the gateway.</summary>
    public LatencyHistogram OrderToVenue { get; } = New();

    /// <summary>Time spent in a stage by new orders, cancels, replacements and venue reports.</summary>
    public LatencyHistogram Of(EngineStage stage) => _stages[(int)stage];

    private static LatencyHistogram New() => new(1, LongestNs, SignificantDigits);
}
