using LowLatency.Markets.Matching.Reports;

namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>Hands reports to a report stream.</summary>
internal readonly unsafe struct StreamDrain(MatchReport* buffer, int capacity, MatchReportWriter stream) : IMatchReportDrain
{
    public Span<MatchReport> Exchange(ReadOnlySpan<MatchReport> written)
    {
        stream.Write(written);
        return new(buffer, capacity);
    }
}
