using LowLatency.Markets.Books;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Replay.Venue.L2;

/// <summary>One side's own orders of one instrument by price, and in order of arrival at a price.</summary>
internal sealed unsafe class OwnQueue<TSide>(OwnOrders orders, Price tickSize) : IDisposable
    where TSide : struct, ILadderSide
{
    private const int WindowSize = 64;

    private SplitLadder<TSide, PriceQueue> _prices = new(tickSize.Raw, tickSize.Raw, WindowSize, WindowSize);

    /// <summary>True when no own order rests here.</summary>
    public bool IsEmpty => _prices.Count == 0;

    /// <summary>The first order at the best price, if that price is the limit or better; else 0.</summary>
    public int FirstAtOrBetter(long limit) => _prices.TryBest(out long best) && TSide.Key(best) >= TSide.Key(limit) ? _prices.Find(best)->Head : 0;

    /// <summary>The first order at the best price, if that price is better than the limit; else 0.</summary>
    public int FirstBetter(long limit) => _prices.TryBest(out long best) && TSide.Key(best) > TSide.Key(limit) ? _prices.Find(best)->Head : 0;

    /// <summary>The first order at a price, else 0.</summary>
    public int FirstAt(long price)
    {
        PriceQueue* queue = _prices.Find(price);
        return queue == null ? 0 : queue->Head;
    }

    /// <summary>Puts an order at the tail of its price.</summary>
    /// <returns>False when there are too many prices.</returns>
    public bool Add(int number)
    {
        ref QueuedOrder order = ref orders[number];
        PriceQueue* queue = _prices.GetOrAdd(order.Price);
        if (queue == null)
        {
            return false;
        }

        order.Previous = queue->Tail;
        order.Next = 0;
        if (queue->Tail == 0)
        {
            queue->Head = number;
        }
        else
        {
            orders[queue->Tail].Next = number;
        }

        queue->Tail = number;
        return true;
    }

    /// <summary>Takes an order out.</summary>
    public void Remove(int number)
    {
        ref QueuedOrder order = ref orders[number];
        PriceQueue* queue = _prices.Find(order.Price);
        (order.Previous == 0 ? ref queue->Head : ref orders[order.Previous].Next) = order.Next;
        (order.Next == 0 ? ref queue->Tail : ref orders[order.Next].Previous) = order.Previous;
        if (queue->Head == 0)
        {
            _prices.Remove(order.Price);
        }
    }

    public void Dispose() => _prices.Dispose();
}
