using System.Reflection;
using System.Text.Json;
using LowLatency.Primitives.Metrics;

namespace LowLatency.Latency.Reports;

/// <summary>The results as a page of one file: table, throughput and time of every round, latency distributions. Nothing is loaded from elsewhere.</summary>
/// <remarks>The page is <c>Reports/page.html</c> with the results as JSON in place of its marker, and a curve of percentiles for each row that records latencies.</remarks>
internal static class HtmlReport
{
    private const string Marker = "/*RESULTS*/null";

    /// <summary>Percentiles of a curve, evenly spaced by the share of values that lie above: 0 to 99.9999 per cent.</summary>
    private static readonly double[] CurvePercentiles = [.. Enumerable.Range(0, 121).Select(i => 100 * (1 - Math.Pow(10, -i / 20.0)))];

    /// <summary>Writes the file, replacing one of that name.</summary>
    public static void Write(Report report, string path) => File.WriteAllText(path, Page().Replace(Marker, Data(report), StringComparison.Ordinal));

    private static string Page()
    {
        using Stream page = Assembly.GetExecutingAssembly().GetManifestResourceStream("page.html")!;
        using StreamReader text = new(page);
        return text.ReadToEnd();
    }

    private static string Data(Report report)
    {
        // The serializer escapes <, > and & in strings, so that no text can end the script it stands in.
        string curves = JsonSerializer.Serialize(report.Rows.Where(row => row.Latencies is { TotalCount: > 0 }).ToDictionary(row => row.Name, row => Curve(row.Latencies!)));
        return $"{{\"report\":{JsonReport.ToJson(report)},\"curves\":{curves}}}";
    }

    /// <summary>Points of percentile and nanoseconds.</summary>
    private static double[][] Curve(LatencyHistogram latencies) => [.. CurvePercentiles.Select(percentile => (double[])[percentile, latencies.ValueAtPercentile(percentile)])];
}
