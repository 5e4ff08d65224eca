using LowLatency.Markets.Books;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Markets.Books;

/// <summary>Prices of a coarse and a fine grid, in ladders that start too small, against a sorted dictionary.</summary>
public sealed unsafe class SplitLadderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 100, 1)]
    [InlineData(2, 100, 25)]
    [InlineData(3, 5, 5)]
    public void Agrees_with_a_sorted_dictionary(int seed, long coarse, long fine)
    {
        output.WriteLine($"seed={seed}");
        SplitLadder<BidSide, long> bids = new(coarse, fine, 64, 1);
        SplitLadder<AskSide, long> asks = new(coarse, fine, 64, 1);
        Compare(ref bids, new Random(seed), coarse, fine, Comparer<long>.Create((left, right) => right.CompareTo(left)));
        Compare(ref asks, new Random(seed), coarse, fine, Comparer<long>.Default);
        bids.Dispose();
        asks.Dispose();
    }

    [Fact]
    public void Grids_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SplitLadder<BidSide, long>(100, 0, 64, 1));
        Assert.Throws<ArgumentException>(() => new SplitLadder<BidSide, long>(100, 7, 64, 1));
        Assert.Throws<ArgumentException>(() => new SplitLadder<BidSide, long>(1, 100, 64, 1));
    }

    private static void Compare<TSide>(ref SplitLadder<TSide, long> ladder, Random random, long coarse, long fine, Comparer<long> bestFirst)
        where TSide : struct, ILadderSide
    {
        SortedDictionary<long, long> expected = new(bestFirst);
        LadderLevel<long>[] copied = new LadderLevel<long>[10_000];
        long middle = 0;
        for (int i = 0; i < 30_000; i++)
        {
            middle += random.Next(-20, 21);
            long price = random.Next(10) switch
            {
                0 => random.NextInt64(-1_000_000_000, 1_000_000_000),
                < 4 => middle + random.Next(-500, 500),
                _ => (middle / coarse * coarse) + (random.Next(-300, 300) * coarse),
            };
            if (random.Next(2) == 0)
            {
                long* level = ladder.GetOrAdd(price);
                Assert.Equal(price % fine == 0, level != null);
                if (level != null)
                {
                    Assert.Equal(expected.GetValueOrDefault(price), *level);
                    *level += i;
                    expected[price] = *level;
                }
            }
            else
            {
                price = random.Next(3) == 0 && expected.Count > 0 ? expected.First().Key : price;
                Assert.Equal(expected.Remove(price), ladder.Remove(price));
            }

            Assert.Equal(expected.Count > 0, ladder.TryBest(out long best));
            Assert.Equal(expected.Count > 0 ? expected.First().Key : best, best);
            Assert.Equal(expected.Count, ladder.Count);
            if (i % 100 == 0)
            {
                LadderLevel<long>[] levels = [.. expected.Select(pair => new LadderLevel<long>(pair.Key, pair.Value))];
                Assert.Equal(levels, copied[..ladder.CopyBest(copied)]);
                Assert.Equal(levels.Where(level => bestFirst.Compare(level.Price, price) > 0).Select(level => level.Price).FirstOrDefault(-7), ladder.TryNextWorse(price, out long next) ? next : -7);
                Assert.True(ladder.CheckInvariants(out string broken), broken);
            }

            if (i % 5_000 == 4_999)
            {
                long limit = expected.ElementAt(expected.Count / 3).Key;
                int removed = expected.Keys.Count(key => bestFirst.Compare(key, limit) <= 0);
                Assert.Equal(removed, ladder.ClearFromBestTo(limit));
                foreach (long key in expected.Keys.Take(removed).ToArray())
                {
                    expected.Remove(key);
                }
            }
        }
    }
}
