using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Primitives.Orders;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

/// <summary>The books of all stocks in dictionaries, by the words of the specification.</summary>
internal sealed class NaiveItchBooks
{
    private readonly Dictionary<ulong, (ushort Locate, char Side, uint Price, uint Shares)> _orders = [];
    private readonly Dictionary<(ushort Locate, char Side), SortedDictionary<uint, long>> _levels = [];

    public Dictionary<FeedAnomalyKind, long> Faults { get; } = [];

    public int Orders => _orders.Count;

    public IEnumerable<ushort> Locates => _levels.Keys.Select(key => key.Locate).Distinct();

    public ushort Apply(object message)
    {
        switch (message)
        {
            case AddOrderMessage m:
                Add(m.Header.StockLocate, m.OrderReference, m.BuySellIndicator, m.Shares, m.Price4);
                return m.Header.StockLocate;
            case AddOrderWithMpidMessage m:
                Add(m.Header.StockLocate, m.OrderReference, m.BuySellIndicator, m.Shares, m.Price4);
                return m.Header.StockLocate;
            case OrderExecutedMessage m:
                Reduce(m.Header.StockLocate, m.OrderReference, m.ExecutedShares);
                return m.Header.StockLocate;
            case OrderExecutedWithPriceMessage m:
                Reduce(m.Header.StockLocate, m.OrderReference, m.ExecutedShares);
                return m.Header.StockLocate;
            case OrderCancelMessage m:
                Reduce(m.Header.StockLocate, m.OrderReference, m.CancelledShares);
                return m.Header.StockLocate;
            case OrderDeleteMessage m:
                Remove(m.Header.StockLocate, m.OrderReference);
                return m.Header.StockLocate;
            case OrderReplaceMessage m:
                char side = Remove(m.Header.StockLocate, m.OriginalOrderReference, out ushort locate);
                Insert(locate, m.NewOrderReference, side, m.Shares, m.Price4);
                return m.Header.StockLocate;
            default:
                return 0;
        }
    }

    public ItchTop TopOf(ushort locate)
    {
        (uint Price, long Shares) bid = LevelsOf(locate, 'B').LastOrDefault() is { Value: > 0 } b ? (b.Key, b.Value) : default;
        (uint Price, long Shares) ask = LevelsOf(locate, 'S').FirstOrDefault() is { Value: > 0 } a ? (a.Key, a.Value) : default;
        return new(bid.Price, bid.Shares, ask.Price, ask.Shares);
    }

    public ItchLevel[] BestFirst(ushort locate, Side side) =>
        side == Side.Buy
            ? [.. LevelsOf(locate, 'B').Reverse().Select(level => new ItchLevel(level.Key, level.Value))]
            : [.. LevelsOf(locate, 'S').Select(level => new ItchLevel(level.Key, level.Value))];

    private SortedDictionary<uint, long> LevelsOf(ushort locate, char side)
    {
        if (!_levels.TryGetValue((locate, side), out SortedDictionary<uint, long>? levels))
        {
            _levels.Add((locate, side), levels = []);
        }

        return levels;
    }

    private void Fault(FeedAnomalyKind kind) => Faults[kind] = Faults.GetValueOrDefault(kind) + 1;

    private void Add(ushort locate, ulong reference, char side, uint shares, uint price)
    {
        if (side is 'B' or 'S')
        {
            Insert(locate, reference, side, shares, price);
        }
        else
        {
            Fault(FeedAnomalyKind.UnknownSide);
        }
    }

    private void Insert(ushort locate, ulong reference, char side, uint shares, uint price)
    {
        if (shares == 0 || price == 0)
        {
            Fault(FeedAnomalyKind.OutOfRange);
        }
        else if (!_orders.TryAdd(reference, (locate, side, price, shares)))
        {
            Fault(FeedAnomalyKind.DuplicateOrder);
        }
        else
        {
            Change(locate, side, price, shares);
        }
    }

    private void Reduce(ushort locate, ulong reference, uint shares)
    {
        if (!_orders.TryGetValue(reference, out (ushort Locate, char Side, uint Price, uint Shares) order))
        {
            Fault(FeedAnomalyKind.UnknownOrder);
            return;
        }

        CheckKnown(locate, order.Locate, order.Side);
        if (shares > order.Shares)
        {
            Fault(FeedAnomalyKind.Overfilled);
        }

        uint taken = Math.Min(shares, order.Shares);
        Change(order.Locate, order.Side, order.Price, -(long)taken);
        _orders[reference] = order with { Shares = order.Shares - taken };
        if (taken == order.Shares)
        {
            _orders.Remove(reference);
        }
    }

    private void Remove(ushort locate, ulong reference) => Remove(locate, reference, out _);

    private char Remove(ushort locate, ulong reference, out ushort own)
    {
        own = locate;
        if (!_orders.Remove(reference, out (ushort Locate, char Side, uint Price, uint Shares) order))
        {
            Fault(FeedAnomalyKind.UnknownOrder);
            return '?';
        }

        own = order.Locate;
        CheckKnown(locate, order.Locate, order.Side);
        Change(order.Locate, order.Side, order.Price, -(long)order.Shares);
        return order.Side;
    }

    private void CheckKnown(ushort locate, ushort own, char side)
    {
        if (locate != own)
        {
            Fault(FeedAnomalyKind.WrongInstrument);
        }

        if (side == '?')
        {
            Fault(FeedAnomalyKind.OrderOfUnknownSide);
        }
    }

    private void Change(ushort locate, char side, uint price, long change)
    {
        if (side == '?')
        {
            return;
        }

        SortedDictionary<uint, long> levels = LevelsOf(locate, side);
        long shares = levels.GetValueOrDefault(price) + change;
        if (shares == 0)
        {
            levels.Remove(price);
        }
        else
        {
            levels[price] = shares;
        }
    }
}
