using System.Text;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Binance;
using LowLatency.Gateways.Feeds.Recordings;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Generation;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Recordings;

public sealed class RecordingFormatTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Best_bid_and_offer_from_orders_follow_a_naive_book()
    {
        SessionOptions options = new() { Events = 20_000 };
        File.WriteAllBytes(_path, SessionGenerator.ToRecording(options));
        Dictionary<ulong, (Side Side, long Price, long Quantity)> orders = [];
        SortedDictionary<long, long>[] sides = [[], []];
        List<string> expected = [];
        string last = "0,0,0,0";
        using SessionGenerator session = new(options);
        MarketEvent[] one = new MarketEvent[1];
        long messages = 0;
        while (session.Read(one) > 0)
        {
            if (one[0].Instrument.Value != 3)
            {
                continue;
            }

            messages++;
            Apply(one[0], orders, sides);
            (long bid, long bidSize) = sides[0].Count == 0 ? default : (sides[0].Last().Key, sides[0].Last().Value);
            (long ask, long askSize) = sides[1].Count == 0 ? default : (sides[1].First().Key, sides[1].First().Value);
            string best = $"{bid},{bidSize},{ask},{askSize}";
            if (best != last)
            {
                expected.Add($"{one[0].LocalTimeNs},{best}");
                last = best;
            }
        }

        (string[] lines, FeedBookSummary summary) = Bbo("CEDAR");
        Assert.Equal(expected, lines);
        Assert.Equal((messages, expected.Count, 0), (summary.Messages, summary.Lines, summary.Anomalies.Total));
        Assert.True(expected.Count > 500);
    }

    [SharedFact("data/binance/ethusdt_20240718.gz")]
    public void Best_bid_and_offer_from_levels_are_those_of_the_imported_file()
    {
        string original = SharedData.PathOf("data/binance/ethusdt_20240718.gz");
        using BinanceEventSource source = new BinanceFormat().Open(original, new FeedImportOptions(), new FeedAnomalies());
        using (RecordingWriter writer = RecordingWriter.Create(_path, source.Instruments, RecordingOrder.Both, "eth"))
        {
            writer.AppendAll(source);
            writer.Complete();
        }

        using MemoryStream output = new();
        new BinanceFormat().WriteBestBidOffer(original, "ETHUSDT", output);
        string[] expected = [.. Encoding.ASCII.GetString(output.ToArray()).Split('\n')[..^1].Select(line =>
        {
            long[] numbers = [.. line.Split(',').Select(text => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
            return $"{numbers[0] + source.LocalOffsetNs},{numbers[1] * 1_000_000},{numbers[2] * 100_000},{numbers[3] * 1_000_000},{numbers[4] * 100_000}";
        })];
        (string[] lines, FeedBookSummary summary) = Bbo("ETHUSDT");
        Assert.Equal(expected, lines);
        Assert.Equal(0, summary.Anomalies.Total);
        Assert.True(lines.Length > 1000);

        FeedInspection inspection = new RecordingFormat().Inspect(_path);
        Assert.Equal("LowLatency recording, Levels, Trades, Split, in Both order, of: eth", inspection.Format);
        Assert.Equal(78_558, inspection.Messages);
        Assert.Equal([("8", 76_916), ("7", 1640), ("9", 2)], inspection.Types.Select(t => (t.Type, t.Messages)));
        Assert.Equal([new FeedSymbolCount("ETHUSDT", 78_558)], inspection.Symbols);
        Assert.Equal(0, inspection.Anomalies.Total);
    }

    [Fact]
    public void Quotes_serve_where_there_is_nothing_deeper_and_are_looked_at_where_a_change_ends()
    {
        MarketEvent Quote(long time, Side side, long price, long quantity, MarketEventFlags flags = MarketEventFlags.Last) => new()
        {
            LocalTimeNs = time,
            Kind = MarketEventKind.Quote,
            Side = side,
            Price = new Price(price),
            Quantity = new Quantity(quantity),
            Flags = flags,
            Instrument = new InstrumentId(1),
        };
        Write([Quote(1, Side.Buy, 100, 5, 0), Quote(1, Side.Sell, 110, 6), Quote(2, Side.Sell, 110, 6), Quote(3, Side.Buy, 0, 0), Quote(4, Side.None, 1, 1), Quote(5, Side.Buy, 90, 7)]);
        (string[] lines, FeedBookSummary summary) = Bbo("A");
        Assert.Equal(["1,100,5,110,6", "3,0,0,110,6", "5,90,7,110,6"], lines);
        Assert.Equal([new FeedAnomaly(FeedAnomalyKind.UnknownSide, 512 + (4 * 64), 0, null)], summary.Anomalies.First());
    }

    [Fact]
    public void What_the_book_cannot_use_is_counted_with_its_offset()
    {
        MarketEvent Order(MarketEventKind kind, ulong id, long price = 0, long quantity = 0, Side side = Side.None) => new()
        {
            Kind = kind,
            OrderId = id,
            Price = new Price(price),
            Quantity = new Quantity(quantity),
            Side = side,
            Instrument = new InstrumentId(1),
        };
        Write(
            [
                Order(MarketEventKind.OrderAdded, 1, 100, 5, Side.Buy),
                Order(MarketEventKind.OrderAdded, 1, 101, 5, Side.Buy),
                Order(MarketEventKind.OrderDeleted, 77),
                Order(MarketEventKind.OrderExecuted, 1, 0, 9),
                Order(MarketEventKind.OrderAdded, 2, -1, 5, Side.Buy),
                Order(MarketEventKind.OrderAdded, 3, 100, -5, Side.Buy),
                Order(MarketEventKind.OrderAdded, 4, 100, 5),
            ]);
        (string[] lines, FeedBookSummary summary) = Bbo("A");
        Assert.Equal(["0,100,5,0,0", "0,0,0,0,0"], lines);
        Assert.Equal(
            [
                (FeedAnomalyKind.DuplicateOrder, 1, 1UL), (FeedAnomalyKind.UnknownOrder, 2, 77UL), (FeedAnomalyKind.Overfilled, 3, 9UL),
                (FeedAnomalyKind.OutOfRange, 4, ulong.MaxValue), (FeedAnomalyKind.OutOfRange, 5, unchecked((ulong)-5)), (FeedAnomalyKind.UnknownSide, 6, 0UL),
            ],
            summary.Anomalies.First().Select(a => (a.Kind, (a.Offset - 512) / 64, a.Value)));
    }

    [Fact]
    public void Damage_is_counted_and_never_thrown()
    {
        byte[] sound = SessionGenerator.ToRecording(new SessionOptions { Events = 20_000 });
        byte[] damaged = [.. sound];
        damaged[512 + (64 * 5000)] ^= 1;
        File.WriteAllBytes(_path, damaged);
        FeedInspection inspection = new RecordingFormat().Inspect(_path);
        FeedAnomaly fault = Assert.Single(inspection.Anomalies.First());
        Assert.Equal((FeedAnomalyKind.WrongChecksum, 512L + (64 * 4096), 4096UL), (fault.Kind, fault.Offset, fault.Value));
        (string[] lines, FeedBookSummary summary) = Bbo("ALDER");
        Assert.NotEmpty(lines);
        Assert.Equal(1, summary.Anomalies[FeedAnomalyKind.WrongChecksum]);
        using (IMarketEventSource source = new RecordingFormat().OpenEvents(_path, new FeedImportOptions(), new FeedAnomalies()))
        {
            MarketEvent[] room = new MarketEvent[5000];
            Assert.Equal(4096, source.Read(room));
            Assert.Contains("block=1", Assert.Throws<InvalidDataException>(() => source.Read(room)).Message, StringComparison.Ordinal);
        }

        File.WriteAllBytes(_path, sound[..1000]);
        Assert.Equal(1, new RecordingFormat().Inspect(_path).Anomalies[FeedAnomalyKind.Malformed]);
        Assert.Equal(1, Bbo("ALDER").Summary.Anomalies[FeedAnomalyKind.Malformed]);
        Assert.Throws<InvalidDataException>(() => new RecordingFormat().OpenEvents(_path, new FeedImportOptions(), new FeedAnomalies()));
    }

    [Fact]
    public void Files_are_told_apart_and_symbols_are_chosen()
    {
        File.WriteAllBytes(_path, SessionGenerator.ToRecording(new SessionOptions { Events = 5_000 }));
        Assert.True(FeedFormats.TryDetect(_path, out IFeedFormat? format));
        Assert.IsType<RecordingFormat>(format);
        Assert.Throws<ArgumentException>(() => format.WriteBestBidOffer(_path, "XYZ", Stream.Null));
        Assert.Throws<ArgumentException>(() => format.OpenEvents(_path, new FeedImportOptions { Symbol = "XYZ" }, new FeedAnomalies()));
        using (IMarketEventSource source = format.OpenEvents(_path, new FeedImportOptions { Symbol = "BIRCH" }, new FeedAnomalies()))
        {
            MarketEvent[] room = new MarketEvent[10_000];
            int count = source.Read(room);
            Assert.Equal([2], room.Take(count).Select(e => e.Instrument.Value).Distinct());
        }

        File.WriteAllText(_path, """1721347201000000000 {"stream":"x","data":{"e":"trade"}}""");
        Assert.True(FeedFormats.TryDetect(_path, out format));
        Assert.IsType<BinanceFormat>(format);
    }

    private static void Apply(
        in MarketEvent change,
        Dictionary<ulong, (Side Side, long Price, long Quantity)> orders,
        SortedDictionary<long, long>[] sides)
    {
        void Shift(Side side, long price, long quantity)
        {
            SortedDictionary<long, long> levels = sides[side == Side.Buy ? 0 : 1];
            levels[price] = levels.GetValueOrDefault(price) + quantity;
            if (levels[price] == 0)
            {
                levels.Remove(price);
            }
        }

        if (change.Kind is MarketEventKind.Status or MarketEventKind.Trade)
        {
            return;
        }

        (Side Side, long Price, long Quantity) order = orders.GetValueOrDefault(change.OrderId);
        switch (change.Kind)
        {
            case MarketEventKind.OrderAdded:
                order = (change.Side, change.Price.Raw, change.Quantity.Raw);
                Shift(order.Side, order.Price, order.Quantity);
                break;
            case MarketEventKind.OrderReplaced:
                Shift(order.Side, order.Price, -order.Quantity);
                orders[change.NewOrderId] = (order.Side, change.Price.Raw, change.Quantity.Raw);
                Shift(order.Side, change.Price.Raw, change.Quantity.Raw);
                break;
            case MarketEventKind.OrderDeleted:
                Shift(order.Side, order.Price, -order.Quantity);
                break;
            default:
                Shift(order.Side, order.Price, -change.Quantity.Raw);
                order.Quantity -= change.Quantity.Raw;
                break;
        }

        orders[change.OrderId] = order;
    }

    private void Write(MarketEvent[] events)
    {
        InstrumentTable instruments = new();
        instruments.Add("A", "USD", new Price(10), new Quantity(1));
        using RecordingWriter writer = RecordingWriter.Create(_path, instruments, RecordingOrder.Local, "");
        foreach (MarketEvent one in events)
        {
            writer.Append(one);
        }

        writer.Complete();
    }

    private (string[] Lines, FeedBookSummary Summary) Bbo(string symbol)
    {
        using MemoryStream output = new();
        FeedBookSummary summary = new RecordingFormat().WriteBestBidOffer(_path, symbol, output);
        return (Encoding.ASCII.GetString(output.ToArray()).Split('\n')[..^1], summary);
    }
}
