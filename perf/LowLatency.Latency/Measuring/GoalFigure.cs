namespace LowLatency.Latency.Measuring;

/// <summary>What a <see cref="Goal"/> bounds.</summary>
internal enum GoalFigure
{
    /// <summary>The median over the rounds.</summary>
    Median,

    /// <summary>Latency, nanoseconds.</summary>
    P50,

    /// <summary>Latency, nanoseconds.</summary>
    P99,

    /// <summary>Latency, nanoseconds.</summary>
    P999,

    /// <summary>The median of the rounds' ratios to the reference.</summary>
    Ratio,

    /// <summary>The median less the reference's median, nanoseconds.</summary>
    Beyond,

    /// <summary>The 50th percentile as a multiple of the reference's median.</summary>
    P50Ratio,

    /// <summary>The 99th percentile as a multiple of the reference's median.</summary>
    P99Ratio,

    /// <summary>Bytes allocated by both threads in all rounds.</summary>
    AllocatedBytes,
}
