namespace LowLatency.Markets.Matching;

/// <summary>Takes full stretches of reports off a <see cref="ReportBuffer{TDrain}"/>.</summary>
public interface IMatchReportDrain
{
    /// <summary>Reports in order. The span is used again afterwards.</summary>
    void Take(ReadOnlySpan<MatchReport> reports);
}
