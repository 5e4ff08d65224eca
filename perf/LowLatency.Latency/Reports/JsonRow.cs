using System.Text.Json.Serialization;

namespace LowLatency.Latency.Reports;

/// <summary>A row as it stands in the JSON file.</summary>
internal sealed record JsonRow
{
    public required string Name { get; init; }

    /// <summary>What one operation is.</summary>
    public required string Work { get; init; }

    /// <summary><c>1/s</c> or <c>ns</c>: of median, min, max, referenceValue and rounds.</summary>
    public required string Unit { get; init; }

    /// <summary>Over the judged rounds.</summary>
    public double? Median { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>Latency in nanoseconds over all judged rounds, as the other percentiles.</summary>
    public double? P50 { get; init; }

    public double? P99 { get; init; }

    [JsonPropertyName("p99_9")]
    public double? P999 { get; init; }

    [JsonPropertyName("p99_99")]
    public double? P9999 { get; init; }

    public double? MaxLatency { get; init; }

    public double? AverageBatch { get; init; }

    /// <summary><c>near</c> or <c>far</c>; null on one core.</summary>
    public string? Placement { get; init; }

    /// <summary>By both threads, inside all bursts.</summary>
    public long? AllocatedBytes { get; init; }

    public IReadOnlyList<long>? AllocatedBytesByThread { get; init; }

    public string? Reference { get; init; }

    /// <summary>The median of the reference in the same rounds.</summary>
    public double? ReferenceValue { get; init; }

    /// <summary>The median of the rounds' ratios of value to reference.</summary>
    public double? Ratio { get; init; }

    /// <summary>The judged rounds' values in order.</summary>
    public required IReadOnlyList<double> Rounds { get; init; }

    /// <summary>The raw cache-line round trip probed around the bursts, median.</summary>
    public double? LineRoundTripNs { get; init; }

    /// <summary>Rounds in which the system took a core from a measuring thread.</summary>
    public int PreemptedRounds { get; init; }

    /// <summary>Bursts that lost their real-time priority at 100 ms.</summary>
    public int BurstsCut { get; init; }

    /// <summary>Samples with the cores far apart: beside the others, not judged.</summary>
    public JsonFarSamples? Far { get; init; }

    public required IReadOnlyList<JsonGoal> Goals { get; init; }

    /// <summary>Null where there is no goal, or nothing to judge it by.</summary>
    public bool? GoalsMet { get; init; }

    public string? Note { get; init; }

    /// <summary>Why it did not run; null if it did.</summary>
    public string? Skipped { get; init; }
}
