using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Matching;

/// <summary>
/// A limit order book with price-time priority in integer ticks and lots: enters, matches, rests, cancels, reduces and replaces orders, and tells a sink.
/// Bounded: what does not fit is refused with a reason; nothing throws after construction.
/// </summary>
/// <remarks>
/// One thread. Orders live in a pool of 32-byte nodes whose free slots are reused last in, first out, so that the busy ones stay in cache; queues are
/// linked through the nodes by slot; an open id finds its slot by one array access. Prices are kept as keys of which the greater is the better (a bid's price,
/// an ask's complement), so that both sides run the same code: an order crosses when the best key opposite is at least the complement of its own.
/// An order that takes liquidity is never refused for lack of room: it frees at least the slot that its remainder takes. Should the remainder's price find
/// no room in the ladder, it is canceled with <see cref="CancelReason.LadderFull"/>.
/// Each request returns the reason of its refusal, which the sink has also been told, or none.
/// </remarks>
public sealed unsafe partial class MatchingBook : IDisposable
{
    private readonly NativeBlock _memory;
    private readonly RestingOrder* _orders;
    private readonly int* _slotById;
    private readonly PriceLadder<BidSide, OrderQueue>* _ladders;
    private readonly uint _maxOrderId;
    private readonly int _maxOrders;
    private int _free;
    private int _used;
    private int _count;
    private bool _disposed;

    /// <summary>Takes all memory the book will ever use; pages are touched only as they are needed.</summary>
    /// <exception cref="ArgumentException">A limit is out of range; lists every fault.</exception>
    public MatchingBook(MatchingBookLimits limits)
    {
        limits.Validate();
        _maxOrderId = (uint)limits.MaxOrderId;
        _maxOrders = limits.MaxOrders;
        long ladderBytes = ((2 * sizeof(PriceLadder<BidSide, OrderQueue>)) + 63) & -64;
        long idBytes = (((limits.MaxOrderId + 1L) * sizeof(int)) + 63) & -64;
        _memory = new(ladderBytes + idBytes + ((limits.MaxOrders + 1L) * sizeof(RestingOrder)));
        _ladders = (PriceLadder<BidSide, OrderQueue>*)_memory.Pointer;
        _slotById = (int*)(_memory.Pointer + ladderBytes);
        _orders = (RestingOrder*)(_memory.Pointer + ladderBytes + idBytes);
        _ladders[0] = new(limits.WindowSize, limits.FarCapacity);
        _ladders[1] = new(limits.WindowSize, limits.FarCapacity);
    }

    /// <summary>How many orders rest.</summary>
    public int Count => _count;

    /// <summary>Enters a new order: matches what it can and, where its instructions let it, rests the remainder.</summary>
    public MatchRejectReason Enter<TSink>(in OrderEntry entry, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        MatchRejectReason reason = CheckInstructions(entry);
        if (reason != MatchRejectReason.None)
        {
            return Reject(MatchRequest.New, entry.Id, reason, ref sink);
        }

        int ownerAndSide = Tag(entry);
        bool market = entry.Type == OrderType.Market;
        bool whole = entry.TimeInForce == TimeInForce.Fok;
        if (!market && !whole)
        {
            return (entry.ExecInst & ExecInst.PostOnly) != 0
                ? EnterPostOnly(entry, ref sink)
                : EnterLimit(entry.Id, ownerAndSide, entry.Price, entry.Quantity, entry.TimeInForce == TimeInForce.Ioc, ref sink);
        }

        reason = CheckNew(entry.Id, entry.Quantity);
        if (reason != MatchRejectReason.None)
        {
            return Reject(MatchRequest.New, entry.Id, reason, ref sink);
        }

        long limitKey = market ? long.MinValue : ~Key(entry.Price, ownerAndSide);
        sink.OnAccepted(entry.Id, entry.Owner, entry.Side, entry.Price, entry.Quantity);
        if (whole && Available(Opposite(ownerAndSide), limitKey, entry.Quantity) < entry.Quantity)
        {
            sink.OnCanceled(entry.Id, entry.Owner, entry.Side, entry.Price, entry.Quantity, CancelReason.FillOrKill);
            return MatchRejectReason.None;
        }

        long left = Match(entry.Id, ownerAndSide, limitKey, entry.Quantity, ref sink);
        if (left != 0)
        {
            sink.OnCanceled(entry.Id, entry.Owner, entry.Side, entry.Price, left, CancelReason.NoLiquidity);
        }

        return MatchRejectReason.None;
    }

    /// <summary>Places a limit order at the end of the queue of its price without matching, even where it crosses: for orders that another venue has already matched.</summary>
    public MatchRejectReason Rest<TSink>(in OrderEntry entry, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        MatchRejectReason reason = CheckInstructions(entry);
        if (reason == MatchRejectReason.None)
        {
            reason = entry.Type != OrderType.Limit || entry.TimeInForce is not (TimeInForce.Day or TimeInForce.Gtc)
                ? MatchRejectReason.InvalidInstruction
                : CheckNew(entry.Id, entry.Quantity);
        }

        return reason != MatchRejectReason.None
            ? Reject(MatchRequest.New, entry.Id, reason, ref sink)
            : AcceptAndRest(entry.Id, Tag(entry), entry.Price, entry.Quantity, ref sink);
    }

    /// <summary>Cancels an order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MatchRejectReason Cancel<TSink>(uint id, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        int slot = SlotOf(id);
        if (slot == 0)
        {
            return Reject(MatchRequest.Cancel, id, MatchRejectReason.UnknownOrderId, ref sink);
        }

        RestingOrder* order = _orders + slot;
        sink.OnCanceled(id, order->Owner, order->Side, order->PriceTicks, order->OpenLots, CancelReason.Requested);
        Unlink(order);
        Release(order, slot);
        AssertInvariants();
        return MatchRejectReason.None;
    }

    /// <summary>Takes a quantity off an order, which keeps its place in the queue; taking all of it cancels the order, taking more is refused.</summary>
    public MatchRejectReason Reduce<TSink>(uint id, long by, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        int slot = SlotOf(id);
        if (slot == 0 || by < 1 || by > _orders[slot].OpenLots)
        {
            return Reject(MatchRequest.Cancel, id, slot == 0 ? MatchRejectReason.UnknownOrderId : MatchRejectReason.InvalidQuantity, ref sink);
        }

        RestingOrder* order = _orders + slot;
        if (by == order->OpenLots)
        {
            return Cancel(id, ref sink);
        }

        Resize(order, order->OpenLots - by);
        sink.OnReplaced(id, order->Owner, order->Side, order->PriceTicks, order->OpenLots, keepsPriority: true);
        AssertInvariants();
        return MatchRejectReason.None;
    }

    /// <summary>Gives an order another price and open quantity. It keeps its side and owner, its place in the queue if the policy says so, and trades if it now crosses.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public MatchRejectReason Replace<TPolicy, TSink>(uint id, long price, long openQuantity, ref TSink sink)
        where TPolicy : struct, IModifyPolicy
        where TSink : struct, IMatchSink
    {
        int slot = SlotOf(id);
        if (!IsQuantity(openQuantity) || slot == 0)
        {
            return Reject(MatchRequest.Replace, id, slot == 0 ? MatchRejectReason.UnknownOrderId : MatchRejectReason.InvalidQuantity, ref sink);
        }

        RestingOrder* order = _orders + slot;
        if (TPolicy.KeepsPriority(order->PriceTicks, order->OpenLots, price, openQuantity))
        {
            Resize(order, openQuantity);
            sink.OnReplaced(id, order->Owner, order->Side, price, openQuantity, keepsPriority: true);
            AssertInvariants();
            return MatchRejectReason.None;
        }

        int ownerAndSide = order->OwnerAndSide;
        long key = Key(price, ownerAndSide);
        if (Crosses(key, ownerAndSide))
        {
            ReplaceAndMatch<TPolicy, TSink>(slot, price, openQuantity, ref sink);
            return MatchRejectReason.None;
        }

        PriceLadder<BidSide, OrderQueue>* ladder = Own(ownerAndSide);
        if (!ladder->CanAdd(key))
        {
            return Reject(MatchRequest.Replace, id, MatchRejectReason.LadderFull, ref sink);
        }

        Unlink(order);
        sink.OnReplaced(id, order->Owner, order->Side, price, openQuantity, keepsPriority: false);
        order->PriceTicks = price;
        order->OpenLots = openQuantity;
        Append(ladder->GetOrAdd(key), order, slot);
        AssertInvariants();
        return MatchRejectReason.None;
    }

    /// <summary>Takes every order out without a report.</summary>
    public void Clear()
    {
        for (int slot = 1; slot <= _used; slot++)
        {
            _slotById[_orders[slot].OrderId] = 0;
        }

        _ladders[0].Clear();
        _ladders[1].Clear();
        _free = _used = _count = 0;
    }

    /// <summary>Gives the memory back; the book must not be used again.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _ladders[0].Dispose();
            _ladders[1].Dispose();
            _memory.Dispose();
        }
    }

    /// <summary>A limit order whose side and owner are known to be valid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal MatchRejectReason EnterLimit<TSink>(uint id, int ownerAndSide, long price, long quantity, bool immediate, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        MatchRejectReason reason = CheckNew(id, quantity);
        if (reason != MatchRejectReason.None)
        {
            return Reject(MatchRequest.New, id, reason, ref sink);
        }

        if (Crosses(Key(price, ownerAndSide), ownerAndSide))
        {
            EnterAndMatch(id, ownerAndSide, price, quantity, immediate, ref sink);
            return MatchRejectReason.None;
        }

        if (!immediate)
        {
            return AcceptAndRest(id, ownerAndSide, price, quantity, ref sink);
        }

        sink.OnAccepted(id, ownerAndSide & int.MaxValue, SideOf(ownerAndSide), price, quantity);
        sink.OnCanceled(id, ownerAndSide & int.MaxValue, SideOf(ownerAndSide), price, quantity, CancelReason.ImmediateRemainder);
        return MatchRejectReason.None;
    }

    /// <summary>Hints that a request for this id is near; changes nothing, and any id will do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Prefetch(uint id) => Prefetcher.Load(_slotById + id);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterAndMatch<TSink>(uint id, int ownerAndSide, long price, long quantity, bool immediate, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        int owner = ownerAndSide & int.MaxValue;
        long key = Key(price, ownerAndSide);
        sink.OnAccepted(id, owner, SideOf(ownerAndSide), price, quantity);
        long left = Match(id, ownerAndSide, ~key, quantity, ref sink);
        if (left == 0)
        {
            return;
        }

        OrderQueue* queue = immediate ? null : Own(ownerAndSide)->GetOrAdd(key);
        if (queue != null)
        {
            Append(queue, id, ownerAndSide, price, left);
        }
        else
        {
            sink.OnCanceled(id, owner, SideOf(ownerAndSide), price, left, immediate ? CancelReason.ImmediateRemainder : CancelReason.LadderFull);
        }

        AssertInvariants();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReplaceAndMatch<TPolicy, TSink>(int slot, long price, long openQuantity, ref TSink sink)
        where TPolicy : struct, IModifyPolicy
        where TSink : struct, IMatchSink
    {
        RestingOrder* order = _orders + slot;
        long key = Key(price, order->OwnerAndSide);
        Unlink(order);
        order->PriceTicks = price;
        if (!TPolicy.ReportsAfterTrades)
        {
            sink.OnReplaced(order->OrderId, order->Owner, order->Side, price, openQuantity, keepsPriority: false);
        }

        order->OpenLots = Match(order->OrderId, order->OwnerAndSide, ~key, openQuantity, ref sink);
        if (TPolicy.ReportsAfterTrades)
        {
            sink.OnReplaced(order->OrderId, order->Owner, order->Side, price, openQuantity, keepsPriority: false);
        }

        OrderQueue* queue = order->OpenLots == 0 ? null : Own(order->OwnerAndSide)->GetOrAdd(key);
        if (queue != null)
        {
            Append(queue, order, slot);
        }
        else
        {
            if (order->OpenLots != 0)
            {
                sink.OnCanceled(order->OrderId, order->Owner, order->Side, price, order->OpenLots, CancelReason.LadderFull);
            }

            Release(order, slot);
        }

        AssertInvariants();
    }

    /// <summary>Trades against the other side down to a key; returns what is left.</summary>
    private long Match<TSink>(uint id, int ownerAndSide, long limitKey, long left, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        PriceLadder<BidSide, OrderQueue>* ladder = Opposite(ownerAndSide);
        while (left != 0 && ladder->TryBest(out long best) && best >= limitKey)
        {
            OrderQueue* queue = ladder->BestLevel();
            int slot = queue->Head;
            while (true)
            {
                RestingOrder* maker = _orders + slot;
                long lots = Math.Min(left, maker->OpenLots);
                left -= lots;
                maker->OpenLots -= lots;
                queue->Quantity -= lots;
                sink.OnTrade(in *maker, id, ownerAndSide & int.MaxValue, lots, left);
                if (maker->OpenLots != 0)
                {
                    break;
                }

                int next = maker->Next;
                Release(maker, slot);
                queue->Head = next;
                if (next == 0)
                {
                    ladder->Remove(best);
                    break;
                }

                _orders[next].Previous = 0;
                slot = next;
                if (left == 0)
                {
                    break;
                }
            }
        }

        return left;
    }

    private MatchRejectReason EnterPostOnly<TSink>(in OrderEntry entry, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        MatchRejectReason reason = CheckNew(entry.Id, entry.Quantity);
        if (reason == MatchRejectReason.None && WouldCross(entry.Side, entry.Price))
        {
            reason = MatchRejectReason.PostOnlyWouldCross;
        }

        return reason != MatchRejectReason.None
            ? Reject(MatchRequest.New, entry.Id, reason, ref sink)
            : AcceptAndRest(entry.Id, Tag(entry), entry.Price, entry.Quantity, ref sink);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MatchRejectReason AcceptAndRest<TSink>(uint id, int ownerAndSide, long price, long quantity, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        if (_free == 0 && _used == _maxOrders)
        {
            return Reject(MatchRequest.New, id, MatchRejectReason.PoolFull, ref sink);
        }

        OrderQueue* queue = Own(ownerAndSide)->GetOrAdd(Key(price, ownerAndSide));
        if (queue == null)
        {
            return Reject(MatchRequest.New, id, MatchRejectReason.LadderFull, ref sink);
        }

        sink.OnAccepted(id, ownerAndSide & int.MaxValue, SideOf(ownerAndSide), price, quantity);
        Append(queue, id, ownerAndSide, price, quantity);
        AssertInvariants();
        return MatchRejectReason.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(OrderQueue* queue, uint id, int ownerAndSide, long price, long quantity)
    {
        int slot = _free;
        RestingOrder* order = _orders + slot;
        if (slot != 0)
        {
            _free = order->Next;
        }
        else
        {
            slot = ++_used;
            order = _orders + slot;
        }

        _count++;
        _slotById[id] = slot;
        order->PriceTicks = price;
        order->OpenLots = quantity;
        order->OrderId = id;
        order->OwnerAndSide = ownerAndSide;
        Append(queue, order, slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(OrderQueue* queue, RestingOrder* order, int slot)
    {
        // Slot 0 is nobody's order: it takes the write for which an empty queue has no node.
        int tail = queue->Tail;
        order->Next = 0;
        order->Previous = tail;
        _orders[tail].Next = slot;
        queue->Head = tail == 0 ? slot : queue->Head;
        queue->Tail = slot;
        queue->Quantity += order->OpenLots;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unlink(RestingOrder* order)
    {
        long key = order->Key;
        PriceLadder<BidSide, OrderQueue>* ladder = Own(order->OwnerAndSide);
        OrderQueue* queue = ladder->FindPresent(key);
        int next = order->Next;
        int previous = order->Previous;
        _orders[previous].Next = next;
        _orders[next].Previous = previous;
        queue->Head = previous == 0 ? next : queue->Head;
        queue->Tail = next == 0 ? previous : queue->Tail;
        queue->Quantity -= order->OpenLots;
        if ((next | previous) == 0)
        {
            ladder->Remove(key);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Release(RestingOrder* order, int slot)
    {
        _slotById[order->OrderId] = 0;
        order->Next = _free;
        _free = slot;
        _count--;
    }

    private void Resize(RestingOrder* order, long openLots)
    {
        Own(order->OwnerAndSide)->FindPresent(order->Key)->Quantity += openLots - order->OpenLots;
        order->OpenLots = openLots;
    }

    private static MatchRejectReason CheckInstructions(in OrderEntry entry) =>
        entry.Side is not (Side.Buy or Side.Sell) ? MatchRejectReason.InvalidSide
        : entry.Type is not (OrderType.Market or OrderType.Limit)
            || entry.TimeInForce is not (TimeInForce.Day or TimeInForce.Gtc or TimeInForce.Ioc or TimeInForce.Fok)
            || (entry.ExecInst & ~ExecInst.PostOnly) != 0
            || (entry.ExecInst != 0 && (entry.Type != OrderType.Limit || entry.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok))
            ? MatchRejectReason.InvalidInstruction
        : entry.Owner < 0 ? MatchRejectReason.InvalidOwner
        : MatchRejectReason.None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MatchRejectReason CheckNew(uint id, long quantity) =>
        !IsQuantity(quantity) ? MatchRejectReason.InvalidQuantity
        : id > _maxOrderId ? MatchRejectReason.OrderIdOutOfRange
        : _slotById[id] != 0 ? MatchRejectReason.DuplicateOrderId
        : MatchRejectReason.None;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MatchRejectReason Reject<TSink>(MatchRequest request, uint id, MatchRejectReason reason, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        sink.OnRejected(request, id, reason);
        return reason;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(uint id) => id <= _maxOrderId ? _slotById[id] : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Crosses(long key, int ownerAndSide)
    {
        PriceLadder<BidSide, OrderQueue>* opposite = Opposite(ownerAndSide);
        return opposite->BestPrice >= ~key && !opposite->IsEmpty;
    }

    private PriceLadder<BidSide, OrderQueue>* Own(int ownerAndSide) => _ladders + ((uint)ownerAndSide >> 31);

    private PriceLadder<BidSide, OrderQueue>* Opposite(int ownerAndSide) => _ladders + ((uint)~ownerAndSide >> 31);

    private static bool IsQuantity(long lots) => (ulong)(lots - 1) < (ulong)MatchingBookLimits.MaxQuantity;

    private static long Key(long price, int ownerAndSide) => price ^ (ownerAndSide >> 31);

    private static Side SideOf(int ownerAndSide) => (Side)(1 + ((uint)ownerAndSide >> 31));

    private static int Tag(in OrderEntry entry) => entry.Owner | (entry.Side == Side.Sell ? int.MinValue : 0);
}
