using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Venue;

/// <summary>Hands the trades of an incoming order to its book; what is left of the order is the book's own concern.</summary>
internal readonly struct TakerSink(VenueBook book, int takerSlot) : IMatchSink
{
    public void OnAccepted(uint id, int owner, Side side, long price, long quantity)
    {
    }

    public void OnTrade(in RestingOrder maker, uint takerId, int takerOwner, long quantity, long takerLeaves) =>
        book.OnTaken(takerSlot, maker.Id, maker.Price, quantity);

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
