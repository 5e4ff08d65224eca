using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Latency.Matching;

/// <summary>Reads every report.</summary>
internal struct ReportSummingHandler : IEventHandler<MatchReport>
{
    public long Reports;
    public long Trades;
    public long Batches;
    public long Sum;

    public void OnEvent(ref MatchReport value, long sequence, bool endOfBatch)
    {
        Reports++;
        Trades += value.Kind == MatchReportKind.Trade ? 1 : 0;
        Batches += endOfBatch ? 1 : 0;
        Sum += value.Price + value.Quantity + (long)value.OrderId;
    }
}
