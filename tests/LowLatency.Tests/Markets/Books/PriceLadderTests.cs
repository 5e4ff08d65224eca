using LowLatency.Markets.Books;
using Xunit;

namespace LowLatency.Tests.Markets.Books;

/// <summary>The ladder against a sorted dictionary, above all where the market leaves the window.</summary>
public sealed unsafe class PriceLadderTests
{
    public static TheoryData<int, int, int, int> Streams => new()
    {
        { 1, 64, 100_000, 0 },
        { 2, 64, 100_000, 1 },
        { 3, 64, 100_000, 2 },
        { 4, 4096, 100_000, 0 },
        { 5, 4096, 100_000, 1 },
        { 6, 4096, 100_000, 2 },
        { 7, 8192, 100_000, 1 },
        { 8, 65536, 100_000, 1 },
        { 9, 64, 7, 0 },
        { 10, 64, 7, 1 },
        { 11, 128, 20, 2 },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void Bids_agree_with_a_sorted_dictionary(int seed, int windowSize, int farCapacity, int jumps) =>
        Compare<BidSide>(seed, windowSize, farCapacity, jumps, new DescendingComparer());

    [Theory]
    [MemberData(nameof(Streams))]
    public void Asks_agree_with_a_sorted_dictionary(int seed, int windowSize, int farCapacity, int jumps) =>
        Compare<AskSide>(seed, windowSize, farCapacity, jumps, Comparer<long>.Default);

    [Fact]
    public void Prices_at_the_ends_of_long_are_levels_like_others()
    {
        PriceLadder<AskSide, long> asks = new(64, 8);
        long[] prices = [long.MinValue, long.MinValue + 1, int.MinValue, -1, 0, 1, int.MaxValue, long.MaxValue - 1, long.MaxValue];
        foreach (long price in prices)
        {
            *asks.GetOrAdd(price) = price;
            Assert.True(asks.CheckInvariants(out string broken), broken);
        }

        LadderLevel<long>[] levels = new LadderLevel<long>[20];
        int count = asks.CopyBest(levels);

        Assert.Equal(prices, levels.Take(count).Select(l => l.Price));
        Assert.Equal(prices, levels.Take(count).Select(l => l.Level));
        Assert.False(asks.TryNextWorse(long.MaxValue, out _));
        asks.Dispose();
    }

    [Fact]
    public void A_full_far_store_refuses_a_level_and_keeps_the_others()
    {
        PriceLadder<BidSide, long> bids = new(64, 2);
        foreach (long price in new[] { 1000L, 10, 20 })
        {
            Assert.True(bids.GetOrAdd(price) != null);
        }

        Assert.True(bids.GetOrAdd(30) == null);
        Assert.True(bids.GetOrAdd(5000) == null);
        Assert.True(bids.GetOrAdd(999) != null);
        Assert.Equal([1000L, 999, 20, 10], Prices(ref bids));
        Assert.True(bids.Remove(20));
        Assert.True(bids.GetOrAdd(5000) != null);
        Assert.Equal([5000L, 1000, 999, 10], Prices(ref bids));
        Assert.True(bids.CheckInvariants(out string broken), broken);
        bids.Dispose();
    }

    [Fact]
    public void The_window_follows_a_market_that_has_moved()
    {
        PriceLadder<BidSide, long> bids = new(256, 100);
        for (int i = 0; i < 50; i++)
        {
            bids.GetOrAdd(1000 + i);
        }

        Assert.Equal(0, bids.FarCount);
        for (int i = 0; i < 2000; i++)
        {
            bids.GetOrAdd(90_000 + (i % 50));
        }

        Assert.Equal(100, bids.Count);
        Assert.Equal(50, bids.FarCount);
        Assert.Equal(90_049, bids.BestPrice);
        Assert.Equal(50, bids.ClearFromBestTo(90_000));
        Assert.Equal(1049, bids.BestPrice);
        bids.GetOrAdd(1050);
        Assert.Equal(0, bids.FarCount);
        bids.Dispose();
    }

    [Fact]
    public void Clearing_from_the_best_stops_behind_the_given_price()
    {
        PriceLadder<AskSide, long> asks = new(64, 10);
        foreach (long price in new[] { 10L, 11, 40, 5000 })
        {
            asks.GetOrAdd(price);
        }

        Assert.Equal(0, asks.ClearFromBestTo(9));
        Assert.Equal(2, asks.ClearFromBestTo(39));
        Assert.Equal([40L, 5000], Prices(ref asks));
        asks.Clear();
        Assert.True(asks.IsEmpty);
        Assert.False(asks.TryBest(out _));
        Assert.True(asks.BestLevel() == null);
        asks.Dispose();
    }

    [Fact]
    public void Bad_sizes_are_refused_together()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new PriceLadder<BidSide, long>(100, 0));
        Assert.Contains("windowSize=100", fault.Message, StringComparison.Ordinal);
        Assert.Contains("farCapacity=0", fault.Message, StringComparison.Ordinal);
    }

    private static void Compare<TSide>(int seed, int windowSize, int farCapacity, int jumps, IComparer<long> order)
        where TSide : struct, ILadderSide
    {
        Random random = new(seed);
        PriceLadder<TSide, long> ladder = new(windowSize, farCapacity);
        SortedDictionary<long, long> oracle = new(order);
        string where = $"seed={seed} windowSize={windowSize} farCapacity={farCapacity} jumps={jumps}";
        long middle = 0;
        int refused = 0;
        for (int step = 0; step < 30_000; step++)
        {
            if (random.Next(jumps == 2 ? 20 : 1500) == 0)
            {
                middle = jumps == 0 ? middle + random.Next(-2 * windowSize, 2 * windowSize) : random.Next(5) switch
                {
                    0 => long.MaxValue,
                    1 => long.MinValue,
                    _ => random.NextInt64(-10_000_000, 10_000_000),
                };
            }

            long price = unchecked(middle + (random.Next(-60, 60) * (random.Next(10) == 0 ? windowSize : 1)));
            if (random.Next(3) == 0 && oracle.Count > 0)
            {
                price = oracle.First().Key;
            }

            if (random.Next(100) < (oracle.Count < 150 ? 55 : 35))
            {
                long* level = ladder.GetOrAdd(price);
                if (level == null)
                {
                    refused++;
                    Assert.False(oracle.ContainsKey(price), $"{where} step={step} price={price}");
                    Assert.Equal(ladder.FarCapacity, ladder.FarCount);
                }
                else
                {
                    Assert.Equal(oracle.GetValueOrDefault(price), *level);
                    oracle[price] = ++*level;
                }
            }
            else
            {
                Assert.Equal(oracle.Remove(price), ladder.Remove(price));
            }

            if (random.Next(3000) == 0)
            {
                ladder.Clear();
                oracle.Clear();
            }

            Assert.True(oracle.Count == ladder.Count, $"{where} step={step}");
            bool any = ladder.TryBest(out long best);
            Assert.True(any == oracle.Count > 0 && (!any || best == oracle.First().Key), $"{where} step={step} best={best}");
            if (step % 97 == 0)
            {
                Assert.True(ladder.CheckInvariants(out string broken), $"{where} step={step}: {broken}");
                Assert.Equal(oracle.Keys, Prices(ref ladder));
                bool found = ladder.TryNextWorse(price, out long next);
                long[] worse = [.. oracle.Keys.Where(p => order.Compare(p, price) > 0).Take(1)];
                Assert.Equal(worse, found ? [next] : []);
            }
        }

        Assert.Equal(farCapacity < 100, refused > 0);
        ladder.Dispose();
    }

    private static long[] Prices<TSide>(ref PriceLadder<TSide, long> ladder)
        where TSide : struct, ILadderSide
    {
        LadderLevel<long>[] levels = new LadderLevel<long>[ladder.Count + 1];
        return [.. levels.Take(ladder.CopyBest(levels)).Select(l => l.Price)];
    }

    private sealed class DescendingComparer : IComparer<long>
    {
        public int Compare(long x, long y) => y.CompareTo(x);
    }
}
