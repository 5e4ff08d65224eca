using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>
/// The narrow waist between the engine and a venue. A struct, used as a type argument, on the engine's thread: nothing it does may block, allocate or
/// throw. A venue on another thread stands behind a <see cref="RingVenueGateway"/>.
/// </summary>
/// <remarks>
/// A request that could not be sent is refused by the return value; the engine then feeds the refusal back through its own sources as a
/// report, so gateways never call upward. Reports are polled in batches: <see cref="Available"/>, each <see cref="Seen"/>, <see cref="Release"/>. Requests may be sent in between.
/// A gateway copies what it needs out of the event; the event is not its own after the call.
/// </remarks>
public interface IVenueGateway
{
    /// <summary>Sends a new order. Uses Handle, Listing, Instrument, Side, OrderType, TimeInForce, ExecInst, Price, Quantity, ClOrdId, ReferencePrice, TimeNs.</summary>
    /// <returns><see cref="RejectReason.None"/> when it is on its way.</returns>
    RejectReason NewOrder(ref readonly EngineEvent order);

    /// <summary>Sends a new order with terms: only what the venue's abilities name comes here, so a gateway of a venue that has none of them may refuse. Uses what a new order uses, and those terms that are not zero.</summary>
    /// <returns><see cref="RejectReason.None"/> when it is on its way.</returns>
    RejectReason NewOrder(ref readonly EngineEvent order, in OrderTerms terms);

    /// <summary>Sends a cancel. Uses Handle, Listing, Instrument, VenueOrderId, ClOrdId, TimeNs.</summary>
    /// <returns><see cref="RejectReason.None"/> when it is on its way.</returns>
    RejectReason Cancel(ref readonly EngineEvent cancel);

    /// <summary>Sends a replacement with a new price and a new total quantity. Uses what a cancel uses, and Price and Quantity.</summary>
    /// <returns><see cref="RejectReason.None"/> when it is on its way.</returns>
    RejectReason Replace(ref readonly EngineEvent replace);

    /// <summary>True when it holds no report. Any thread.</summary>
    bool IsQuiet { get; }

    /// <summary>How many reports can be read now. After <see cref="Release"/> of as many there may be more.</summary>
    int Available { get; }

    /// <summary>A report, to be worked on in place.</summary>
    /// <param name="index">From 0, the oldest, to below <see cref="Available"/>; not checked.</param>
    ref EngineEvent Seen(int index);

    /// <summary>Gives the oldest <paramref name="count"/> reports back.</summary>
    void Release(int count);
}
