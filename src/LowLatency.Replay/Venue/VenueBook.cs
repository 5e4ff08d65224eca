using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Matching;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Replay.Venue;

/// <summary>
/// One instrument of a <see cref="PriceTimeVenue"/>: the recorded market's orders and the own ones in one queue per price. What came in is in
/// <c>VenueBook.Market.cs</c> (recorded events) and <c>VenueBook.Requests.cs</c> (own orders); here is what both share.
/// </summary>
/// <remarks>
/// In the matching book recorded orders have their number as id, 1 to R; the own order in slot s has id R + s. Prices in ticks, quantities in lots.
/// Invariant between calls, while trading: no own order crosses a displayed order of the other side.
/// </remarks>
internal sealed partial class VenueBook : IDisposable
{
    private readonly MatchingBook _book;
    private readonly RecordedOrders _recorded;
    private readonly OwnOrderPool _own;
    private readonly OwnQueues _ownQueues;
    private readonly VenueReporter _reports;
    private readonly StrongBox<PriceTimeVenueCounters> _counters;
    private readonly SelfMatchRule _selfMatch;
    private readonly uint _maxRecorded;
    private readonly long _tick;
    private readonly long _lot;
    private long _arrivals;
    private TradingStatus _status;
    private QuietSink _quiet;

    public VenueBook(
        Instrument instrument,
        PriceTimeVenueLimits limits,
        SelfMatchRule selfMatch,
        OwnOrderPool own,
        VenueReporter reports,
        StrongBox<PriceTimeVenueCounters> counters)
    {
        _tick = instrument.TickSize.Raw;
        _lot = instrument.LotSize.Raw;
        _maxRecorded = (uint)limits.MaxRecordedOrders;
        _book = new(limits.Book);
        _recorded = new(limits.MaxRecordedOrders);
        _ownQueues = new(own, limits.MaxOwnOrders);
        _own = own;
        _reports = reports;
        _counters = counters;
        _selfMatch = selfMatch;
    }

    /// <summary>Only the continuous market trades; a recording that never says is taken to be that.</summary>
    public bool IsTrading => _status is TradingStatus.Unknown or TradingStatus.Open;

    /// <summary>Best displayed prices, own orders included.</summary>
    public TopOfBook Top()
    {
        _book.TryBest(Side.Buy, out long bid, out long bidLots);
        _book.TryBest(Side.Sell, out long ask, out long askLots);
        return new(new(bid * _tick), new(bidLots * _lot), new(ask * _tick), new(askLots * _lot));
    }

    /// <summary>What is displayed at a price, own orders included.</summary>
    public Quantity QuantityAt(Side side, Price price) =>
        price.Raw % _tick != 0 ? default : new(_book.QuantityAt(side, price.Raw / _tick) * _lot);

    /// <summary>What is displayed ahead of an own order at its price, other own orders included.</summary>
    public Quantity QuantityAhead(int slot) => new(AheadOf(slot) * _lot);

    /// <summary>What is left of an own order.</summary>
    public Quantity LeavesOf(in OwnOrder order) => new(order.Leaves * _lot);

    public bool CheckInvariants(out string broken) => _book.CheckInvariants(out broken) && CheckRecordedAndOwn(out broken);

    public void Dispose()
    {
        _book.Dispose();
        _recorded.Dispose();
        _ownQueues.Dispose();
    }

    private uint IdOf(int slot) => _maxRecorded + (uint)slot;

    private int SlotOf(uint id) => (int)(id - _maxRecorded);

    private long AheadOf(int slot)
    {
        _book.TryGetQueuePosition(IdOf(slot), out QueuePosition position);
        return position.Quantity;
    }

    /// <summary>A resting own order is hit at its price; the book is told here.</summary>
    private void FillResting(int slot, long lots)
    {
        _book.Reduce(IdOf(slot), lots, ref _quiet);
        ReportFill(slot, _own[slot].Price, lots, _reports.NextExecution(), Liquidity.Added);
        if (_own[slot].Leaves == 0)
        {
            _ownQueues.Remove(slot);
            _own.Remove(slot);
        }
    }

    private void ReportFill(int slot, long price, long lots, ulong execution, Liquidity liquidity)
    {
        ref OwnOrder order = ref _own[slot];
        order.Executed += lots;
        _reports.Trade(in order, execution, new(price * _tick), new(lots * _lot), liquidity);
    }

    private bool CheckRecordedAndOwn(out string broken)
    {
        broken = "";
        for (Side side = Side.Buy; side <= Side.Sell && broken.Length == 0; side++)
        {
            for (int slot = _ownQueues.Best(side); slot != 0 && broken.Length == 0; slot = _ownQueues.After(slot))
            {
                ref OwnOrder order = ref _own[slot];
                bool kept = _book.TryGetOrder(IdOf(slot), out RestingOrder resting);
                broken = !kept || resting.Price != order.Price || resting.Quantity != order.Leaves || resting.Side != order.Side
                    ? $"own order handle={order.Handle} price={order.Price} leaves={order.Leaves} is not in the book so"
                    : IsTrading && _book.WouldCross(side, order.Price)
                    ? $"own order handle={order.Handle} price={order.Price} crosses the book"
                    : "";
            }
        }

        return broken.Length == 0;
    }
}
