using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Replay.Venue.L2;

/// <summary>
/// A published venue model for data by level (hftbacktest's NoPartialFillExchange with its risk-averse queue, commit 20585dc): named and
/// reproducible, not realistic, since own orders take nothing from the market and execute whole or not at all.
/// </summary>
/// <remarks>
/// <code>
/// a limit order that meets the opposite best   fills whole at that best, as taker; post-only expires instead
/// a market order                               fills whole at the opposite best, as taker; canceled where there is none
/// any other limit order                        rests with ahead = the size displayed at its price; IOC and FOK are canceled
/// a level at its price is set                  ahead = min(ahead, new size)
/// a trade at its price, against its side       ahead -= quantity; fills whole when ahead is below zero by a lot or more
/// a trade through its price                    fills whole
/// the opposite best reaches its price          fills whole
/// replace: new price or larger quantity        as a new order: the queue position is lost, and it may take or, post-only, expire
/// replace: same price, smaller quantity        keeps its queue position
/// </code>
/// Resting orders fill at their own price, as maker, the best-priced first and at a price in order of arrival. Halts in the data are not looked at.
/// </remarks>
public sealed class RiskAverseQueueVenue : ISimulatedVenue
{
    private const int MostReports = 1 << 16;

    private readonly RiskAverseQueueBook?[] _books;
    private readonly OwnOrders _orders;
    private readonly VenueReportQueue _reports;

    /// <summary>Takes all memory for own orders.</summary>
    /// <param name="venue">The venue it stands for.</param>
    /// <param name="definition">Whose listings at that venue it trades.</param>
    /// <exception cref="ArgumentException">The venue lists nothing, or a listing's tick is not a multiple of the market data's; lists every fault.</exception>
    public RiskAverseQueueVenue(VenueId venue, EngineDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ListingDefinition[] listings = [.. definition.Listings.Where(listing => listing.Venue == venue)];
        List<string> faults = [.. listings
            .Where(listing => listing.TickSize.Raw % definition.Instruments[listing.Instrument].TickSize.Raw != 0)
            .Select(listing => $"tickSize={listing.TickSize} of {definition.Instruments[listing.Instrument].Symbol} must be a multiple of its market data's tickSize={definition.Instruments[listing.Instrument].TickSize}")];
        if (listings.Length == 0)
        {
            faults.Add($"venue={venue} lists nothing");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(definition));
        }

        _reports = new VenueReportQueue(Math.Min(definition.Limits.MaxOrders, MostReports) + 2);
        _orders = new OwnOrders(venue, definition.Limits.OrderSlots, _reports);
        _books = new RiskAverseQueueBook?[definition.Instruments.Count + 1];
        foreach (ListingDefinition listing in listings)
        {
            _books[listing.Instrument.Value] = new RiskAverseQueueBook(definition.Instruments[listing.Instrument], _orders);
        }
    }

    /// <summary>Market-data events that could not be: no side, a price off the tick or not above zero, a negative size.</summary>
    public long BadEvents { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Data by order or by quote: this model needs levels.</exception>
    public void OnMarketEvent(in MarketEvent e)
    {
        RiskAverseQueueBook? book = (uint)e.Instrument.Value < (uint)_books.Length ? _books[e.Instrument.Value] : null;
        if (book is null)
        {
            return;
        }

        switch (e.Kind)
        {
            case MarketEventKind.LevelSet:
                BadEvents += book.SetLevel(in e) ? 0 : 1;
                break;
            case MarketEventKind.Trade:
                book.Trade(in e);
                break;
            case MarketEventKind.LevelsCleared:
                BadEvents += book.ClearLevels(in e) ? 0 : 1;
                break;
            case MarketEventKind.Status:
                break;
            default:
                throw new NotSupportedException($"{nameof(RiskAverseQueueVenue)} needs market data by level, and instrument={e.Instrument} has {e.Kind}");
        }
    }

    /// <inheritdoc/>
    public void OnRequest(in VenueRequest request, long timeNs)
    {
        switch (request.Kind)
        {
            case VenueRequestKind.New:
                New(in request, timeNs);
                break;
            case VenueRequestKind.Cancel:
                Cancel(in request, timeNs);
                break;
            case VenueRequestKind.Replace:
                Replace(in request, timeNs);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(request), request.Kind, "no such request");
        }
    }

    /// <inheritdoc/>
    public bool TryTake(out VenueReport report) => _reports.TryTake(out report);

    /// <inheritdoc/>
    public void Dispose()
    {
        _orders.Dispose();
        foreach (RiskAverseQueueBook? book in _books)
        {
            book?.Dispose();
        }
    }

    private RiskAverseQueueBook? BookOf(InstrumentId instrument) => (uint)instrument.Value < (uint)_books.Length ? _books[instrument.Value] : null;

    private void New(in VenueRequest request, long timeNs)
    {
        RiskAverseQueueBook? book = BookOf(request.Instrument);
        if (book is null || !_orders.CanHold(request.Handle) || !_orders[OwnOrders.NumberOf(request.Handle)].Handle.IsNone)
        {
            _orders.ReportRefusal(in request, RejectReason.VenueRejected, timeNs);
            return;
        }

        int number = OwnOrders.NumberOf(request.Handle);
        ref QueuedOrder order = ref _orders[number];
        order = new QueuedOrder
        {
            Handle = request.Handle,
            VenueOrderId = _orders.NextOrderId(),
            Price = request.Price.Raw,
            Quantity = request.Quantity.Raw,
            Instrument = request.Instrument,
            Side = request.Side.OfBook(),
            OrderType = request.OrderType,
            TimeInForce = request.TimeInForce,
            ExecInst = request.ExecInst,
        };
        _orders.Report(in order, ExecType.New, timeNs);
        Enter(book, number, timeNs);
    }

    private void Cancel(in VenueRequest request, long timeNs)
    {
        int number = _orders.Find(request.Handle);
        if (number == 0)
        {
            _orders.ReportRefusal(in request, RejectReason.VenueTooLate, timeNs);
            return;
        }

        ref QueuedOrder order = ref _orders[number];
        BookOf(order.Instrument)!.Remove(number);
        End(ref order, OrdStatus.Canceled, timeNs);
    }

    private void Replace(in VenueRequest request, long timeNs)
    {
        int number = _orders.Find(request.Handle);
        if (number == 0)
        {
            _orders.ReportRefusal(in request, RejectReason.VenueTooLate, timeNs);
            return;
        }

        ref QueuedOrder order = ref _orders[number];
        bool keepsPlace = request.Price.Raw == order.Price && request.Quantity.Raw <= order.Quantity;
        RiskAverseQueueBook book = BookOf(order.Instrument)!;
        if (!keepsPlace)
        {
            book.Remove(number);
        }

        order.Price = request.Price.Raw;
        order.Quantity = request.Quantity.Raw;
        _orders.Report(in order, ExecType.Replaced, timeNs);
        if (!keepsPlace)
        {
            Enter(book, number, timeNs);
        }
    }

    /// <summary>Lets an order the venue has taken execute, rest or end.</summary>
    private void Enter(RiskAverseQueueBook book, int number, long timeNs)
    {
        ref QueuedOrder order = ref _orders[number];
        long opposite = book.Opposite(order.Side);
        bool market = order.OrderType == OrderType.Market;
        bool takes = opposite != 0 && (market || (order.Side == Side.Buy ? order.Price >= opposite : order.Price <= opposite));
        OrdStatus end = OrderTransitions.EndOfRemainder(order.OrderType, order.TimeInForce);
        if (takes && (order.ExecInst & ExecInst.PostOnly) != 0)
        {
            End(ref order, OrderTransitions.EndOfCrossingPostOnly, timeNs);
        }
        else if (takes)
        {
            _orders.ReportFill(in order, opposite, Liquidity.Removed, timeNs);
            order.Handle = default;
        }
        else if (end != OrdStatus.None)
        {
            End(ref order, end, timeNs);
        }
        else if (!book.Rest(number))
        {
            End(ref order, OrdStatus.Canceled, timeNs);
        }
    }

    private void End(ref QueuedOrder order, OrdStatus status, long timeNs)
    {
        _orders.Report(in order, status == OrdStatus.Expired ? ExecType.Expired : ExecType.Canceled, timeNs);
        order.Handle = default;
    }
}
