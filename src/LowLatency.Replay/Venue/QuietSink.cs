using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Venue;

/// <summary>For changes of a book that the venue reports itself, or not at all.</summary>
internal readonly struct QuietSink : IMatchSink
{
    public void OnAccepted(uint id, int owner, Side side, long price, long quantity)
    {
    }

    public void OnTrade(in RestingOrder maker, uint takerId, int takerOwner, long quantity, long takerLeaves)
    {
    }

    public void OnCanceled(uint id, int owner, Side side, long price, long quantity, CancelReason reason)
    {
    }

    public void OnReplaced(uint id, int owner, Side side, long price, long quantity, bool keepsPriority)
    {
    }

    public void OnRejected(MatchRequest request, uint id, MatchRejectReason reason)
    {
    }
}
