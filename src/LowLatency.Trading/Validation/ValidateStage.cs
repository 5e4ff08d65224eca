using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Validation;

/// <summary>Is the request well-formed by the listing's rules? Owns static instrument and listing data. Every check is evaluated; the result is the set of those that failed.</summary>
internal struct ValidateStage(ListingTable listings, int accounts)
{
    private readonly uint _accounts = (uint)accounts;
    private ListingTable _listings = listings;

    /// <summary>Checks a new order and finds its listing and venue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong New(ref EngineEvent e)
    {
        int listing = _listings.Find(e.Instrument, e.Venue);
        ref readonly ListingRecord rules = ref _listings.At(listing);
        e.Listing = new ListingId(listing);
        bool known = _listings.IsInstrument(e.Instrument);
        bool market = e.OrderType == OrderType.Market;
        bool cannotRest = market | e.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok;
        if (listing != 0)
        {
            e.Venue = rules.Venue;
        }

        return FailedChecks.Bit(!known, RejectReason.UnknownInstrument)
            | FailedChecks.Bit(known & listing == 0, RejectReason.UnknownVenue)
            | FailedChecks.Bit((uint)e.Account.Value - 1 >= _accounts, RejectReason.UnknownAccount)
            | FailedChecks.Bit((uint)e.Side - 1 > 1, RejectReason.InvalidSide)
            | FailedChecks.Bit((uint)e.OrderType - 1 > 1, RejectReason.InvalidOrderType)
            | FailedChecks.Bit(!IsTimeInForce(e.TimeInForce), RejectReason.InvalidTimeInForce)
            | FailedChecks.Bit(e.ExecInst > ExecInst.PostOnly | (e.ExecInst == ExecInst.PostOnly & cannotRest), RejectReason.InvalidExecInst)
            | FailedChecks.Bit(market & e.Price.Raw != 0, RejectReason.InvalidPrice)
            | (market ? 0 : PriceChecks(e.Price.Raw, in rules))
            | QuantityChecks(e.Quantity.Raw, in rules);
    }

    /// <summary>Checks the new price and quantity of a replacement whose order has been located.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Replace(ref EngineEvent e)
    {
        ref readonly ListingRecord rules = ref _listings.At(e.Listing.Value);
        return PriceChecks(e.Price.Raw, in rules) | QuantityChecks(e.Quantity.Raw, in rules);
    }

    private static bool IsTimeInForce(TimeInForce value) => value <= TimeInForce.Fok & ((0b11011 >> (int)value) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PriceChecks(long price, ref readonly ListingRecord rules) =>
        FailedChecks.Bit(price <= 0, RejectReason.InvalidPrice)
        | FailedChecks.Bit(price > 0 & !rules.Tick.Divides(price), RejectReason.PriceOffTick)
        | FailedChecks.Bit(price > 0 & (price < rules.MinPrice | price > rules.MaxPrice), RejectReason.PriceOutOfBounds);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong QuantityChecks(long quantity, ref readonly ListingRecord rules) =>
        FailedChecks.Bit(quantity <= 0, RejectReason.InvalidQuantity)
        | FailedChecks.Bit(quantity > 0 & !rules.Lot.Divides(quantity), RejectReason.QuantityOffLot)
        | FailedChecks.Bit(quantity > 0 & (quantity < rules.MinQuantity | quantity > rules.MaxQuantity), RejectReason.QuantityOutOfBounds);
}
