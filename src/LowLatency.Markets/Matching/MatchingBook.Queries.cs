using LowLatency.Markets.Books;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Matching;

/// <summary>What one can ask a book; nothing here changes it. A side is buy or sell; any other is treated as an empty one.</summary>
public sealed unsafe partial class MatchingBook
{
    /// <summary>Best price and the quantity there; false, with zeros, when nobody rests on that side.</summary>
    public bool TryBest(Side side, out long price, out long quantity)
    {
        price = quantity = 0;
        if (!IsSide(side) || !Ladder(side)->TryBest(out long best))
        {
            return false;
        }

        price = Key(best, SideTag(side));
        quantity = Ladder(side)->BestLevel()->Quantity;
        return true;
    }

    /// <summary>Quantity resting at a price.</summary>
    public long QuantityAt(Side side, long price)
    {
        OrderQueue* queue = IsSide(side) ? Ladder(side)->Find(Key(price, SideTag(side))) : null;
        return queue == null ? 0 : queue->Quantity;
    }

    /// <summary>True when a limit order of that side and price would trade at once.</summary>
    public bool WouldCross(Side side, long price) => IsSide(side) && Crosses(Key(price, SideTag(side)), SideTag(side));

    /// <summary>What an order of that side could execute at once down to its limit, counted no further than <paramref name="enough"/>.</summary>
    public long AvailableQuantity(Side side, long limitPrice, long enough) =>
        IsSide(side) ? Available(Opposite(SideTag(side)), ~Key(limitPrice, SideTag(side)), enough) : 0;

    /// <summary>An order by its id.</summary>
    public bool TryGetOrder(uint id, out RestingOrder order)
    {
        int slot = SlotOf(id);
        order = slot == 0 ? default : _orders[slot];
        return slot != 0;
    }

    /// <summary>What is ahead of an order at its price; walks the queue.</summary>
    public bool TryGetQueuePosition(uint id, out QueuePosition position)
    {
        int slot = SlotOf(id);
        int orders = 0;
        long quantity = 0;
        for (int ahead = _orders[slot].Previous; slot != 0 && ahead != 0; ahead = _orders[ahead].Previous)
        {
            orders++;
            quantity += _orders[ahead].OpenLots;
        }

        position = new(orders, quantity);
        return slot != 0;
    }

    /// <summary>The order that is first in the queue of a price.</summary>
    public bool TryGetFirst(Side side, long price, out RestingOrder order)
    {
        OrderQueue* queue = IsSide(side) ? Ladder(side)->Find(Key(price, SideTag(side))) : null;
        order = queue == null ? default : _orders[queue->Head];
        return queue != null;
    }

    /// <summary>The order behind another one in the queue of its price; both may be the same variable. The book must not have changed since the first was read.</summary>
    public bool TryGetNext(in RestingOrder order, out RestingOrder next)
    {
        int slot = order.Next;
        next = slot == 0 ? default : _orders[slot];
        return slot != 0;
    }

    /// <summary>Copies prices and their quantities from the best to worse until the span is full or there are no more; returns how many.</summary>
    public int CopyDepth(Side side, Span<LadderLevel<long>> into)
    {
        int copied = 0;
        bool more = IsSide(side) && Ladder(side)->TryBest(out long _);
        for (long key = more ? Ladder(side)->BestPrice : 0; more && copied < into.Length; more = Ladder(side)->TryNextWorse(key, out key))
        {
            into[copied++] = new(Key(key, SideTag(side)), Ladder(side)->Find(key)->Quantity);
        }

        return copied;
    }

    private static long Available(PriceLadder<BidSide, OrderQueue>* ladder, long limitKey, long enough)
    {
        long sum = 0;
        bool more = ladder->TryBest(out long key);
        while (more && key >= limitKey && sum < enough)
        {
            sum += ladder->Find(key)->Quantity;
            more = ladder->TryNextWorse(key, out key);
        }

        return Math.Min(sum, enough);
    }

    private PriceLadder<BidSide, OrderQueue>* Ladder(Side side) => _ladders + ((int)side - 1);

    private static bool IsSide(Side side) => side is Side.Buy or Side.Sell;

    private static int SideTag(Side side) => side == Side.Sell ? int.MinValue : 0;
}
