using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Reports;

/// <summary>The samples of a row whose cores were far apart.</summary>
internal sealed record JsonFarSamples(double Median, double Min, double Max, double? P50, double? P99, IReadOnlyList<double> Rounds)
{
    /// <summary>Null if there is none beside near ones.</summary>
    public static JsonFarSamples? Of(Row row)
    {
        if (row.Far.Count == 0 || row.Far.Count == row.Samples.Count)
        {
            return null;
        }

        double[] values = [.. row.Far.Select(sample => sample.Value)];
        return new(
            Statistics.Median(values)!.Value,
            values.Min(),
            values.Max(),
            row.FarLatencies?.ValueAtPercentile(50),
            row.FarLatencies?.ValueAtPercentile(99),
            values);
    }
}
