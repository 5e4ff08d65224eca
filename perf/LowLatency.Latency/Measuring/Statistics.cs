namespace LowLatency.Latency.Measuring;

/// <summary>Sums over the rounds of a row.</summary>
internal static class Statistics
{
    /// <summary>The middle value, the mean of the two middle ones if they are even in number, or null if there is none.</summary>
    public static double? Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
