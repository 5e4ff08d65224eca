using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Risk.Market;

/// <summary>Whether venues and instruments trade, as sequenced events said. An order needs both: its venue's state and its instrument's. Owned by the risk stage.</summary>
/// <remarks>
/// <code>
/// status                       passes
/// Unknown                      everything: nobody has said anything
/// PreOpen, Quotation, Auction  what can wait: no IOC, no FOK, market orders only for the opening or the close
/// Open                         everything but what is for the opening
/// Halted                       nothing (TradingHalted)
/// Closed                       nothing (SessionClosed)
/// </code>
/// </remarks>
internal sealed class TradingSessions
{
    private readonly TradingStatus[] _venues;
    private readonly TradingStatus[] _instruments;
    private readonly VenueId[][] _venuesOf;

    public TradingSessions(EngineDefinition definition)
    {
        _venues = [TradingStatus.Unknown, .. definition.Venues.Select(venue => venue.Status)];
        _instruments = new TradingStatus[definition.Instruments.Count + 1];
        _venuesOf = [.. Enumerable.Range(0, _instruments.Length).Select(i => definition.Listings.Where(listing => listing.Instrument.Value == i).Select(listing => listing.Venue).ToArray())];
    }

    /// <summary>The instruments that a status is of: one, or all of a venue.</summary>
    public bool Lists(VenueId venue, InstrumentId instrument) => Array.IndexOf(_venuesOf[instrument.Value], venue) >= 0;

    /// <summary>Takes a status. False for an unknown instrument, venue or status, or for both an instrument and a venue.</summary>
    public bool Set(InstrumentId instrument, VenueId venue, long status)
    {
        if (status is < 0 or > (long)TradingStatus.Auction)
        {
            return false;
        }

        bool isVenue = instrument.Value == 0;
        TradingStatus[] statuses = isVenue ? _venues : _instruments;
        int index = isVenue ? venue.Value : instrument.Value;
        if (index < 1 || index >= statuses.Length || (!isVenue && venue.Value != 0))
        {
            return false;
        }

        statuses[index] = (TradingStatus)status;
        return true;
    }

    /// <summary>Whether everything passes but what is for the opening.</summary>
    public bool IsOpen(VenueId venue, InstrumentId instrument) => IsTrading(_venues[venue.Value]) && IsTrading(_instruments[instrument.Value]);

    /// <summary>Whether triggers of an instrument are looked at: it trades, and at least one venue that lists it does.</summary>
    public bool IsOpenSomewhere(InstrumentId instrument)
    {
        if (!IsTrading(_instruments[instrument.Value]))
        {
            return false;
        }

        foreach (VenueId venue in _venuesOf[instrument.Value])
        {
            if (IsTrading(_venues[venue.Value]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Why an order may not be sent now, as bits of <see cref="FailedChecks"/>.</summary>
    /// <param name="venue">A venue of the engine.</param>
    /// <param name="instrument">An instrument of the engine.</param>
    /// <param name="type">What its venue takes it for.</param>
    /// <param name="timeInForce">Any.</param>
    public ulong Refuse(VenueId venue, InstrumentId instrument, OrderType type, TimeInForce timeInForce) =>
        FailedChecks.Of(Refuse(_venues[venue.Value], type, timeInForce)).Bits | FailedChecks.Of(Refuse(_instruments[instrument.Value], type, timeInForce)).Bits;

    /// <summary>The status that is against an order for a reason: the venue's before the instrument's.</summary>
    public TradingStatus Against(RejectReason reason, VenueId venue, InstrumentId instrument, OrderType type, TimeInForce timeInForce) =>
        Refuse(_venues[venue.Value], type, timeInForce) == reason ? _venues[venue.Value] : _instruments[instrument.Value];

    private static RejectReason Refuse(TradingStatus status, OrderType type, TimeInForce timeInForce)
    {
        bool isForLater = timeInForce is TimeInForce.AtTheOpening or TimeInForce.AtTheClose;
        bool waits = timeInForce is not (TimeInForce.Ioc or TimeInForce.Fok) && (isForLater || type is not (OrderType.Market or OrderType.MarketToLimit));
        return status switch
        {
            TradingStatus.Halted => RejectReason.TradingHalted,
            TradingStatus.Closed => RejectReason.SessionClosed,
            TradingStatus.Open when timeInForce == TimeInForce.AtTheOpening => RejectReason.SessionClosed,
            TradingStatus.PreOpen or TradingStatus.Quotation or TradingStatus.Auction when !waits => RejectReason.SessionClosed,
            _ => RejectReason.None,
        };
    }

    private static bool IsTrading(TradingStatus status) => status is TradingStatus.Unknown or TradingStatus.Open;
}
