using LowLatency.Markets.Data;
using LowLatency.Trading.Venues;

namespace LowLatency.Replay.Venue;

/// <summary>
/// A venue in simulated time: the recorded market on one side, own orders on the other. Lives in exchange time only; the driver puts the
/// latencies between it and the engine. One thread; allocates nothing after construction.
/// </summary>
/// <remarks>
/// Times given to <see cref="OnMarketEvent"/> (the event's ExchangeTimeNs) and <see cref="OnRequest"/> never decrease over the calls of a run. The driver drains <see cref="TryTake"/> after each
/// call, so a venue need keep no more reports than one call causes. Every request is answered by at least one report, in the order of the requests:
/// New or Rejected first for a new order, Canceled or CancelReject for a cancel, Replaced or CancelReject for a replacement. A report copies Handle, Instrument and
/// Venue of the request and carries the time of the call that caused it as TransactTimeNs.
/// Requests have passed the engine's validation (known listing, tick, lot, positive quantity, a price exactly on limit orders).
/// Before a run the events of a warm-up recording, possibly of an earlier day, pass through <see cref="OnMarketEvent"/> while there are no own orders.
/// </remarks>
public interface ISimulatedVenue : IDisposable
{
    /// <summary>The market did something. Instruments the venue does not list are ignored.</summary>
    void OnMarketEvent(in MarketEvent e);

    /// <summary>A request has reached the venue.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeNs">When it reached the venue, ns since 1970-01-01 UTC.</param>
    void OnRequest(in VenueRequest request, long timeNs);

    /// <summary>Takes the oldest report not taken yet.</summary>
    /// <returns>False when there is none.</returns>
    bool TryTake(out VenueReport report);
}
