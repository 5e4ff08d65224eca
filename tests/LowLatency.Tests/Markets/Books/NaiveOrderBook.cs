using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Tests.Markets.Books;

/// <summary>A book of orders as one list in order of arrival.</summary>
internal sealed class NaiveOrderBook
{
    private long _arrivals;

    public List<BookOrder> Orders { get; } = [];

    public TopOfBook Top
    {
        get
        {
            PriceLevel bid = BestFirst(Side.Buy).FirstOrDefault();
            PriceLevel ask = BestFirst(Side.Sell).FirstOrDefault();
            return new(bid.Price, bid.Quantity, ask.Price, ask.Quantity);
        }
    }

    public PriceLevel[] BestFirst(Side side)
    {
        IEnumerable<PriceLevel> levels = Orders.Where(order => order.Side == side).GroupBy(order => order.Price)
            .Select(group => new PriceLevel(group.Key, new(group.Sum(order => order.Quantity.Raw))));
        return side == Side.Buy ? [.. levels.OrderByDescending(level => level.Price)] : [.. levels.OrderBy(level => level.Price)];
    }

    public bool TryGetAhead(ulong reference, out Quantity ahead)
    {
        int at = IndexOf(reference);
        ahead = at < 0 ? default : new(Orders.Take(at).Where(order => order.Side == Orders[at].Side && order.Price == Orders[at].Price).Sum(order => order.Quantity.Raw));
        return at >= 0;
    }

    public BookUpdate Apply(in MarketEvent change)
    {
        int at = IndexOf(change.OrderId);
        switch (change.Kind)
        {
            case MarketEventKind.OrderAdded:
                return Add(change.OrderId, change.Side, change.Price, change.Quantity);
            case MarketEventKind.Trade:
                return BookUpdate.None;
        }

        if (at < 0)
        {
            return BookUpdate.UnknownOrder;
        }

        BookOrder order = Orders[at];
        switch (change.Kind)
        {
            case MarketEventKind.OrderDeleted:
                Orders.RemoveAt(at);
                return BookUpdate.Applied;
            case MarketEventKind.OrderReplaced:
                Orders.RemoveAt(at);
                return Add(change.NewOrderId, order.Side, change.Price, change.Quantity);
            case var _ when change.Quantity.Raw < 0:
                return BookUpdate.InvalidQuantity;
            case var _ when change.Quantity >= order.Quantity:
                Orders.RemoveAt(at);
                return change.Quantity > order.Quantity ? BookUpdate.Clamped : BookUpdate.Applied;
            default:
                Orders[at] = order with { Quantity = order.Quantity - change.Quantity };
                return BookUpdate.Applied;
        }
    }

    private int IndexOf(ulong reference) => Orders.FindIndex(order => order.Reference == reference);

    private BookUpdate Add(ulong reference, Side side, Price price, Quantity quantity)
    {
        if (side is not (Side.Buy or Side.Sell))
        {
            return BookUpdate.InvalidSide;
        }

        if (price.Raw <= 0 || price.Raw % 10_000 != 0)
        {
            return BookUpdate.InvalidPrice;
        }

        Int128 level = Orders.Where(order => order.Side == side && order.Price == price).Aggregate((Int128)quantity.Raw, (sum, order) => sum + order.Quantity.Raw);
        if (quantity.Raw <= 0 || level > long.MaxValue)
        {
            return BookUpdate.InvalidQuantity;
        }

        if (IndexOf(reference) >= 0)
        {
            return BookUpdate.DuplicateOrder;
        }

        Orders.Add(new(reference, side, price, quantity, ++_arrivals));
        return BookUpdate.Applied;
    }
}
