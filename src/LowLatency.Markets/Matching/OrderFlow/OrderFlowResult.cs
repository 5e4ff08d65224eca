using LowLatency.Markets.Matching.Reports;

namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>What came out of an order flow.</summary>
/// <param name="Messages">Records of the file, faulty ones included.</param>
/// <param name="Reports">All reports.</param>
/// <param name="Fills">Trades.</param>
/// <param name="ReportsByKind">How many of each <see cref="MatchReportKind"/>, by its value.</param>
/// <param name="RejectsByReason">How many rejects of each <see cref="MatchRejectReason"/>, by its value.</param>
/// <param name="Resting">Orders in the book at the end.</param>
/// <param name="Sha256">SHA-256 of the report stream, lower-case hexadecimal.</param>
public sealed record OrderFlowResult(
    long Messages,
    long Reports,
    long Fills,
    IReadOnlyList<long> ReportsByKind,
    IReadOnlyList<long> RejectsByReason,
    int Resting,
    string Sha256);
