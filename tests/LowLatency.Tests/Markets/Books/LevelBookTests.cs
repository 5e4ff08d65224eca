using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Markets.Books;

public sealed class LevelBookTests(ITestOutputHelper output)
{
    private static readonly Price Tick = Price.Parse("0.5");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Agrees_with_sorted_dictionaries(int seed)
    {
        output.WriteLine($"seed={seed}");
        Random random = new(seed);
        SortedDictionary<long, long> bids = new(Comparer<long>.Create((left, right) => right.CompareTo(left)));
        SortedDictionary<long, long> asks = [];
        using LevelBook book = new(Tick, windowSize: 64);
        for (int i = 0; i < 50_000; i++)
        {
            Side side = random.Next(2) == 0 ? Side.Buy : Side.Sell;
            SortedDictionary<long, long> expected = side == Side.Buy ? bids : asks;
            Price price = new((1000 + random.Next(-200, 200)) * Tick.Raw);
            Quantity quantity = new(random.Next(3) == 0 ? 0 : random.NextInt64(1, long.MaxValue));
            MarketEventKind kind = random.Next(500) switch { 0 => MarketEventKind.LevelsCleared, 1 => MarketEventKind.Quote, _ => MarketEventKind.LevelSet };
            if (kind == MarketEventKind.LevelsCleared && random.Next(3) == 0)
            {
                price = default;
            }

            Assert.Equal(BookUpdate.Applied, book.Apply(new() { Kind = kind, Side = side, Price = price, Quantity = quantity }));
            foreach (long key in expected.Keys.Where(key =>
                kind == MarketEventKind.Quote || (kind == MarketEventKind.LevelsCleared && (price.Raw == 0 || (side == Side.Buy ? key >= price.Raw : key <= price.Raw)))).ToArray())
            {
                expected.Remove(key);
            }

            if (kind != MarketEventKind.LevelsCleared)
            {
                expected.Remove(price.Raw);
                if (quantity.Raw > 0)
                {
                    expected.Add(price.Raw, quantity.Raw);
                }
            }

            Assert.Equal(new TopOfBook(new(First(bids).Key), new(First(bids).Value), new(First(asks).Key), new(First(asks).Value)), book.Top);
            Assert.Equal(new Quantity(expected.GetValueOrDefault(price.Raw)), book.QuantityAt(side, price));
        }

        PriceLevel[] levels = new PriceLevel[1000];
        Assert.Equal(bids.Select(level => new PriceLevel(new(level.Key), new(level.Value))), levels[..book.CopyBest(Side.Buy, levels)]);
        Assert.Equal(asks.Select(level => new PriceLevel(new(level.Key), new(level.Value))), levels[..book.CopyBest(Side.Sell, levels)]);
        Assert.Equal((bids.Count, asks.Count), (book.CountOf(Side.Buy), book.CountOf(Side.Sell)));
        book.Clear();
        Assert.Equal(default, book.Top);
    }

    [Theory]
    [InlineData(MarketEventKind.LevelSet, 0, "1", 5, BookUpdate.InvalidSide)]
    [InlineData(MarketEventKind.LevelsCleared, 3, "1", 0, BookUpdate.InvalidSide)]
    [InlineData(MarketEventKind.LevelSet, 1, "1.25", 5, BookUpdate.InvalidPrice)]
    [InlineData(MarketEventKind.LevelSet, 1, "0", 5, BookUpdate.InvalidPrice)]
    [InlineData(MarketEventKind.LevelSet, 2, "-1", 5, BookUpdate.InvalidPrice)]
    [InlineData(MarketEventKind.LevelSet, 2, "1", -5, BookUpdate.InvalidQuantity)]
    [InlineData(MarketEventKind.Quote, 2, "1", -5, BookUpdate.InvalidQuantity)]
    [InlineData(MarketEventKind.Quote, 1, "1.25", 5, BookUpdate.InvalidPrice)]
    [InlineData(MarketEventKind.Quote, 0, "1", 5, BookUpdate.InvalidSide)]
    [InlineData(MarketEventKind.Trade, 1, "1", 5, BookUpdate.None)]
    public void What_cannot_be_is_refused_and_changes_nothing(MarketEventKind kind, int side, string price, long quantity, BookUpdate expected)
    {
        using LevelBook book = new(Tick);
        book.Apply(new() { Kind = MarketEventKind.LevelSet, Side = Side.Buy, Price = Price.FromWhole(1), Quantity = new(7) });
        TopOfBook before = book.Top;
        Assert.Equal(expected, book.Apply(new() { Kind = kind, Side = (Side)side, Price = Price.Parse(price), Quantity = new(quantity) }));
        Assert.Equal(before, book.Top);
    }

    private static KeyValuePair<long, long> First(SortedDictionary<long, long> levels) => levels.FirstOrDefault();
}
