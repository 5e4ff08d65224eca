using LowLatency.Markets.Books;
using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Venue;

/// <summary>The resting own orders of one instrument in price-time priority, without the recorded ones between them.</summary>
internal sealed unsafe class OwnQueues : IDisposable
{
    private readonly OwnOrderPool _orders;
    private PriceLadder<BidSide, OwnLevel> _bids;
    private PriceLadder<BidSide, OwnLevel> _asks;

    /// <summary>A far store for as many prices as there can be own orders, so that a price always finds room.</summary>
    public OwnQueues(OwnOrderPool orders, int capacity)
    {
        _orders = orders;
        _bids = new(PriceLadder<BidSide, OwnLevel>.MinWindowSize, capacity);
        _asks = new(PriceLadder<BidSide, OwnLevel>.MinWindowSize, capacity);
    }

    /// <summary>The slot first in priority, 0 when there is none.</summary>
    public int Best(Side side)
    {
        OwnLevel* level = Ladder(side).BestLevel();
        return level == null ? 0 : level->Head;
    }

    /// <summary>The slot next in priority, 0 when there is none.</summary>
    public int After(int slot)
    {
        ref OwnOrder order = ref _orders[slot];
        if (order.Next != 0)
        {
            return order.Next;
        }

        ref PriceLadder<BidSide, OwnLevel> ladder = ref Ladder(order.Side);
        return ladder.TryNextWorse(PriceKey.Of(order.Side, order.Price), out long worse) ? ladder.Find(worse)->Head : 0;
    }

    /// <summary>Puts an order behind the others of its price.</summary>
    public void Append(int slot)
    {
        ref OwnOrder order = ref _orders[slot];
        OwnLevel* level = Ladder(order.Side).GetOrAdd(PriceKey.Of(order.Side, order.Price));
        order.Next = 0;
        order.Previous = level->Tail;
        if (level->Tail == 0)
        {
            level->Head = slot;
        }
        else
        {
            _orders[level->Tail].Next = slot;
        }

        level->Tail = slot;
    }

    public void Remove(int slot)
    {
        ref OwnOrder order = ref _orders[slot];
        ref PriceLadder<BidSide, OwnLevel> ladder = ref Ladder(order.Side);
        long key = PriceKey.Of(order.Side, order.Price);
        OwnLevel* level = ladder.Find(key);
        if (order.Previous == 0 && order.Next == 0)
        {
            ladder.Remove(key);
            return;
        }

        if (order.Previous == 0)
        {
            level->Head = order.Next;
        }
        else
        {
            _orders[order.Previous].Next = order.Next;
        }

        if (order.Next == 0)
        {
            level->Tail = order.Previous;
        }
        else
        {
            _orders[order.Next].Previous = order.Previous;
        }
    }

    public void Dispose()
    {
        _bids.Dispose();
        _asks.Dispose();
    }

    private ref PriceLadder<BidSide, OwnLevel> Ladder(Side side)
    {
        if (side == Side.Buy)
        {
            return ref _bids;
        }

        return ref _asks;
    }
}
