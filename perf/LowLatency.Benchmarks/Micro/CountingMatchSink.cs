using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Orders;

namespace LowLatency.Benchmarks.Micro;

/// <summary>Counts the reports of a book.</summary>
internal struct CountingMatchSink : IMatchSink
{
    public long Accepted;
    public long Canceled;
    public long Others;

    public void OnAccepted(uint id, int owner, Side side, long price, long quantity) => Accepted++;

    public void OnTrade(in RestingOrder maker, uint takerId, int takerOwner, long quantity, long takerLeaves) => Others++;

    public void OnCanceled(uint id, int owner, Side side, long price, long quantity, CancelReason reason) => Canceled++;

    public void OnReplaced(uint id, int owner, Side side, long price, long quantity, bool keepsPriority) => Others++;

    public void OnRejected(MatchRequest request, uint id, MatchRejectReason reason) => Others++;
}
