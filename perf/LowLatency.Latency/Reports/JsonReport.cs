using System.Text.Json;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Reports;

/// <summary>The results for machines. What does not apply is null; figures are per second or in nanoseconds, as <c>unit</c> says.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes the file, replacing one of that name.</summary>
    public static void Write(Report report, string path) => File.WriteAllText(path, ToJson(report) + "\n");

    /// <summary>The whole as one JSON object.</summary>
    public static string ToJson(Report report) => JsonSerializer.Serialize(
        new { report.Machine, report.Rounds, Results = report.Rows.Select(ResultOf) },
        Format);

    private static JsonRow ResultOf(Row row) => new()
    {
        Name = row.Name,
        Work = row.Work,
        Unit = row.Unit,
        Median = row.Median,
        Min = row.Min,
        Max = row.Max,
        P50 = row.Percentile(50),
        P99 = row.Percentile(99),
        P999 = row.Percentile(99.9),
        P9999 = row.Percentile(99.99),
        MaxLatency = row.Percentile(100),
        AverageBatch = row.AverageBatch,
        Placement = row.Placement?.ToString().ToLowerInvariant(),
        AllocatedBytes = row.Samples.Count == 0 ? null : row.AllocatedBytes.First + row.AllocatedBytes.Second,
        AllocatedBytesByThread = row.Samples.Count == 0 ? null : [row.AllocatedBytes.First, row.AllocatedBytes.Second],
        Reference = row.Reference,
        ReferenceValue = row.ReferenceValue,
        Ratio = row.Ratio,
        Rounds = [.. row.Judged.Select(sample => sample.Value)],
        LineRoundTripNs = Statistics.Median(row.Judged.Select(sample => sample.LineNs).Where(ns => ns > 0)),
        PreemptedRounds = row.Samples.Count(sample => sample.WasPreempted),
        BurstsCut = row.Samples.Sum(sample => sample.BurstsCut),
        Far = JsonFarSamples.Of(row),
        Goals = [.. row.Goals.Select(goal => new JsonGoal(goal.ToString(), row.Value(goal.Of), goal.IsMet(row.Value(goal.Of))))],
        GoalsMet = row.GoalsMet,
        Note = row.Note,
        Skipped = row.Skipped,
    };
}
