namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>How long one pass over an order flow took: matching alone, its reports written as 64-byte records to a buffer that is overwritten as it fills.</summary>
/// <param name="Messages">Records.</param>
/// <param name="Reports">Reports written.</param>
/// <param name="Elapsed">Time of the pass.</param>
public readonly record struct OrderFlowTiming(long Messages, long Reports, TimeSpan Elapsed)
{
    /// <summary>Messages per second; 0 where no time has passed.</summary>
    public double MessagesPerSecond => Elapsed > TimeSpan.Zero ? Messages / Elapsed.TotalSeconds : 0;
}
