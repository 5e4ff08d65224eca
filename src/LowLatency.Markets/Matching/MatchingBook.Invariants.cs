using System.Diagnostics;
using LowLatency.Markets.Books;

namespace LowLatency.Markets.Matching;

/// <summary>What must hold between any two requests.</summary>
public sealed unsafe partial class MatchingBook
{
    /// <summary>
    /// Walks every queue: each order stands on its side and price, is linked both ways, is open and found under its id; a level's quantity is the sum of its orders';
    /// resting and free slots together are all that were ever used. False with the first broken promise. Takes time proportional to the book.
    /// </summary>
    public bool CheckInvariants(out string broken)
    {
        int resting = 0;
        for (int side = 0; side < 2; side++)
        {
            if (!_ladders[side].CheckInvariants(out broken) || !CheckSide(side, ref resting, out broken))
            {
                return false;
            }
        }

        int free = 0;
        for (int slot = _free; slot != 0 && free <= _used; slot = _orders[slot].Next)
        {
            free++;
        }

        broken = resting != _count ? $"{resting} orders in queues are not count={_count}"
            : resting + free != _used ? $"resting={resting} + free={free} slots are not used={_used}"
            : "";
        return broken.Length == 0;
    }

    private bool CheckSide(int side, ref int resting, out string broken)
    {
        PriceLadder<BidSide, OrderQueue>* ladder = _ladders + side;
        bool more = ladder->TryBest(out long key);
        while (more)
        {
            OrderQueue* queue = ladder->Find(key);
            int previous = 0;
            long quantity = 0;
            for (int slot = queue->Head; slot != 0; slot = _orders[slot].Next)
            {
                RestingOrder order = _orders[slot];
                if (order.Key != key || order.SideIndex != side || order.Previous != previous || order.OpenLots < 1 || SlotOf(order.OrderId) != slot || ++resting > _used)
                {
                    broken = $"order id={order.OrderId} price={order.PriceTicks} quantity={order.OpenLots} previous={order.Previous} in slot={slot} does not belong behind slot={previous} at key={key} of side={side}";
                    return false;
                }

                quantity += order.OpenLots;
                previous = slot;
            }

            if (queue->Tail != previous || queue->Head == 0 || queue->Quantity != quantity)
            {
                broken = $"level key={key} of side={side} has head={queue->Head} tail={queue->Tail} quantity={queue->Quantity}, its orders end at slot={previous} and sum to {quantity}";
                return false;
            }

            more = ladder->TryNextWorse(key, out key);
        }

        broken = "";
        return true;
    }

    [Conditional("DEBUG")]
    private void AssertInvariants()
    {
        // The whole book is only walked while it is small; large runs check it from outside, now and then.
        if (_used <= 64)
        {
            Debug.Assert(CheckInvariants(out string broken), broken);
        }
    }
}
