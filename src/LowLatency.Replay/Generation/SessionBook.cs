using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Generation;

/// <summary>
/// The book of one instrument of a generated session: a queue of orders for each price of a fixed range. Never crossed, so that a
/// level belongs to one side; its caller sees to that.
/// </summary>
internal sealed class SessionBook
{
    private const int None = -1;
    private readonly int[] _front;
    private readonly int[] _tail;
    private readonly List<int> _bids = [];
    private readonly List<int> _asks = [];
    private readonly Stack<int> _free = new();
    private SessionOrder[] _orders = new SessionOrder[1024];
    private int _used;

    /// <summary>An empty book of this many prices.</summary>
    public SessionBook(int levels)
    {
        _front = new int[levels];
        _tail = new int[levels];
        Array.Fill(_front, None);
        Array.Fill(_tail, None);
        BestBid = None;
        BestAsk = levels;
    }

    /// <summary>How many prices there are.</summary>
    public int Levels => _front.Length;

    /// <summary>The level of the best bid, -1 without bids.</summary>
    public int BestBid { get; private set; }

    /// <summary>The level of the best ask, <see cref="Levels"/> without asks.</summary>
    public int BestAsk { get; private set; }

    /// <summary>Orders resting on both sides.</summary>
    public int Count => _bids.Count + _asks.Count;

    /// <summary>Orders resting on a side.</summary>
    public int CountOf(Side side) => OrdersOf(side).Count;

    /// <summary>The order of a slot.</summary>
    public ref readonly SessionOrder this[int slot] => ref _orders[slot];

    /// <summary>The slot of a resting order by its place, from 0, among its side's in no special order.</summary>
    public int SlotAt(Side side, int place) => OrdersOf(side)[place];

    /// <summary>The slot of the order first in time at a level that has one.</summary>
    public int FrontOf(int level) => _front[level];

    /// <summary>Puts an order at the tail of a level that belongs to its side or to none.</summary>
    public void Add(ulong id, Side side, int level, long lots)
    {
        int slot = TakeSlot();
        List<int> orders = OrdersOf(side);
        int ahead = _tail[level];
        _orders[slot] = new SessionOrder { Id = id, Lots = lots, Side = side, Level = level, Ahead = ahead, Behind = None, Place = orders.Count };
        orders.Add(slot);
        _tail[level] = slot;
        if (ahead == None)
        {
            _front[level] = slot;
        }
        else
        {
            _orders[ahead].Behind = slot;
        }

        BestBid = side == Side.Buy ? Math.Max(BestBid, level) : BestBid;
        BestAsk = side == Side.Sell ? Math.Min(BestAsk, level) : BestAsk;
    }

    /// <summary>Takes lots off an order that has more.</summary>
    public void Reduce(int slot, long lots) => _orders[slot].Lots -= lots;

    /// <summary>Takes an order out.</summary>
    public void Remove(int slot)
    {
        SessionOrder order = _orders[slot];
        if (order.Ahead == None)
        {
            _front[order.Level] = order.Behind;
        }
        else
        {
            _orders[order.Ahead].Behind = order.Behind;
        }

        if (order.Behind == None)
        {
            _tail[order.Level] = order.Ahead;
        }
        else
        {
            _orders[order.Behind].Ahead = order.Ahead;
        }

        List<int> orders = OrdersOf(order.Side);
        int last = orders[^1];
        orders[order.Place] = last;
        _orders[last].Place = order.Place;
        orders.RemoveAt(orders.Count - 1);
        _free.Push(slot);
        while (BestBid >= 0 && order.Side == Side.Buy && _front[BestBid] == None)
        {
            BestBid--;
        }

        while (BestAsk < Levels && order.Side == Side.Sell && _front[BestAsk] == None)
        {
            BestAsk++;
        }
    }

    private List<int> OrdersOf(Side side) => side == Side.Buy ? _bids : _asks;

    private int TakeSlot()
    {
        if (_free.TryPop(out int slot))
        {
            return slot;
        }

        if (_used == _orders.Length)
        {
            Array.Resize(ref _orders, _used * 2);
        }

        return _used++;
    }
}
