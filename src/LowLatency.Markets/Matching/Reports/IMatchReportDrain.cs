namespace LowLatency.Markets.Matching.Reports;

/// <summary>Takes stretches of reports off a <see cref="ReportBuffer{TDrain}"/> and gives it room for more.</summary>
public interface IMatchReportDrain
{
    /// <summary>Takes the reports written to the present stretch, in order, none the first time, and gives the next stretch, of one report or more. What the present one holds may change afterwards.</summary>
    Span<MatchReport> Exchange(ReadOnlySpan<MatchReport> written);
}
