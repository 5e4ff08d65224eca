using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Matching.Reports;

/// <summary>Takes the reports of a <see cref="MatchingBook"/>, one call each, in the order in which things happened. A struct, so that the calls are inlined.</summary>
/// <remarks>Called inside of the book's methods: must not call the book, must not throw. Prices in ticks, quantities in lots.</remarks>
public interface IMatchSink
{
    /// <summary>A new order is taken, before its first trade.</summary>
    void OnAccepted(uint id, int owner, Side side, long price, long quantity);

    /// <summary>A trade at the maker's price. The maker is shown with what it has left; at 0 it has left the book.</summary>
    void OnTrade(in RestingOrder maker, uint takerId, int takerOwner, long quantity, long takerLeaves);

    /// <summary>The open quantity of an order is canceled and the order gone.</summary>
    void OnCanceled(uint id, int owner, Side side, long price, long quantity, CancelReason reason);

    /// <summary>An order has a new price and open quantity (before any trade that follows from it).</summary>
    void OnReplaced(uint id, int owner, Side side, long price, long quantity, bool keepsPriority);

    /// <summary>A request is refused.</summary>
    void OnRejected(MatchRequest request, uint id, MatchRejectReason reason);
}
