namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>Hands reports to a report stream.</summary>
internal readonly struct StreamDrain(MatchReportWriter stream) : IMatchReportDrain
{
    public void Take(ReadOnlySpan<MatchReport> reports) => stream.Write(reports);
}
