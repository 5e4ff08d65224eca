using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;

namespace LowLatency.Testing.Model;

/// <summary>Sessions of venues, and halts of instruments.</summary>
public sealed partial class ReferenceEngine
{
    private readonly Dictionary<VenueId, TradingStatus> _venueStatus = definition.Venues.ToDictionary(venue => venue.Id, venue => venue.Status);
    private readonly Dictionary<InstrumentId, TradingStatus> _instrumentStatus = [];

    private void Status(EngineEvent e)
    {
        bool ofVenue = e.Instrument.Value == 0;
        bool isKnown = ofVenue ? e.Venue.Value >= 1 && e.Venue.Value <= definition.Venues.Count : IsInstrument(e.Instrument) && e.Venue.Value == 0;
        if (!isKnown || e.ReferenceHigh != 0 || e.ReferenceValue < 0 || e.ReferenceValue > byte.MaxValue || !Enum.IsDefined((TradingStatus)e.ReferenceValue))
        {
            Count("BadMarketData");
            return;
        }

        TradingStatus status = (TradingStatus)e.ReferenceValue;
        if (ofVenue)
        {
            _venueStatus[e.Venue] = status;
        }
        else
        {
            _instrumentStatus[e.Instrument] = status;
        }

        for (int i = 1; i <= definition.Instruments.Count; i++)
        {
            if (e.Instrument.Value == i || (ofVenue && definition.Listings.Any(listing => listing.Instrument.Value == i && listing.Venue == e.Venue)))
            {
                Trigger(new InstrumentId(i));
            }
        }

        foreach (ReferenceOrder order in _kept.Values.Where(order => order.IsParked && order.Status == OrdStatus.Held).OrderBy(order => (uint)order.Handle).ToList())
        {
            if (ofVenue ? order.Listing.Venue == e.Venue : order.Listing.Instrument == e.Instrument)
            {
                order.IsParked = false;
                MakeDue(order, Due.Release);
            }
        }

        if (status == TradingStatus.Closed)
        {
            foreach (ReferenceOrder order in _kept.Values.Where(order => order.Status == OrdStatus.Held).OrderBy(order => (uint)order.Handle).ToList())
            {
                if ((ofVenue ? order.Listing.Venue == e.Venue : order.Listing.Instrument == e.Instrument)
                    && order.TimeInForce is TimeInForce.Day or TimeInForce.AtTheOpening or TimeInForce.AtTheClose)
                {
                    MakeDue(order, Due.Expire);
                }
            }
        }
    }

    private static bool Trades(TradingStatus status) => status is TradingStatus.Unknown or TradingStatus.Open;

    /// <summary>Whether prices of an instrument trigger anything.</summary>
    private bool IsOpenSomewhere(InstrumentId instrument) =>
        Trades(_instrumentStatus.GetValueOrDefault(instrument)) && definition.Listings.Any(listing => listing.Instrument == instrument && Trades(_venueStatus[listing.Venue]));

    private void CheckSession(Failures failed, ListingDefinition listing, OrderType type, TimeInForce timeInForce)
    {
        foreach (TradingStatus status in (TradingStatus[])[_venueStatus[listing.Venue], _instrumentStatus.GetValueOrDefault(listing.Instrument)])
        {
            RejectReason reason = status == TradingStatus.Halted ? RejectReason.TradingHalted : RejectReason.SessionClosed;
            if (Passes(status, type, timeInForce) || failed.Has(reason))
            {
                continue;
            }

            failed.Add(reason, (long)status);
        }
    }

    private static bool Passes(TradingStatus status, OrderType type, TimeInForce timeInForce)
    {
        if (status is TradingStatus.Halted or TradingStatus.Closed)
        {
            return false;
        }

        if (Trades(status))
        {
            return status == TradingStatus.Unknown || timeInForce != TimeInForce.AtTheOpening;
        }

        return timeInForce is TimeInForce.AtTheOpening or TimeInForce.AtTheClose || (!IsMarket(type) && timeInForce is not (TimeInForce.Ioc or TimeInForce.Fok));
    }
}
