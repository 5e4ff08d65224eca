using LowLatency.Markets.Matching.Reports;

namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>Counts reports and forgets them.</summary>
internal readonly unsafe struct NoDrain(MatchReport* buffer, int capacity, long* count) : IMatchReportDrain
{
    public Span<MatchReport> Exchange(ReadOnlySpan<MatchReport> written)
    {
        *count += written.Length;
        return new(buffer, capacity);
    }
}
