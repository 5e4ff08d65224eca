using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>
/// The narrow waist between the engine and a venue. A struct, used as a type argument, on the engine's thread: nothing it does may block, allocate or
/// throw. A venue on another thread stands behind a <see cref="RingVenueGateway"/>.
/// </summary>
/// <remarks>
/// A request that could not be sent is refused by the return value; the engine then feeds the refusal back through its own sources as a
/// report, so gateways never call upward. Reports are polled: <see cref="Peek"/>, use, <see cref="Release"/>.
/// A gateway copies what it needs out of the event; the event is not its own after the call.
/// </remarks>
public interface IVenueGateway
{
    /// <summary>Sends a new order. Uses Handle, Listing, Instrument, Side, OrderType, TimeInForce, ExecInst, Price, Quantity, ClOrdId, ReferencePrice, TimeNs.</summary>
    /// <returns><see cref="RejectReason.None"/> when it is on its way.</returns>
    RejectReason NewOrder(ref readonly EngineEvent order);

    /// <summary>Sends a cancel. Uses Handle, Listing, Instrument, VenueOrderId, ClOrdId, TimeNs.</summary>
    /// <returns><see cref="RejectReason.None"/> when it is on its way.</returns>
    RejectReason Cancel(ref readonly EngineEvent cancel);

    /// <summary>Sends a replacement with a new price and a new total quantity. Uses what a cancel uses, and Price and Quantity.</summary>
    /// <returns><see cref="RejectReason.None"/> when it is on its way.</returns>
    RejectReason Replace(ref readonly EngineEvent replace);

    /// <summary>True when it holds no report for <see cref="Peek"/>. Any thread.</summary>
    bool IsQuiet { get; }

    /// <summary>The next report, to be worked on in place, or a null reference.</summary>
    ref EngineEvent Peek();

    /// <summary>Gives the report of <see cref="Peek"/> back.</summary>
    void Release();
}
