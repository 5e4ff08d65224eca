using LowLatency.Markets.Books;
using LowLatency.Markets.Matching;
using LowLatency.Primitives.Orders;
using Xunit;

namespace LowLatency.Tests.Markets.Matching;

/// <summary>Random streams of every request through the book and through <see cref="NaiveBook"/>: the same reports, the same depth, the same queues.</summary>
public sealed class MatchingBookOracleTests
{
    private const int MaxOrderId = 300;
    private const int MaxOrders = 40;

    public static TheoryData<int, int, int> Streams => new()
    {
        { 1, 64, 0 },
        { 2, 64, 3000 },
        { 3, 64, 200 },
        { 4, 4096, 0 },
        { 5, 4096, 20_000 },
        { 6, 65536, 1_000_000 },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void Under_the_venue_policy_it_agrees_with_the_oracle(int seed, int windowSize, int jump) => Compare<VenueModifyPolicy>(seed, windowSize, jump, venue: true, rests: false);

    [Theory]
    [MemberData(nameof(Streams))]
    public void Under_the_reinsert_policy_it_agrees_with_the_oracle(int seed, int windowSize, int jump) => Compare<ReinsertModifyPolicy>(seed, windowSize, jump, venue: false, rests: false);

    [Theory]
    [MemberData(nameof(Streams))]
    public void With_orders_rested_across_the_market_it_agrees_with_the_oracle(int seed, int windowSize, int jump) => Compare<VenueModifyPolicy>(seed, windowSize, jump, venue: true, rests: true);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void With_no_room_for_far_prices_it_refuses_and_stays_sound(int seed)
    {
        Random random = new(seed);
        using MatchingBook book = new(new(MaxOrderId, MaxOrders, WindowSize: 64, FarCapacity: 3));
        RecordingSink sink = new([]);
        for (int step = 0; step < 20_000; step++)
        {
            uint id = (uint)random.Next(MaxOrderId);
            Side side = random.Next(2) == 0 ? Side.Buy : Side.Sell;
            long price = random.Next(10) * 1000L;
            _ = random.Next(4) switch
            {
                0 => book.Cancel(id, ref sink),
                1 => book.Replace<VenueModifyPolicy, RecordingSink>(id, price, 1 + random.Next(50), ref sink),
                _ => book.Enter(new(id, side, price, 1 + random.Next(50)), ref sink),
            };
            Assert.True(book.CheckInvariants(out string broken), $"seed={seed} step={step}: {broken}");
        }

        Assert.Contains(sink.Lines, line => line.EndsWith("LadderFull", StringComparison.Ordinal) && line.StartsWith("rejected New", StringComparison.Ordinal));
        Assert.Contains(sink.Lines, line => line.EndsWith("LadderFull", StringComparison.Ordinal) && line.StartsWith("rejected Replace", StringComparison.Ordinal));
        Assert.Contains(sink.Lines, line => line.EndsWith("LadderFull", StringComparison.Ordinal) && line.StartsWith("canceled", StringComparison.Ordinal));
    }

    private static void Compare<TPolicy>(int seed, int windowSize, int jump, bool venue, bool rests)
        where TPolicy : struct, IModifyPolicy
    {
        Random random = new(seed);
        using MatchingBook book = new(new(MaxOrderId, MaxOrders, windowSize, FarCapacity: 4096));
        NaiveBook oracle = new(venue, MaxOrderId, MaxOrders);
        RecordingSink sink = new([]);
        long middle = 0;
        int compared = 0;
        for (int step = 0; step < 8_000; step++)
        {
            if (random.Next(300) == 0)
            {
                middle += random.Next(-jump, jump + 1);
            }

            OrderEntry entry = NextEntry(random, middle);
            uint id = (uint)random.Next(MaxOrderId + 3);
            switch (random.Next(11))
            {
                case 0 or 1:
                    book.Cancel(id, ref sink);
                    oracle.Cancel(id);
                    break;
                case 2:
                    long by = random.Next(-1, 40);
                    book.Reduce(id, by, ref sink);
                    oracle.Reduce(id, by);
                    break;
                case 3 or 4:
                    long quantity = random.Next(0, 60);
                    book.Replace<TPolicy, RecordingSink>(id, entry.Price, quantity, ref sink);
                    oracle.Replace(id, entry.Price, quantity);
                    break;
                case 5 when rests:
                    OrderEntry resting = new(entry.Id, entry.Side, entry.Price, entry.Quantity, Owner: entry.Owner);
                    book.Rest(resting, ref sink);
                    oracle.Rest(resting);
                    break;
                default:
                    book.Enter(entry, ref sink);
                    oracle.Enter(entry);
                    break;
            }

            string where = $"seed={seed} windowSize={windowSize} jump={jump} step={step}";
            Assert.True(oracle.Lines.Skip(compared).SequenceEqual(sink.Lines.Skip(compared)), $"{where}: expected {string.Join(" | ", oracle.Lines.Skip(compared))}, got {string.Join(" | ", sink.Lines.Skip(compared))}");
            compared = oracle.Lines.Count;
            Assert.True(book.CheckInvariants(out string broken), $"{where}: {broken}");
            Assert.Equal(oracle.Count, book.Count);
            if (step % 20 == 0)
            {
                CompareState(random, book, oracle, middle);
            }
        }

        foreach (string kind in new[] { "accepted", "trade", "canceled", "replaced", "rejected" })
        {
            Assert.Contains(sink.Lines, line => line.StartsWith(kind, StringComparison.Ordinal));
        }

        foreach (string reason in new[] { "PoolFull", "PostOnlyWouldCross", "FillOrKill", "NoLiquidity", "ImmediateRemainder", "DuplicateOrderId", "OrderIdOutOfRange" })
        {
            Assert.Contains(sink.Lines, line => line.EndsWith(reason, StringComparison.Ordinal));
        }
    }

    private static OrderEntry NextEntry(Random random, long middle)
    {
        Side side = random.Next(2) == 0 ? Side.Buy : Side.Sell;
        long offset = random.Next(-4, 12);
        OrderEntry entry = new((uint)random.Next(MaxOrderId + 3), side, middle + (side == Side.Buy ? -offset : offset), random.Next(0, 50), Owner: random.Next(5));
        return random.Next(10) switch
        {
            0 => entry with { TimeInForce = TimeInForce.Ioc },
            1 => entry with { TimeInForce = TimeInForce.Fok },
            2 => entry with { ExecInst = ExecInst.PostOnly },
            3 => entry with { Type = OrderType.Market, Quantity = random.Next(10) == 0 ? 100_000 : entry.Quantity },
            4 => entry with { TimeInForce = TimeInForce.Gtc },
            _ => entry,
        };
    }

    private static void CompareState(Random random, MatchingBook book, NaiveBook oracle, long middle)
    {
        foreach (Side side in new[] { Side.Buy, Side.Sell })
        {
            (long Price, long Quantity)[] depth = oracle.Depth(side);
            LadderLevel<long>[] levels = new LadderLevel<long>[depth.Length + 1];
            Assert.Equal(depth.Length, book.CopyDepth(side, levels));
            Assert.Equal(depth, levels.Take(depth.Length).Select(level => (level.Price, level.Level)));
            Assert.Equal(depth.Length > 0, book.TryBest(side, out long best, out long quantity));
            Assert.Equal(depth.FirstOrDefault(), (best, quantity));
            long limit = middle + random.Next(-10, 10);
            Side taker = side.Opposite();
            long available = depth.Where(level => taker == Side.Buy ? level.Price <= limit : level.Price >= limit).Sum(level => level.Quantity);
            Assert.Equal(available, book.AvailableQuantity(taker, limit, long.MaxValue));
            Assert.Equal(Math.Min(available, 20), book.AvailableQuantity(taker, limit, 20));
            Assert.Equal(available > 0, book.WouldCross(taker, limit));
            Assert.Equal(depth.Where(level => level.Price == limit).Sum(level => level.Quantity), book.QuantityAt(side, limit));
        }

        foreach (uint id in oracle.OpenIds)
        {
            Assert.True(book.TryGetQueuePosition(id, out QueuePosition position));
            Assert.Equal(oracle.Ahead(id), (position.Orders, position.Quantity));
        }
    }
}
