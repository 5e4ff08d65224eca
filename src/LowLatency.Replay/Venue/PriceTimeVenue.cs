using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Replay.Venue;

/// <summary>
/// The order-by-order venue: per instrument one book in price-time priority, in which the recorded market's orders and own orders stand in one queue per
/// price. Without market events it is a stand-alone exchange, whose participants are all requests (<see cref="SelfMatchRule.Trade"/>).
/// </summary>
/// <remarks>
/// Requests. A new order is answered New or Rejected; trades follow, then Canceled for what is left of a market, IOC or FOK order (FOK: of all of it), or
/// Expired, after New, for a post-only order that would take. Fills are at the maker's price; a taker finds what is displayed. A replacement's quantity is the total,
/// executed part included. A smaller or equal quantity at the same price keeps the place in the queue; everything else takes the order out and lets it come anew: it may trade, and a
/// post-only order that would take expires. A total not above what has executed cancels the rest, reported as Canceled. What is not open is VenueTooLate. Order numbers and execution
/// numbers count from 1; a replaced order keeps its number; the two sides of a trade between requests, the maker first, share an execution number.
/// <para>
/// Recorded events. An own order rests behind what is displayed at its price when it comes, and moves up as what is ahead executes or is canceled. It is hit
/// (a) by an execution of a recorded order that is worse, or at its price and came later: the aggressor would have met it first;
/// (b) by a trade that shows no order (hidden or off the book): through its price with all of the quantity; at its price with what exceeds the displayed quantity ahead of it, since
/// what is displayed comes before what is hidden. The aggressor's side is not looked at (ITCH has not told it since 2014): whoever sold at or below an own bid would have sold to that bid, and likewise for offers;
/// (c) by a recorded order that comes, or is replaced, to a price that crosses it: with as much of the order as it needs.
/// Each recorded lot hits own orders once; beyond its quantity nothing fills. The recording is not bent by this: executions and cancels of recorded orders count as recorded.
/// An execution ahead of an own order never hits it, even where own orders have taken what executes.
/// </para>
/// <para>
/// What own orders take from a recorded order, or it gives them by (c), stays taken: later executions, reductions and replacements of it first shrink what is still displayed, and a replacement
/// shows its quantity less what was taken. So own takes and recorded executions together never exceed what the order ever displayed.
/// </para>
/// <para>
/// Trading status Unknown and Open trade. In any other, new orders are Rejected and replacements refused with VenueRejected, nothing fills, cancels work; recorded orders go on changing the book, and on
/// return to trading those that cross own orders hit them by (c). Closed expires day orders; good-till-cancel orders stay. Auctions are not modelled.
/// </para>
/// <para>
/// Capacities are bounded: an own order beyond them is Rejected with OrderCapacity, a recorded order beyond them is left out, both counted. After construction only the map of
/// recorded references grows, in native memory.
/// </para>
/// </remarks>
public sealed class PriceTimeVenue : ISimulatedVenue
{
    private const int MostOwnOrders = 1 << 16;

    private readonly VenueBook?[] _books;
    private readonly OwnOrderPool _own;
    private readonly VenueReporter _reports;
    private readonly StrongBox<PriceTimeVenueCounters> _counters = new();

    /// <summary>Takes all memory.</summary>
    /// <param name="listed">The instruments that trade here; tick and lot are the grid of orders and of the recorded market.</param>
    /// <param name="limits">The capacities.</param>
    /// <param name="selfMatch">Whether requests trade with each other.</param>
    /// <exception cref="ArgumentException">A capacity is out of range, or an instrument comes twice.</exception>
    public PriceTimeVenue(IReadOnlyCollection<Instrument> listed, PriceTimeVenueLimits limits, SelfMatchRule selfMatch = SelfMatchRule.CancelNewest)
    {
        ArgumentNullException.ThrowIfNull(listed);
        limits.Validate();
        if (listed.Select(i => i.Id).Distinct().Count() != listed.Count)
        {
            throw new ArgumentException($"listed={string.Join(',', listed.Select(i => i.Symbol))} names an instrument twice");
        }

        _own = new(limits.MaxOwnOrders);
        _reports = new(limits.MaxReports);
        _books = new VenueBook?[listed.Select(i => i.Id.Value).DefaultIfEmpty().Max() + 1];
        foreach (Instrument instrument in listed)
        {
            _books[instrument.Id.Value] = new(instrument, limits, selfMatch, _own, _reports, _counters);
        }
    }

    /// <summary>A venue of an engine, with all it lists there.</summary>
    /// <param name="venue">The venue it stands for.</param>
    /// <param name="definition">Whose listings at that venue it trades.</param>
    /// <param name="maxRecordedOrders">As of <see cref="PriceTimeVenueLimits"/>. Own orders are bounded by the engine's own limit, and by 65,536.</param>
    /// <exception cref="ArgumentException">The venue lists nothing, or a listing's tick or lot is not a multiple of the market data's; lists every fault.</exception>
    public static PriceTimeVenue For(VenueId venue, EngineDefinition definition, int maxRecordedOrders = 1 << 16)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ListingDefinition[] listings = [.. definition.Listings.Where(listing => listing.Venue == venue)];
        List<string> faults = listings.Length == 0 ? [$"venue={venue} lists nothing"] : [];
        foreach (ListingDefinition listing in listings)
        {
            Instrument instrument = definition.Instruments[listing.Instrument];
            if (listing.TickSize.Raw % instrument.TickSize.Raw != 0 || listing.LotSize.Raw % instrument.LotSize.Raw != 0)
            {
                faults.Add($"tickSize={listing.TickSize} lotSize={listing.LotSize} of {instrument.Symbol} must be multiples of its market data's {instrument.TickSize} and {instrument.LotSize}");
            }
        }

        return faults.Count > 0
            ? throw new ArgumentException(string.Join("; ", faults), nameof(definition))
            : new([.. listings.Select(listing => definition.Instruments[listing.Instrument])], new(maxRecordedOrders, Math.Min(definition.Limits.MaxOrders, MostOwnOrders)));
    }

    /// <summary>What was odd so far.</summary>
    public PriceTimeVenueCounters Counters => _counters.Value;

    /// <summary>Own orders that are open.</summary>
    public int OpenOrders => _own.Count;

    /// <inheritdoc/>
    public void OnMarketEvent(in MarketEvent e)
    {
        VenueBook? book = Book(e.Instrument);
        if (book is null)
        {
            _counters.Value.UnlistedEvents++;
            return;
        }

        _reports.TimeNs = e.ExchangeTimeNs;
        book.OnMarketEvent(in e);
    }

    /// <inheritdoc/>
    public void OnRequest(in VenueRequest request, long timeNs)
    {
        _reports.TimeNs = timeNs;
        switch (request.Kind)
        {
            case VenueRequestKind.New:
                Enter(in request);
                break;
            case VenueRequestKind.Cancel:
            case VenueRequestKind.Replace:
                Change(in request);
                break;
            default:
                _counters.Value.InvalidRequests++;
                _reports.Refused(in request, RejectReason.VenueRejected);
                break;
        }
    }

    /// <inheritdoc/>
    public bool TryTake(out VenueReport report) => _reports.TryTake(out report);

    /// <summary>Best displayed prices of an instrument, own orders included; empty for one that is not listed.</summary>
    public TopOfBook TopOf(InstrumentId instrument) => Book(instrument)?.Top() ?? default;

    /// <summary>What is displayed at a price, own orders included.</summary>
    public Quantity QuantityAt(InstrumentId instrument, Side side, Price price) => Book(instrument)?.QuantityAt(side, price) ?? default;

    /// <summary>What is left of an own order and what is displayed ahead of it at its price, other own orders included; false when it is not open. Costs the number of orders ahead.</summary>
    public bool TryGetOrder(OrderHandle handle, out Quantity leaves, out Quantity ahead)
    {
        int slot = _own.Find(handle);
        VenueBook? book = slot == 0 ? null : Book(_own[slot].Instrument);
        leaves = book?.LeavesOf(in _own[slot]) ?? default;
        ahead = book?.QuantityAhead(slot) ?? default;
        return book is not null;
    }

    /// <summary>Walks every book: own orders stand in them with what they have left, none crosses while its instrument trades. False with the first broken promise.</summary>
    public bool CheckInvariants(out string broken)
    {
        broken = "";
        foreach (VenueBook? book in _books)
        {
            if (book is not null && !book.CheckInvariants(out broken))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (VenueBook? book in _books)
        {
            book?.Dispose();
        }

        _own.Dispose();
    }

    private void Enter(in VenueRequest request)
    {
        RejectReason reason = RejectReason.UnknownInstrument;
        VenueBook? book = Book(request.Instrument);
        if (request.Handle.IsNone || _own.Find(request.Handle) != 0)
        {
            _counters.Value.DuplicateHandles++;
            reason = RejectReason.VenueRejected;
        }
        else if (_own.IsFull)
        {
            _counters.Value.CapacityRejects++;
            reason = RejectReason.OrderCapacity;
        }
        else if (book is not null)
        {
            reason = book.Enter(in request);
        }

        if (reason != RejectReason.None)
        {
            _counters.Value.Rejected++;
            _reports.Refused(in request, reason);
        }
    }

    private void Change(in VenueRequest request)
    {
        int slot = _own.Find(request.Handle);
        VenueBook? book = slot == 0 ? null : Book(_own[slot].Instrument);
        RejectReason reason = RejectReason.VenueTooLate;
        if (book is not null && request.Kind == VenueRequestKind.Replace)
        {
            reason = book.Replace(slot, in request);
        }
        else if (book is not null)
        {
            reason = RejectReason.None;
            book.Cancel(slot);
        }

        if (reason != RejectReason.None)
        {
            _counters.Value.CancelRejects++;
            _reports.Refused(in request, reason);
        }
    }

    private VenueBook? Book(InstrumentId instrument) => (uint)instrument.Value < (uint)_books.Length ? _books[instrument.Value] : null;
}
