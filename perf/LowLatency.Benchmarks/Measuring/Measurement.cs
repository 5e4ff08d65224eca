namespace LowLatency.Benchmarks.Measuring;

/// <summary>What some rounds of a workload took, in nanoseconds per operation, in the order of the rounds.</summary>
/// <param name="Name">The workload's.</param>
/// <param name="Unit">What was counted, in the plural.</param>
/// <param name="Ns">Nanoseconds per operation of each round.</param>
/// <param name="AllocatedBytes">Bytes the measuring thread allocated inside all bursts.</param>
internal sealed record Measurement(string Name, string Unit, double[] Ns, long AllocatedBytes)
{
    public double Median => MedianOf(Ns);

    public double Min => Ns.Min();

    public double Max => Ns.Max();

    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>One line in millions per second.</summary>
    public string AsRate() => $"{Name}: {Ns.Length} rounds, M {Unit}/s: median {1000 / Median:F1}, best {1000 / Min:F1}, worst {1000 / Max:F1}";

    /// <summary>One line in nanoseconds.</summary>
    public string AsTime() => $"{Name}: median {Median:F1} ns, min {Min:F1}, max {Max:F1}, {AllocatedBytes} bytes";
}
