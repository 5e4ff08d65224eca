namespace LowLatency.Latency.Measuring;

/// <summary>What a round of a benchmark comes to: the figure whose median over the rounds is reported and judged.</summary>
internal enum Figure
{
    /// <summary>Operations per second: what the bursts counted over the time they took.</summary>
    Rate,

    /// <summary>Nanoseconds an operation: the time the bursts took over what they counted.</summary>
    MeanTime,

    /// <summary>Nanoseconds: the middle one of the latencies the round recorded, for an open loop, in which the time of the burst says nothing.</summary>
    MedianLatency,
}
