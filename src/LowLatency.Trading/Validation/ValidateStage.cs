using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Validation;

/// <summary>Is the request well-formed by the listing's rules? Owns static instrument and listing data. Every check is evaluated; the result is the set of those that failed.</summary>
internal struct ValidateStage(ListingTable listings)
{
    private ListingTable _listings = listings;

    /// <summary>Checks a new order and finds its listing and venue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong New(ref EngineEvent e)
    {
        ulong failed = 0;
        ulong place = e.Place;
        int listing = _listings.Find(place);
        ref readonly ListingRecord rules = ref _listings.At(listing);
        e.Listing = new ListingId(listing);
        if (listing == 0)
        {
            FailedChecks.Add(ref failed, true, _listings.IsInstrument(e.Instrument) ? RejectReason.UnknownVenue : RejectReason.UnknownInstrument);
        }
        else
        {
            e.Place = (place & ~EngineEvent.VenueMask) | ((ulong)rules.Venue.Value << EngineEvent.VenueShift);
        }

        ulong head = e.Head;
        if (!OrderTraits.ArePlain(head))
        {
            failed |= OrderTraits.Faults(in e);
        }

        FailedChecks.Add(ref failed, rules.Abilities.Missing(e.OrderType, e.TimeInForce, e.ExecInst) != VenueAbilities.None, RejectReason.UnsupportedOrderType);
        CheckPrice(ref failed, in e, in rules);
        CheckQuantity(ref failed, e.Quantity.Raw, in rules);
        return failed;
    }

    /// <summary>Checks the new price and quantity of a replacement whose order has been located.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Replace(ref EngineEvent e)
    {
        ref readonly ListingRecord rules = ref _listings.At(e.Listing.Value);
        ulong failed = 0;
        CheckPrice(ref failed, e.Price.Raw, in rules);
        CheckQuantity(ref failed, e.Quantity.Raw, in rules);
        return failed;
    }

    /// <summary>Checks price and quantity of an order the engine holds, as its type carries them.</summary>
    public readonly ulong Held(ref readonly EngineEvent e)
    {
        ref readonly ListingRecord rules = ref _listings.At(e.Listing.Value);
        ulong failed = 0;
        CheckPrice(ref failed, in e, in rules);
        CheckQuantity(ref failed, e.Quantity.Raw, in rules);
        return failed;
    }

    /// <summary>The price as the order's type carries it; what is no type is taken for a limit order.</summary>
    private static void CheckPrice(ref ulong failed, ref readonly EngineEvent e, ref readonly ListingRecord rules)
    {
        if (!e.OrderType.IsKnown() || e.OrderType.CarriesPrice() || (e.OrderType == OrderType.Pegged && e.Price.Raw != 0))
        {
            CheckPrice(ref failed, e.Price.Raw, in rules);
        }
        else
        {
            FailedChecks.Add(ref failed, e.Price.Raw != 0, RejectReason.InvalidPrice);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckPrice(ref ulong failed, long price, ref readonly ListingRecord rules)
    {
        if (price <= 0)
        {
            FailedChecks.Add(ref failed, true, RejectReason.InvalidPrice);
            return;
        }

        FailedChecks.Add(ref failed, !rules.Tick.DividesPositive(price), RejectReason.PriceOffTick);
        FailedChecks.Add(ref failed, price < rules.MinPrice || price > rules.MaxPrice, RejectReason.PriceOutOfBounds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckQuantity(ref ulong failed, long quantity, ref readonly ListingRecord rules)
    {
        if (quantity <= 0)
        {
            FailedChecks.Add(ref failed, true, RejectReason.InvalidQuantity);
            return;
        }

        FailedChecks.Add(ref failed, !rules.Lot.DividesPositive(quantity), RejectReason.QuantityOffLot);
        FailedChecks.Add(ref failed, quantity < rules.MinQuantity || quantity > rules.MaxQuantity, RejectReason.QuantityOutOfBounds);
    }
}
