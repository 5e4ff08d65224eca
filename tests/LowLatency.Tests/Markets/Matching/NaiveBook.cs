using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Orders;

namespace LowLatency.Tests.Markets.Matching;

/// <summary>A book written to be obviously right: sorted dictionaries of linked lists. The oracle of <see cref="MatchingBook"/>.</summary>
internal sealed class NaiveBook(bool venueModify, uint maxOrderId, int maxOrders)
{
    private readonly SortedDictionary<long, LinkedList<Order>> _bids = new(Comparer<long>.Create((a, b) => b.CompareTo(a)));
    private readonly SortedDictionary<long, LinkedList<Order>> _asks = [];
    private readonly Dictionary<uint, Order> _open = [];

    public List<string> Lines { get; } = [];

    public int Count => _open.Count;

    public IReadOnlyCollection<uint> OpenIds => _open.Keys;

    public void Enter(in OrderEntry e)
    {
        bool immediate = e.Type == OrderType.Market || e.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok;
        bool postOnly = e.ExecInst == ExecInst.PostOnly;
        SortedDictionary<long, LinkedList<Order>> other = Levels(Opposite(e.Side));
        OrderEntry entry = e;
        bool Reaches(long price) => entry.Type == OrderType.Market || (entry.Side == Side.Buy ? price <= entry.Price : price >= entry.Price);
        bool crosses = other.Keys.Any(Reaches);
        if (Refusal(e) is MatchRejectReason reason)
        {
            Lines.Add($"rejected New id={e.Id} {reason}");
        }
        else if (postOnly && crosses)
        {
            Lines.Add($"rejected New id={e.Id} PostOnlyWouldCross");
        }
        else if (!immediate && !crosses && _open.Count == maxOrders)
        {
            Lines.Add($"rejected New id={e.Id} PoolFull");
        }
        else
        {
            Lines.Add($"accepted id={e.Id} owner={e.Owner} {e.Side} price={e.Price} quantity={e.Quantity}");
            long reachable = other.Where(level => Reaches(level.Key)).Sum(level => level.Value.Sum(order => order.Quantity));
            if (e.TimeInForce == TimeInForce.Fok && reachable < e.Quantity)
            {
                Lines.Add($"canceled id={e.Id} owner={e.Owner} {e.Side} price={e.Price} quantity={e.Quantity} FillOrKill");
                return;
            }

            Order order = new(e.Id, e.Owner, e.Side, e.Price, e.Quantity);
            Match(order, Reaches);
            if (order.Quantity > 0 && immediate)
            {
                CancelReason why = e.Type == OrderType.Market ? CancelReason.NoLiquidity : CancelReason.ImmediateRemainder;
                Lines.Add($"canceled id={e.Id} owner={e.Owner} {e.Side} price={e.Price} quantity={order.Quantity} {why}");
            }
            else if (order.Quantity > 0)
            {
                Append(order);
            }
        }
    }

    public void Cancel(uint id)
    {
        if (!_open.TryGetValue(id, out Order? order))
        {
            Lines.Add($"rejected Cancel id={id} UnknownOrderId");
            return;
        }

        Lines.Add($"canceled id={id} owner={order.Owner} {order.Side} price={order.Price} quantity={order.Quantity} Requested");
        Remove(order);
    }

    public void Reduce(uint id, long by)
    {
        if (!_open.TryGetValue(id, out Order? order))
        {
            Lines.Add($"rejected Cancel id={id} UnknownOrderId");
        }
        else if (by <= 0 || by > order.Quantity)
        {
            Lines.Add($"rejected Cancel id={id} InvalidQuantity");
        }
        else if (by == order.Quantity)
        {
            Cancel(id);
        }
        else
        {
            order.Quantity -= by;
            Lines.Add($"replaced id={id} owner={order.Owner} {order.Side} price={order.Price} quantity={order.Quantity} keeps=True");
        }
    }

    public void Replace(uint id, long price, long quantity)
    {
        if (!_open.TryGetValue(id, out Order? order))
        {
            Lines.Add($"rejected Replace id={id} UnknownOrderId");
            return;
        }

        if (quantity <= 0)
        {
            Lines.Add($"rejected Replace id={id} InvalidQuantity");
            return;
        }

        bool keeps = venueModify && price == order.Price && quantity <= order.Quantity;
        string report = $"replaced id={id} owner={order.Owner} {order.Side} price={price} quantity={quantity} keeps={keeps}";
        if (keeps)
        {
            order.Quantity = quantity;
            Lines.Add(report);
            return;
        }

        Remove(order);
        Order again = new(id, order.Owner, order.Side, price, quantity);
        int position = Lines.Count;
        Match(again, other => order.Side == Side.Buy ? other <= price : other >= price);
        Lines.Insert(venueModify ? position : Lines.Count, report);
        if (again.Quantity > 0)
        {
            Append(again);
        }
    }

    public void Rest(in OrderEntry e)
    {
        if (Refusal(e) is MatchRejectReason reason)
        {
            Lines.Add($"rejected New id={e.Id} {reason}");
        }
        else if (_open.Count == maxOrders)
        {
            Lines.Add($"rejected New id={e.Id} PoolFull");
        }
        else
        {
            Lines.Add($"accepted id={e.Id} owner={e.Owner} {e.Side} price={e.Price} quantity={e.Quantity}");
            Append(new(e.Id, e.Owner, e.Side, e.Price, e.Quantity));
        }
    }

    public (long Price, long Quantity)[] Depth(Side side) =>
        [.. Levels(side).Select(level => (level.Key, level.Value.Sum(order => order.Quantity)))];

    public (int Orders, long Quantity) Ahead(uint id)
    {
        Order order = _open[id];
        Order[] ahead = [.. Levels(order.Side)[order.Price].TakeWhile(other => other != order)];
        return (ahead.Length, ahead.Sum(other => other.Quantity));
    }

    private MatchRejectReason? Refusal(in OrderEntry e) =>
        e.Quantity <= 0 ? MatchRejectReason.InvalidQuantity
        : e.Id > maxOrderId ? MatchRejectReason.OrderIdOutOfRange
        : _open.ContainsKey(e.Id) ? MatchRejectReason.DuplicateOrderId
        : null;

    private void Match(Order taker, Func<long, bool> reaches)
    {
        SortedDictionary<long, LinkedList<Order>> levels = Levels(Opposite(taker.Side));
        while (taker.Quantity > 0 && levels.Count > 0 && reaches(levels.First().Key))
        {
            Order maker = levels.First().Value.First!.Value;
            long quantity = Math.Min(taker.Quantity, maker.Quantity);
            taker.Quantity -= quantity;
            maker.Quantity -= quantity;
            Lines.Add($"trade maker={maker.Id} owner={maker.Owner} {maker.Side} price={maker.Price} leaves={maker.Quantity} taker={taker.Id} owner={taker.Owner} quantity={quantity} leaves={taker.Quantity}");
            if (maker.Quantity == 0)
            {
                Remove(maker);
            }
        }
    }

    private void Append(Order order)
    {
        SortedDictionary<long, LinkedList<Order>> levels = Levels(order.Side);
        if (!levels.TryGetValue(order.Price, out LinkedList<Order>? queue))
        {
            levels[order.Price] = queue = new();
        }

        queue.AddLast(order);
        _open.Add(order.Id, order);
    }

    private void Remove(Order order)
    {
        LinkedList<Order> queue = Levels(order.Side)[order.Price];
        queue.Remove(order);
        if (queue.Count == 0)
        {
            Levels(order.Side).Remove(order.Price);
        }

        _open.Remove(order.Id);
    }

    private SortedDictionary<long, LinkedList<Order>> Levels(Side side) => side == Side.Buy ? _bids : _asks;

    private static Side Opposite(Side side) => side == Side.Buy ? Side.Sell : Side.Buy;

    private sealed class Order(uint id, int owner, Side side, long price, long quantity)
    {
        public uint Id { get; } = id;

        public int Owner { get; } = owner;

        public Side Side { get; } = side;

        public long Price { get; } = price;

        public long Quantity { get; set; } = quantity;
    }
}
