using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Books;

/// <summary>Every displayed order of one instrument, from a feed of orders: the queue of each price in order of arrival. One thread.</summary>
/// <remarks>
/// Takes the order kinds of <see cref="MarketEventKind"/>; the caller has chosen the events of its instrument. Prices above zero, quantities above zero.
/// Each order's quantity is in its level's exactly once: <c>level quantity = sum of the quantities of its orders</c>, and a level without orders does not exist.
/// </remarks>
public sealed unsafe class OrderBook : IDisposable
{
    private readonly OrderReferenceMap _slots;
    private readonly OrderSlots<QueuedOrder> _orders;
    private SplitLadder<BidSide, OrderQueue> _bids;
    private SplitLadder<AskSide, OrderQueue> _asks;
    private long _arrivals;

    /// <summary>An empty book.</summary>
    /// <param name="tickSize">The grid of all prices.</param>
    /// <param name="coarseTickSize">The grid most prices lie on, a multiple of the tick; null when that is the tick itself.</param>
    /// <param name="orders">Orders at one time before more memory is taken.</param>
    /// <param name="windowSize">Ticks around the best price that are fastest to reach, a power of two from 64; more are taken as needed.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public OrderBook(Price tickSize, Price? coarseTickSize = null, int orders = 1024, int windowSize = 1024)
    {
        long coarse = (coarseTickSize ?? tickSize).Raw;
        _bids = new(coarse, tickSize.Raw, windowSize, windowSize);
        _asks = new(coarse, tickSize.Raw, windowSize, windowSize);
        _orders = new(orders);
        _slots = new();
    }

    /// <summary>Orders in the book.</summary>
    public int Count => _slots.Count;

    /// <summary>How many orders have joined a queue so far: the <see cref="BookOrder.Arrival"/> of the last of them.</summary>
    public long Arrivals => _arrivals;

    /// <summary>Best price and size of both sides.</summary>
    public TopOfBook Top
    {
        get
        {
            PriceLevel bid = _bids.TryBest(out long bidPrice) ? new(new(bidPrice), new(_bids.Find(bidPrice)->Quantity)) : default;
            PriceLevel ask = _asks.TryBest(out long askPrice) ? new(new(askPrice), new(_asks.Find(askPrice)->Quantity)) : default;
            return new(bid.Price, bid.Quantity, ask.Price, ask.Quantity);
        }
    }

    /// <summary>Changes the book as the event says.</summary>
    public BookUpdate Apply(in MarketEvent change)
    {
        switch (change.Kind)
        {
            case MarketEventKind.OrderAdded:
                return Add(change.OrderId, change.Side, change.Price.Raw, change.Quantity.Raw);
            case MarketEventKind.OrderExecuted:
            case MarketEventKind.OrderExecutedAtPrice:
            case MarketEventKind.OrderReduced:
                return Reduce(change.OrderId, change.Quantity.Raw);
            case MarketEventKind.OrderDeleted:
                return Delete(change.OrderId);
            case MarketEventKind.OrderReplaced:
                return Replace(in change);
            default:
                return BookUpdate.None;
        }
    }

    /// <summary>Finds an order.</summary>
    public bool TryGetOrder(ulong reference, out BookOrder order)
    {
        int slot = _slots.Find(reference);
        order = slot < 0 ? default : Describe(in _orders[slot]);
        return slot >= 0;
    }

    /// <summary>The quantity displayed ahead of an order at its price; false when the order is not in the book. Costs the number of orders ahead.</summary>
    public bool TryGetQuantityAhead(ulong reference, out Quantity ahead)
    {
        int slot = _slots.Find(reference);
        long sum = 0;
        for (int at = slot < 0 ? -1 : _orders[slot].Previous; at >= 0; at = _orders[at].Previous)
        {
            sum += _orders[at].Quantity;
        }

        ahead = new(sum);
        return slot >= 0;
    }

    /// <summary>The quantity displayed at a price by orders that arrived not later than <paramref name="arrival"/>. Costs the number of those orders.</summary>
    public Quantity QuantityUpTo(Side side, Price price, long arrival)
    {
        OrderQueue* queue = Find(side, price.Raw);
        long sum = 0;
        for (int at = queue == null ? -1 : queue->Head; at >= 0 && _orders[at].Arrival <= arrival; at = _orders[at].Next)
        {
            sum += _orders[at].Quantity;
        }

        return new(sum);
    }

    /// <summary>The displayed size at a price.</summary>
    public Quantity QuantityAt(Side side, Price price)
    {
        OrderQueue* queue = Find(side, price.Raw);
        return queue == null ? default : new(queue->Quantity);
    }

    /// <summary>How many prices of a side have orders.</summary>
    public int CountOf(Side side) => side == Side.Buy ? _bids.Count : _asks.Count;

    /// <summary>Copies the levels of a side from the best on; returns how many.</summary>
    public int CopyBest(Side side, Span<PriceLevel> into) => side == Side.Buy ? CopyBest(ref _bids, into) : CopyBest(ref _asks, into);

    /// <summary>Copies the orders at a price in the order of their queue; returns how many.</summary>
    public int CopyQueue(Side side, Price price, Span<BookOrder> into)
    {
        OrderQueue* queue = Find(side, price.Raw);
        int copied = 0;
        for (int at = queue == null ? -1 : queue->Head; at >= 0 && copied < into.Length; at = _orders[at].Next)
        {
            into[copied++] = Describe(in _orders[at]);
        }

        return copied;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _bids.Dispose();
        _asks.Dispose();
        _slots.Dispose();
        _orders.Dispose();
    }

    private static BookOrder Describe(in QueuedOrder order) =>
        new(order.Reference, order.Side, new(order.Price), new(order.Quantity), order.Arrival);

    private static int CopyBest<TSide>(ref SplitLadder<TSide, OrderQueue> side, Span<PriceLevel> into)
        where TSide : struct, ILadderSide
    {
        int copied = 0;
        bool more = side.TryBest(out long price);
        while (more && copied < into.Length)
        {
            into[copied++] = new(new(price), new(side.Find(price)->Quantity));
            more = side.TryNextWorse(price, out price);
        }

        return copied;
    }

    private OrderQueue* Find(Side side, long price) => side == Side.Buy ? _bids.Find(price) : _asks.Find(price);

    private BookUpdate CheckNew(Side side, long price, long quantity)
    {
        if (side is not (Side.Buy or Side.Sell))
        {
            return BookUpdate.InvalidSide;
        }

        if (price <= 0 || !_bids.Fits(price))
        {
            return BookUpdate.InvalidPrice;
        }

        OrderQueue* queue = Find(side, price);
        return quantity <= 0 || (queue != null && queue->Quantity > long.MaxValue - quantity) ? BookUpdate.InvalidQuantity : BookUpdate.Applied;
    }

    private BookUpdate Add(ulong reference, Side side, long price, long quantity)
    {
        BookUpdate check = CheckNew(side, price, quantity);
        if (check != BookUpdate.Applied)
        {
            return check;
        }

        int slot = _orders.Take();
        if (!_slots.TryAdd(reference, slot))
        {
            _orders.Return(slot);
            return BookUpdate.DuplicateOrder;
        }

        OrderQueue* queue = side == Side.Buy ? _bids.GetOrAdd(price) : _asks.GetOrAdd(price);
        if (queue == null)
        {
            _slots.Remove(reference);
            _orders.Return(slot);
            return BookUpdate.Full;
        }

        int previous = queue->Count == 0 ? -1 : queue->Tail;
        _orders[slot] = new()
        {
            Previous = previous,
            Next = -1,
            Reference = reference,
            Price = price,
            Quantity = quantity,
            Arrival = ++_arrivals,
            Side = side,
        };
        if (previous < 0)
        {
            queue->Head = slot;
        }
        else
        {
            _orders[previous].Next = slot;
        }

        queue->Tail = slot;
        queue->Count++;
        queue->Quantity += quantity;
        return BookUpdate.Applied;
    }

    private BookUpdate Reduce(ulong reference, long quantity)
    {
        int slot = _slots.Find(reference);
        if (slot < 0)
        {
            return BookUpdate.UnknownOrder;
        }

        if (quantity < 0)
        {
            return BookUpdate.InvalidQuantity;
        }

        ref QueuedOrder order = ref _orders[slot];
        if (quantity >= order.Quantity)
        {
            bool exact = quantity == order.Quantity;
            Delete(reference);
            return exact ? BookUpdate.Applied : BookUpdate.Clamped;
        }

        order.Quantity -= quantity;
        Find(order.Side, order.Price)->Quantity -= quantity;
        return BookUpdate.Applied;
    }

    private BookUpdate Delete(ulong reference)
    {
        int slot = _slots.Remove(reference);
        if (slot < 0)
        {
            return BookUpdate.UnknownOrder;
        }

        ref QueuedOrder order = ref _orders[slot];
        OrderQueue* queue = Find(order.Side, order.Price);
        if (--queue->Count == 0)
        {
            RemoveLevel(order.Side, order.Price);
        }
        else
        {
            queue->Quantity -= order.Quantity;
            Unlink(queue, in order);
        }

        _orders.Return(slot);
        return BookUpdate.Applied;
    }

    private void RemoveLevel(Side side, long price)
    {
        if (side == Side.Buy)
        {
            _bids.Remove(price);
        }
        else
        {
            _asks.Remove(price);
        }
    }

    private void Unlink(OrderQueue* queue, in QueuedOrder order)
    {
        if (order.Previous < 0)
        {
            queue->Head = order.Next;
        }
        else
        {
            _orders[order.Previous].Next = order.Next;
        }

        if (order.Next < 0)
        {
            queue->Tail = order.Previous;
        }
        else
        {
            _orders[order.Next].Previous = order.Previous;
        }
    }

    /// <summary>The original leaves even when the new order cannot be taken: it is gone at the venue.</summary>
    private BookUpdate Replace(in MarketEvent change)
    {
        int slot = _slots.Find(change.OrderId);
        if (slot < 0)
        {
            return BookUpdate.UnknownOrder;
        }

        Side side = _orders[slot].Side;
        Delete(change.OrderId);
        return Add(change.NewOrderId, side, change.Price.Raw, change.Quantity.Raw);
    }
}
