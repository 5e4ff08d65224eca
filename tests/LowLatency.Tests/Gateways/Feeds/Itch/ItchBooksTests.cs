using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Testing.Itch;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

/// <summary>The fast books against dictionaries: the best prices after every message, every level and every fault at the end.</summary>
public sealed class ItchBooksTests(ITestOutputHelper output)
{
    [SharedTheory("data/itch50")]
    [InlineData("AAPL_20191230_0935_50k.itch50.gz")]
    [InlineData("12302019_SNIPPET.NASDAQ_ITCH50")]
    [InlineData("nasdaq_totalview_moldudp64_20230822_0930.pcap")]
    public void Recorded_files(string file) => Compare(CapturedItch.Read(SharedData.PathOf($"data/itch50/{file}")).Messages.Select(message => message.Message));

    [Theory]
    [InlineData(1, 120_000)]
    [InlineData(40, 120_000)]
    public void Generated_days(int symbols, int messages)
    {
        ItchDay day = ItchDay.Generate(symbols, messages);
        CapturedItch read = CapturedItch.Read(day.Bytes);
        Assert.Equal(0, read.Anomalies.Total);
        NaiveItchBooks naive = Compare(read.Messages.Select(message => message.Message));
        Assert.Empty(naive.Faults);
        Assert.Equal(day.LiveOrders, naive.Orders);
        Assert.All(naive.Locates, locate => Assert.True(IsUncrossed(naive.TopOf(locate))));
    }

    [Theory]
    [InlineData(1, 1, 1UL)]
    [InlineData(2, 3, 1UL << 32)]
    [InlineData(3, 3, ulong.MaxValue - 4000)]
    [InlineData(4, 500, 1_000_000)]
    public void Random_streams_of_faults(int seed, int locates, ulong firstReference)
    {
        output.WriteLine($"seed={seed}");
        Random random = new(seed);
        NaiveItchBooks naive = Compare(Enumerable.Range(0, 100_000).Select(_ => RandomMessage(random, locates, firstReference)));
        Assert.Equal(
            [FeedAnomalyKind.OutOfRange, FeedAnomalyKind.UnknownSide, FeedAnomalyKind.UnknownOrder, FeedAnomalyKind.OrderOfUnknownSide, FeedAnomalyKind.DuplicateOrder, FeedAnomalyKind.Overfilled],
            naive.Faults.Keys.Where(kind => kind != FeedAnomalyKind.WrongInstrument).Order());
    }

    [Fact]
    public void Stub_prices_and_prices_between_the_cents_stand_at_their_places()
    {
        ulong reference = 0;
        AddOrderMessage Order(char side, uint shares, uint price4) =>
            new() { OrderReference = ++reference, BuySellIndicator = side, Shares = shares, Price4 = price4 };
        NaiveItchBooks naive = Compare(
        [
            Order('S', 100, 1_999_999_900), Order('B', 100, 1), Order('B', 200, 1_234_500), Order('B', 300, 1_234_550), Order('B', 50, 1_234_501), Order('S', 70, 1_234_599),
            Order('S', 80, 1_234_600), Order('S', 90, uint.MaxValue), Order('B', uint.MaxValue, 1_234_550), Order('B', uint.MaxValue, 1_234_550), new OrderDeleteMessage { OrderReference = 4 },
        ]);
        Assert.Equal(new ItchTop(1_234_550, 2L * uint.MaxValue, 1_234_599, 70), naive.TopOf(0));
        Assert.Equal([1_234_550u, 1_234_501, 1_234_500, 1], naive.BestFirst(0, Side.Buy).Select(level => level.Price4));
        Assert.Equal([1_234_599u, 1_234_600, 1_999_999_900, uint.MaxValue], naive.BestFirst(0, Side.Sell).Select(level => level.Price4));
    }

    [Theory]
    [InlineData(1, 100_000, 1UL)]
    [InlineData(60, 200_000, 2UL)]
    public void A_backlog_applied_in_groups_gives_the_same_books(int symbols, int messages, ulong seed)
    {
        ItchDay day = ItchDay.Generate(symbols, messages, seed);
        byte[] bytes = [.. day.Bytes];
        Random random = new((int)seed);
        for (int fault = 0; fault < 500; fault++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        foreach (byte[] feed in new[] { day.Bytes, bytes })
        {
            (FeedAnomalies plainAnomalies, FeedAnomalies anomalies) = (new(), new());
            using ItchBooks plain = new(plainAnomalies);
            using ItchBooks books = new(anomalies);
            ItchBooksHandler handler = new(plain);
            (FeedPosition plainPosition, FeedPosition position) = (new(0, 1, 0), new(0, 1, 0));
            for (int at = 0; at < feed.Length;)
            {
                int most = random.Next(1, 1000);
                ReadOnlySpan<byte> piece = feed.AsSpan(at, Math.Min(feed.Length - at, random.Next(1, 140_000)));
                int taken = ItchFrames.Decode(piece, ref plainPosition, most, ref handler, plainAnomalies);
                Assert.Equal(taken, ItchBacklog.Apply(piece, ref position, most, books, anomalies, pagesBeyondCaches: 0));
                Assert.Equal(plainPosition, position);
                if (taken == 0 && piece.Length == feed.Length - at)
                {
                    break;
                }

                at += taken;
            }

            Assert.Equal(plainAnomalies.Counts(), anomalies.Counts());
            Assert.Equal(plain.OrderCount, books.OrderCount);
            Assert.True(books.CheckInvariants(out string broken), broken);
            for (int locate = 0; locate <= symbols; locate++)
            {
                Assert.Equal(Levels(plain, (ushort)locate), Levels(books, (ushort)locate));
            }
        }
    }

    [Theory]
    [InlineData(1, 20_000, 3)]
    [InlineData(2, 20_000, 200)]
    public void References_far_apart_are_hashed_and_come_and_go(int seed, int steps, int alive)
    {
        Random random = new(seed);
        List<object> messages = [];
        List<ulong> references = [];
        for (int step = 0; step < steps; step++)
        {
            if (references.Count < alive || random.Next(2) == 0)
            {
                references.Add((ulong)random.NextInt64());
                messages.Add(new AddOrderMessage { OrderReference = references[^1], BuySellIndicator = "BS"[random.Next(2)], Shares = 1 + (uint)random.Next(100), Price4 = 1_000_000 + ((uint)random.Next(300) * 100) });
                continue;
            }

            int index = random.Next(references.Count);
            messages.Add(new OrderDeleteMessage { OrderReference = references[index] });
            references.RemoveAt(index);
        }

        NaiveItchBooks naive = Compare(messages);
        Assert.Empty(naive.Faults);
        Assert.Equal(references.Count, naive.Orders);
    }

    private static ItchLevel[] Levels(ItchBooks books, ushort locate)
    {
        ItchLevel[] levels = new ItchLevel[10_000];
        int bids = books.CopyBest(locate, Side.Buy, levels);
        return levels[..(bids + books.CopyBest(locate, Side.Sell, levels.AsSpan(bids)))];
    }

    private static bool IsUncrossed(ItchTop top) => top.BidShares == 0 || top.AskShares == 0 || top.BidPrice4 < top.AskPrice4;

    private static NaiveItchBooks Compare(IEnumerable<object> messages)
    {
        FeedAnomalies anomalies = new();
        using ItchBooks books = new(anomalies, 16);
        ItchBooksHandler handler = new(books);
        NaiveItchBooks naive = new();
        int at = 0;
        foreach (object message in messages)
        {
            byte[] bytes = ItchWireFields.BytesOf(message);
            ItchDecoder.Decode(bytes, default, ref handler);
            ushort locate = naive.Apply(message);
            if (books.TopOf(locate) != naive.TopOf(locate))
            {
                Assert.Fail($"message {at}: locate={locate} {books.TopOf(locate)}, expected {naive.TopOf(locate)}");
            }

            at++;
        }

        ItchLevel[] levels = new ItchLevel[100_000];
        foreach (ushort locate in naive.Locates)
        {
            foreach (Side side in new[] { Side.Buy, Side.Sell })
            {
                ItchLevel[] expected = naive.BestFirst(locate, side);
                Assert.Equal(expected, levels[..books.CopyBest(locate, side, levels)]);
                Assert.Equal(expected.Length, books.CountOf(locate, side));
            }
        }

        Assert.Equal(naive.Orders, books.OrderCount);
        Assert.Equal(naive.Faults.OrderBy(fault => fault.Key), anomalies.Counts());
        Assert.True(books.CheckInvariants(out string broken), broken);
        return naive;
    }

    private static object RandomMessage(Random random, int locates, ulong firstReference)
    {
        ulong Reference() => firstReference + (ulong)random.Next(3000) + (random.Next(20) == 0 ? (ulong)random.NextInt64() : 0);
        uint Price() => random.Next(8) switch
        {
            0 => (uint)random.NextInt64(0, uint.MaxValue),
            1 => 1_000_000 + (uint)random.Next(1000),
            2 => random.Next(50) == 0 ? 0 : 1u,
            _ => 1_000_000 + ((uint)random.Next(2000) * 100),
        };
        ushort locate = (ushort)random.Next(locates);
        object message = random.Next(10) switch
        {
            < 4 => new AddOrderMessage { OrderReference = Reference(), BuySellIndicator = "BSBSBSBSBSx"[random.Next(11)], Shares = (uint)random.Next(1000), Price4 = Price() },
            4 => new OrderExecutedMessage { OrderReference = Reference(), ExecutedShares = (uint)random.Next(1000) },
            5 => new OrderCancelMessage { OrderReference = Reference(), CancelledShares = (uint)random.Next(1000) },
            6 => new OrderDeleteMessage { OrderReference = Reference() },
            7 => new OrderExecutedWithPriceMessage { OrderReference = Reference(), ExecutedShares = (uint)random.Next(1000), ExecutionPrice4 = Price() },
            _ => new OrderReplaceMessage { OriginalOrderReference = Reference(), NewOrderReference = Reference(), Shares = (uint)random.Next(1000), Price4 = Price() },
        };
        ItchWireFields.Set(message, "Stock Locate", locate);
        return message;
    }
}
