using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;
using Xunit;

namespace LowLatency.Tests.Replay.Generation;

/// <summary>A book by order that is obviously right and refuses everything a venue with price-time priority would not do.</summary>
internal sealed class NaiveOrderBook
{
    private readonly Dictionary<ulong, Order> _orders = [];
    private readonly SortedDictionary<long, List<Order>> _bids = new(Comparer<long>.Create((a, b) => b.CompareTo(a)));
    private readonly SortedDictionary<long, List<Order>> _asks = [];

    public long Executions { get; private set; }

    public int Count => _orders.Count;

    public long? BestBid => _bids.Count == 0 ? null : _bids.First().Key;

    public long? BestAsk => _asks.Count == 0 ? null : _asks.First().Key;

    public long Spread => BestAsk!.Value - BestBid!.Value;

    public void Apply(in MarketEvent change)
    {
        switch (change.Kind)
        {
            case MarketEventKind.OrderAdded:
                Add(change.OrderId, change.Side, change.Price.Raw, change.Quantity.Raw);
                break;
            case MarketEventKind.OrderExecuted:
                Order executed = _orders[change.OrderId];
                Assert.Same(SideOf(executed.Side).First().Value[0], executed);
                Executions++;
                TakeOff(executed, change.Quantity.Raw, mayVanish: true);
                break;
            case MarketEventKind.OrderReduced:
                TakeOff(_orders[change.OrderId], change.Quantity.Raw, mayVanish: false);
                break;
            case MarketEventKind.OrderDeleted:
                Remove(_orders[change.OrderId]);
                break;
            case MarketEventKind.OrderReplaced:
                Order replaced = _orders[change.OrderId];
                Remove(replaced);
                Add(change.NewOrderId, replaced.Side, change.Price.Raw, change.Quantity.Raw);
                break;
            case MarketEventKind.Trade:
                Assert.InRange(change.Price.Raw, BestBid!.Value, BestAsk!.Value);
                Assert.True(change.Quantity.Raw > 0 && change.Side != Side.None);
                break;
            default:
                Assert.Equal(MarketEventKind.Status, change.Kind);
                break;
        }

        Assert.False(BestBid >= BestAsk, $"crossed at sequence {change.Sequence}");
    }

    private SortedDictionary<long, List<Order>> SideOf(Side side) => side == Side.Buy ? _bids : _asks;

    private void Add(ulong id, Side side, long price, long quantity)
    {
        Assert.True(price > 0 && quantity > 0 && side is Side.Buy or Side.Sell);
        Order order = new() { Id = id, Side = side, Price = price, Quantity = quantity };
        _orders.Add(id, order);
        if (!SideOf(side).TryGetValue(price, out List<Order>? level))
        {
            SideOf(side).Add(price, level = []);
        }

        level.Add(order);
    }

    private void TakeOff(Order order, long quantity, bool mayVanish)
    {
        Assert.InRange(quantity, 1, mayVanish ? order.Quantity : order.Quantity - 1);
        order.Quantity -= quantity;
        if (order.Quantity == 0)
        {
            Remove(order);
        }
    }

    private void Remove(Order order)
    {
        _orders.Remove(order.Id);
        List<Order> level = SideOf(order.Side)[order.Price];
        level.Remove(order);
        if (level.Count == 0)
        {
            SideOf(order.Side).Remove(order.Price);
        }
    }

    private sealed class Order
    {
        public ulong Id { get; init; }

        public Side Side { get; init; }

        public long Price { get; init; }

        public long Quantity { get; set; }
    }
}
