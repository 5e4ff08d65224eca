using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Markets.Books;

/// <summary>The book of orders against one list of orders in order of arrival.</summary>
public sealed class OrderBookTests(ITestOutputHelper output)
{
    private static readonly Price Tick = Price.Parse("0.0001");
    private static readonly Price Cent = Price.Parse("0.01");

    [Theory]
    [InlineData(1, 300, 30_000)]
    [InlineData(2, 20, 30_000)]
    [InlineData(3, 2000, 8_000)]
    public void Agrees_with_a_list(int seed, int references, int events)
    {
        output.WriteLine($"seed={seed}");
        Random random = new(seed);
        NaiveOrderBook naive = new();
        using OrderBook book = new(Tick, Cent, orders: 4, windowSize: 64);
        for (int i = 0; i < events; i++)
        {
            MarketEvent change = RandomEvent(random, references);
            Assert.Equal((i, naive.Apply(in change)), (i, book.Apply(in change)));
            Assert.Equal(naive.Top, book.Top);
            ulong reference = (ulong)random.Next(references);
            Assert.Equal(naive.TryGetAhead(reference, out Quantity expected), book.TryGetQuantityAhead(reference, out Quantity ahead));
            Assert.Equal(expected, ahead);
            if (i % 50 == 0)
            {
                Assert.Equal(naive.Orders.Where(order => order.Reference == reference), book.TryGetOrder(reference, out BookOrder order) ? [order] : []);
                CompareAll(naive, book);
            }
        }

        CompareAll(naive, book);
    }

    [Fact]
    public void Quantity_ahead_follows_the_queue()
    {
        using OrderBook book = new(Cent);
        Assert.Equal(BookUpdate.Applied, book.Apply(Added(1, 100)));
        Assert.Equal(BookUpdate.Applied, book.Apply(Added(2, 200)));
        Assert.Equal(BookUpdate.Applied, book.Apply(Added(3, 300)));
        long joined = book.Arrivals;
        Assert.Equal(BookUpdate.Applied, book.Apply(Added(4, 400)));
        Assert.Equal(600, book.QuantityUpTo(Side.Buy, Price.FromWhole(10), joined).Raw);

        Assert.Equal(BookUpdate.Applied, book.Apply(new() { Kind = MarketEventKind.OrderReduced, OrderId = 1, Quantity = new(40) }));
        Assert.Equal(BookUpdate.Applied, book.Apply(new() { Kind = MarketEventKind.OrderReplaced, OrderId = 2, NewOrderId = 5, Price = Price.FromWhole(10), Quantity = new(200) }));
        Assert.Equal(360, book.QuantityUpTo(Side.Buy, Price.FromWhole(10), joined).Raw);
        Assert.True(book.TryGetQuantityAhead(4, out Quantity ahead));
        Assert.Equal(360, ahead.Raw);
        Assert.True(book.TryGetQuantityAhead(5, out ahead));
        Assert.Equal(760, ahead.Raw);

        BookOrder[] queue = new BookOrder[10];
        Assert.Equal([1UL, 3, 4, 5], queue[..book.CopyQueue(Side.Buy, Price.FromWhole(10), queue)].Select(order => order.Reference));
        Assert.Equal(BookUpdate.Clamped, book.Apply(new() { Kind = MarketEventKind.OrderExecuted, OrderId = 1, Quantity = new(61) }));
        Assert.Equal(900, book.QuantityAt(Side.Buy, Price.FromWhole(10)).Raw);
    }

    private static MarketEvent Added(ulong reference, long quantity) =>
        new() { Kind = MarketEventKind.OrderAdded, OrderId = reference, Side = Side.Buy, Price = Price.FromWhole(10), Quantity = new(quantity) };

    private static void CompareAll(NaiveOrderBook naive, OrderBook book)
    {
        PriceLevel[] levels = new PriceLevel[4096];
        BookOrder[] queue = new BookOrder[4096];
        foreach (Side side in new[] { Side.Buy, Side.Sell })
        {
            PriceLevel[] expected = naive.BestFirst(side);
            Assert.Equal(expected, levels[..book.CopyBest(side, levels)]);
            Assert.Equal(expected.Length, book.CountOf(side));
            foreach (PriceLevel level in expected)
            {
                Assert.Equal(level.Quantity, book.QuantityAt(side, level.Price));
                Assert.Equal(naive.Orders.Where(order => order.Side == side && order.Price == level.Price), queue[..book.CopyQueue(side, level.Price, queue)]);
            }
        }

        Assert.Equal(naive.Orders.Count, book.Count);
    }

    private static MarketEvent RandomEvent(Random random, int references) => new()
    {
        Kind = (MarketEventKind)random.Next(1, 8),
        OrderId = (ulong)random.Next(references),
        NewOrderId = (ulong)random.Next(references),
        Side = (Side)(random.Next(50) == 0 ? random.Next(4) : random.Next(1, 3)),
        Price = new(random.Next(40) switch
        {
            0 => random.NextInt64(-5, 5),
            1 => (500_000 + random.Next(10_000)) * Tick.Raw,
            2 => Price.FromWhole(199_999).Raw,
            _ => (5000 + random.Next(100)) * Cent.Raw,
        }),
        Quantity = new(random.Next(60) switch { 0 => 0, 1 => -1, 2 => long.MaxValue, _ => random.Next(1, 500) }),
    };
}
