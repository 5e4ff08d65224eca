namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>Lets reports be overwritten, and counts them: for timing.</summary>
internal readonly unsafe struct NoDrain(long* count) : IMatchReportDrain
{
    public void Take(ReadOnlySpan<MatchReport> reports) => *count += reports.Length;
}
