using System.Security.Cryptography;
using LowLatency.Markets.Data;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Generation;
using Xunit;

namespace LowLatency.Tests.Replay.Generation;

public class SessionGeneratorTests
{
    private static readonly Lazy<byte[]> Default = new(() => SessionGenerator.ToRecording());

    [Fact]
    public void The_default_session_has_these_bytes_everywhere() =>
        Assert.Equal("648635AEA00714D4B8EB12663B003EBB5AEBA1C102946D659503D924232B6B90", Convert.ToHexString(SHA256.HashData(Default.Value)));

    [Fact]
    public void Equal_seeds_give_equal_bytes_and_others_differ()
    {
        byte[] one = SessionGenerator.ToRecording(new SessionOptions { Seed = 7, Events = 5000 });
        byte[] same = SessionGenerator.ToRecording(new SessionOptions { Seed = 7, Events = 5000 });
        byte[] other = SessionGenerator.ToRecording(new SessionOptions { Seed = 8, Events = 5000 });
        Assert.Equal(one, same);
        Assert.NotEqual(one[512..64_512], other[512..64_512]);
    }

    [Fact]
    public void How_it_is_read_does_not_matter()
    {
        SessionOptions options = new() { Events = 5000 };
        List<MarketEvent> whole = Collect(options, 100_000);
        Assert.Equal(whole, Collect(options, 1));
        Assert.Equal(whole, Collect(options, 7));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_event_is_one_a_venue_could_have_sent(ulong seed)
    {
        SessionOptions options = new() { Seed = seed, Events = 60_000 };
        List<MarketEvent> events = Collect(options, 1000);
        Assert.InRange(events.Count, 60_000, 60_200);
        NaiveOrderBook[] books = [.. options.Instruments.Select(_ => new NaiveOrderBook())];
        HashSet<ulong> matches = [];
        MarketEvent before = default;
        foreach (MarketEvent one in events)
        {
            int index = one.Instrument.Value - 1;
            books[index].Apply(one);
            Assert.True(one.ExchangeTimeNs >= before.ExchangeTimeNs && one.LocalTimeNs >= before.LocalTimeNs);
            Assert.True(one.LocalTimeNs >= one.ExchangeTimeNs + options.FeedDelayNs);
            Assert.Equal(before.Sequence + 1, one.Sequence);
            Assert.Equal(0, one.Price.Raw % options.Instruments[index].TickSize.Raw);
            Assert.Equal(0, one.Quantity.Raw % options.Instruments[index].LotSize.Raw);
            if (one.Kind is MarketEventKind.OrderExecuted or MarketEventKind.Trade)
            {
                Assert.True(matches.Add(one.MatchId));
            }

            before = one;
        }

        for (int i = 0; i < books.Length; i++)
        {
            Assert.InRange(books[i].Executions, 200, 20_000);
            Assert.InRange(books[i].Count, options.Instruments[i].RestingOrders / 2, options.Instruments[i].RestingOrders * 2);
        }
    }

    [Fact]
    public void It_opens_trades_and_closes()
    {
        List<MarketEvent> events = Collect(new SessionOptions(), 4096);
        Assert.InRange(events.Count, 200_000, 200_100);
        for (int i = 1; i <= 4; i++)
        {
            List<MarketEvent> mine = [.. events.Where(e => e.Instrument.Value == i)];
            Assert.Equal(
                [TradingStatus.PreOpen, TradingStatus.Open, TradingStatus.Closed],
                mine.Where(e => e.Kind == MarketEventKind.Status).Select(e => e.Status));
            Assert.Equal((TradingStatus.PreOpen, TradingStatus.Closed), (mine[0].Status, mine[^1].Status));
            int opening = mine.FindIndex(e => e.Status == TradingStatus.Open);
            Assert.All(mine.Take(opening).Skip(1), e => Assert.Equal(MarketEventKind.OrderAdded, e.Kind));
            foreach (MarketEventKind kind in new[]
            {
                MarketEventKind.OrderAdded, MarketEventKind.OrderExecuted, MarketEventKind.OrderReduced, MarketEventKind.OrderDeleted,
                MarketEventKind.OrderReplaced, MarketEventKind.Trade,
            })
            {
                Assert.True(mine.Count(e => e.Kind == kind) > 100, $"{i} {kind}");
            }
        }
    }

    [Fact]
    public void The_market_looks_like_one()
    {
        SessionOptions options = new();
        NaiveOrderBook[] books = [.. options.Instruments.Select(_ => new NaiveOrderBook())];
        List<long>[] spreads = [.. books.Select(_ => new List<long>())];
        List<long> gaps = [];
        HashSet<long>[] mids = [.. books.Select(_ => new HashSet<long>())];
        long before = 0;
        foreach (MarketEvent one in Collect(options, 4096))
        {
            int index = one.Instrument.Value - 1;
            books[index].Apply(one);
            if (books[index].BestBid is { } bid && books[index].BestAsk is not null && (one.Flags & MarketEventFlags.Last) != 0)
            {
                spreads[index].Add(books[index].Spread / options.Instruments[index].TickSize.Raw);
                mids[index].Add(bid);
            }

            gaps.Add(one.ExchangeTimeNs - before);
            before = one.ExchangeTimeNs;
        }

        for (int i = 0; i < books.Length; i++)
        {
            spreads[i].Sort();
            long median = spreads[i][spreads[i].Count / 2];
            int half = options.Instruments[i].HalfSpreadMilliticks;
            Assert.InRange(median, 1, 1 + (4 * half / 1000));
            Assert.True(spreads[i][spreads[i].Count * 99 / 100] <= 10 + (8 * half / 1000), $"{i}: {spreads[i][spreads[i].Count * 99 / 100]}");
            Assert.True(mids[i].Count >= 5, $"{i}: {mids[i].Count} best bids");
        }

        // Clustered: the deviation of the gaps is well above that of independent arrivals, which is their mean.
        double[] waits = [.. gaps.Skip(3000).Where(g => g > 0).Select(g => (double)g)];
        double mean = waits.Average();
        double deviation = Math.Sqrt(waits.Average(w => (w - mean) * (w - mean)));
        Assert.True(deviation > 1.2 * mean, $"deviation={deviation}, mean={mean}");
    }

    [Fact]
    public void The_duration_closes_it_too()
    {
        SessionOptions options = new() { DurationNs = 20_000_000_000 };
        List<MarketEvent> events = Collect(options, 4096);
        Assert.InRange(events.Count, 2_000, 50_000);
        Assert.InRange(events[^1].ExchangeTimeNs, options.StartNs + 20_000_000_000, options.StartNs + 21_000_000_000);
    }

    [Fact]
    public void The_recording_holds_the_session()
    {
        using RecordingReader reader = RecordingReader.FromBytes(Default.Value);
        Assert.Empty(RecordingInspection.Of(reader).Anomalies);
        Assert.Equal(RecordingContents.Orders | RecordingContents.Trades | RecordingContents.Status, reader.Contents);
        Assert.Equal("generated session, seed 1, 200000 events", reader.Source);
        Assert.Equal(["ALDER", "BIRCH", "CEDAR", "ROWAN"], reader.Instruments.All.Select(i => i.Symbol));
        using RecordingEventSource source = new(reader);
        using SessionGenerator session = new();
        MarketEvent[] recorded = new MarketEvent[1000];
        MarketEvent[] generated = new MarketEvent[1000];
        int count;
        do
        {
            count = source.Read(recorded);
            Assert.Equal(count, session.Read(generated));
            Assert.True(recorded.AsSpan(0, count).SequenceEqual(generated.AsSpan(0, count)));
        }
        while (count > 0);
    }

    [Fact]
    public void Extreme_but_allowed_options_work()
    {
        SessionInstrument tight = new()
        {
            Symbol = "T",
            ReferenceTicks = 101,
            RangeTicks = 50,
            VolatilityMilliticks = 10_000,
            HalfSpreadMilliticks = 50_000,
            DepthTicks = 1000,
            MeanLots = 1,
            RestingOrders = 50,
            Weight = 1,
        };
        SessionInstrument wide = tight with
        {
            Symbol = "W",
            ReferenceTicks = 1_000_000_000,
            RangeTicks = 100_000,
            HalfSpreadMilliticks = 100,
            DepthTicks = 1,
            MeanLots = 1_000_000,
            LotSize = new Quantity(1),
            TickSize = new Price(9_000_000_000),
        };
        SessionOptions options = new() { Events = 30_000, CalmGapNs = 100, FeedDelayNs = 0, FeedJitterNs = 0, Instruments = [tight, wide] };
        NaiveOrderBook[] books = [new(), new()];
        foreach (MarketEvent one in Collect(options, 512))
        {
            books[one.Instrument.Value - 1].Apply(one);
        }

        Assert.All(books, book => Assert.True(book.Executions > 100));
    }

    [Fact]
    public void Every_fault_of_the_options_is_listed()
    {
        SessionOptions options = new()
        {
            Events = 1,
            DurationNs = 0,
            StartNs = 0,
            CalmGapNs = 0,
            FeedDelayNs = -1,
            FeedJitterNs = -1,
            Instruments =
            [
                new() { Symbol = "A", ReferenceTicks = 100, RangeTicks = 50 },
                new()
                {
                    Symbol = "A",
                    ReferenceTicks = int.MaxValue,
                    RangeTicks = 1,
                    VolatilityMilliticks = -1,
                    HalfSpreadMilliticks = 0,
                    DepthTicks = 0,
                    MeanLots = 0,
                    RestingOrders = 0,
                    Weight = 0,
                    TickSize = new Price(long.MaxValue),
                },
                new() { Symbol = "B", ReferenceTicks = 10_000, LotSize = new Quantity(long.MaxValue) },
            ],
        };
        string[] expected =
        [
            "events=1 ", "durationNs=0 ", "startNs=0 ", "calmGapNs=0 ", "feedDelayNs=-1 ", "feedJitterNs=-1 ", "A.referenceTicks=100 ", "symbol='A' is there already",
            "A.rangeTicks=1 ", "A.referenceTicks=2147483647 ", "A.volatilityMilliticks=-1 ", "A.halfSpreadMilliticks=0 ", "A.depthTicks=0 ", "A.meanLots=0 ",
            "A.restingOrders=0 ", "A.weight=0 ", "A.tickSize=", "B.lotSize=",
        ];
        Assert.Equal(expected.Length, options.Faults().Count);
        Assert.All(expected.Zip(options.Faults()), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Contains("calmGapNs=0", Assert.Throws<ArgumentException>(() => new SessionGenerator(options)).Message, StringComparison.Ordinal);
        Assert.Equal(["instruments=0 must be from 1 to 1000"], new SessionOptions { Instruments = [] }.Faults());
    }

    private static List<MarketEvent> Collect(SessionOptions options, int atOnce)
    {
        using SessionGenerator session = new(options);
        List<MarketEvent> events = [];
        MarketEvent[] some = new MarketEvent[atOnce];
        for (int count = session.Read(some); count > 0; count = session.Read(some))
        {
            events.AddRange(some.AsSpan(0, count));
        }

        return events;
    }
}
