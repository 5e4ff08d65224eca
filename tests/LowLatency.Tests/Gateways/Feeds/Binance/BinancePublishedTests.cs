using System.Collections.Concurrent;
using System.Text.Json;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Binance;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Binance;

/// <summary>The two days of BTCUSDT against the published backtest of them.</summary>
public class BinancePublishedTests
{
    private const string Vector = "vectors/hftbacktest_btcusdt_20240719.json";
    private const string Day18 = "data/binance/btcusdt_20240718.gz";
    private const string Day19 = "data/binance/btcusdt_20240719.gz";
    private static readonly ConcurrentDictionary<string, Lazy<(List<MarketEvent> Events, long OffsetNs)>> Imported = new();

    [SharedFact(Day18, Day19)]
    public void Offsets_row_counts_and_order_are_the_published_converters()
    {
        List<MarketEvent> day18 = Import(Day18, out long offset18);
        Assert.Equal(1_522_101_448, offset18);
        Assert.Equal(80_846, day18.Count);
        Assert.Equal(78_680, Of(day18, RecordingView.Local).Count);
        Assert.Equal(78_680, Of(day18, RecordingView.Exchange).Count);

        List<MarketEvent> day19 = Import(Day19, out long offset19);
        Assert.Equal(1_523_469_656, offset19);
        foreach (List<MarketEvent> day in new[] { day18, day19 })
        {
            List<long> local = [.. Of(day, RecordingView.Local).Select(e => e.LocalTimeNs)];
            List<long> exchange = [.. Of(day, RecordingView.Exchange).Select(e => e.ExchangeTimeNs)];
            Assert.True(local.SequenceEqual(local.Order()));
            Assert.True(exchange.SequenceEqual(exchange.Order()));
            Assert.True(day.TrueForAll(e => e.LocalTimeNs >= e.ExchangeTimeNs));
            Assert.Equal(day.Count(e => Is(e, MarketEventFlags.ExchangeOnly)), day.Count(e => Is(e, MarketEventFlags.LocalOnly)));
        }
    }

    [SharedFact(Vector, Day18, Day19)]
    public void Opening_book_bests_and_depth_are_the_published_ones()
    {
        NaiveLevelBook book = new();
        foreach (MarketEvent change in Of(Import(Day18, out _), RecordingView.Local))
        {
            book.Apply(change);
        }

        Assert.Equal(4063, book.Levels);

        List<MarketEvent> day = Of(Import(Day19, out _), RecordingView.Local);
        Assert.Equal(1_721_347_201_533_000_000, day[0].ExchangeTimeNs);
        using JsonDocument vector = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf(Vector)));
        JsonElement expected = vector.RootElement.GetProperty("expected");
        List<JsonElement> bests = [.. expected.GetProperty("bbo_every_60s").EnumerateArray()];
        List<JsonElement> depths = [.. expected.GetProperty("top3_every_60s").EnumerateArray()];
        Assert.Equal((5, 5), (bests.Count, depths.Count));
        int next = 0;
        for (int i = 0; i < bests.Count; i++)
        {
            long ts = bests[i].GetProperty("ts").GetInt64();
            Assert.Equal(ts, depths[i].GetProperty("ts").GetInt64());
            for (; day[next].LocalTimeNs <= ts; next++)
            {
                book.Apply(day[next]);
            }

            Assert.Equal(PriceOf(bests[i].GetProperty("bid")), book.Bids().First().Price);
            Assert.Equal(PriceOf(bests[i].GetProperty("ask")), book.Asks().First().Price);
            Assert.Equal(LevelsOf(depths[i].GetProperty("bid")), book.Bids().Take(3));
            Assert.Equal(LevelsOf(depths[i].GetProperty("ask")), book.Asks().Take(3));
        }
    }

    [SharedFact(Day18)]
    public void Import_to_a_recording_and_back_gives_the_same_events()
    {
        FeedAnomalies anomalies = new();
        using BinanceEventSource source = new BinanceFormat().Open(SharedData.PathOf(Day18), new FeedImportOptions(), anomalies);
        using MemoryStream stream = new();
        using RecordingWriter writer = new(stream, source.Instruments, RecordingOrder.Both, "btcusdt_20240718.gz", leaveOpen: true);
        Assert.Equal(80_846, writer.AppendAll(source));
        writer.Complete();
        using RecordingReader reader = RecordingReader.FromBytes(stream.ToArray());
        Assert.Equal(RecordingContents.Levels | RecordingContents.Trades | RecordingContents.Split, reader.Contents);
        Assert.Equal((0, 0), (reader.LocalReversals, reader.ExchangeReversals));
        Assert.Equal([new Instrument(new(1), "BTCUSDT", "USDT", Price.Parse("0.1"), Quantity.Parse("0.001"))], reader.Instruments.All);
        using RecordingEventSource again = new(reader);
        Assert.True(Import(Day18, out _).SequenceEqual(Collect(again)));
    }

    [SharedFact(Day18, Day19, "data/binance/ethusdt_20240718.gz", "data/binance/ethusdt_20240719.gz")]
    public void Inspection_counts_every_line()
    {
        (string Path, long Depth, long Trades, long Tickers, long Snapshots, int Reversals, string Symbol)[] cases =
        [
            (Day18, 3326, 974, 7113, 1, 11, "BTCUSDT"),
            (Day19, 5696, 9727, 45147, 0, 115, "BTCUSDT"),
            ("data/binance/ethusdt_20240718.gz", 3273, 1640, 9089, 1, 8, "ETHUSDT"),
            ("data/binance/ethusdt_20240719.gz", 5656, 12015, 38239, 0, 411, "ETHUSDT"),
        ];
        foreach (var (path, depth, trades, tickers, snapshots, reversals, symbol) in cases)
        {
            FeedInspection inspection = new BinanceFormat().Inspect(SharedData.PathOf(path));
            FeedTypeCount[] expected =
            [
                new("depthUpdate", "changed levels", depth),
                new("trade", "trade at market", trades),
                new("bookTicker", "best bid and offer", tickers),
                new("depth", "REST snapshot", snapshots),
            ];
            Assert.Equal(expected.Where(t => t.Messages > 0).OrderByDescending(t => t.Messages), inspection.Types);
            Assert.Equal([new FeedSymbolCount(symbol, depth + trades + tickers + snapshots)], inspection.Symbols);
            Assert.Equal("Binance USD-M futures stream, gzip", inspection.Format);
            Assert.Equal([KeyValuePair.Create(FeedAnomalyKind.TimeReversal, (long)reversals)], inspection.Anomalies.Counts());
        }
    }

    [SharedFact(Day18)]
    public void Best_bid_and_offer_follow_a_naive_book()
    {
        string path = SharedData.PathOf(Day18);
        using MemoryStream output = new();
        FeedBookSummary summary = new BinanceFormat().WriteBestBidOffer(path, "BTCUSDT", output);
        List<string> expected = [];
        NaiveLevelBook book = new();
        string last = "0,0,0,0";
        foreach (MarketEvent change in Of(Import(Day18, out long offset), RecordingView.Local))
        {
            book.Apply(change);
            if (!Is(change, MarketEventFlags.Last))
            {
                continue;
            }

            var (bid, bidSize) = book.Bids().FirstOrDefault();
            var (ask, askSize) = book.Asks().FirstOrDefault();
            string best = $"{bid / 1_000_000},{bidSize / 100_000},{ask / 1_000_000},{askSize / 100_000}";
            if (best != last)
            {
                expected.Add($"{change.LocalTimeNs - offset},{best}");
                last = best;
            }
        }

        Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(output.ToArray()).Split('\n')[..^1]);
        Assert.Equal(expected.Count, summary.Lines);
        Assert.Equal(11414, summary.Messages);
    }

    [SharedFact(Day18)]
    public void Quotes_come_only_when_asked_for()
    {
        using IMarketEventSource source = new BinanceFormat(new BinanceOptions { IncludeQuotes = true })
            .OpenEvents(SharedData.PathOf(Day18), new FeedImportOptions { Symbol = "BTCUSDT" }, new FeedAnomalies());
        List<MarketEvent> events = Of(Collect(source), RecordingView.Local);
        Assert.Equal(7113 * 2, events.Count(e => e.Kind == MarketEventKind.Quote));
        Assert.Equal(7113, events.Count(e => e.Kind == MarketEventKind.Quote && e.Side == Side.Buy && !Is(e, MarketEventFlags.Last)));
        Assert.Equal(78_680, events.Count(e => e.Kind != MarketEventKind.Quote));
    }

    private static bool Is(in MarketEvent e, MarketEventFlags flag) => (e.Flags & flag) != 0;

    private static List<MarketEvent> Of(List<MarketEvent> events, RecordingView view) =>
        [.. events.Where(e => !Is(e, view == RecordingView.Local ? MarketEventFlags.ExchangeOnly : MarketEventFlags.LocalOnly))];

    private static long PriceOf(JsonElement number) => Price.Parse(number.GetRawText()).Raw;

    private static List<(long, long)> LevelsOf(JsonElement levels) =>
        [.. levels.EnumerateArray().Select(l => (PriceOf(l[0]), Quantity.Parse(l[1].GetRawText()).Raw))];

    private static List<MarketEvent> Import(string file, out long offsetNs)
    {
        (List<MarketEvent> events, offsetNs) = Imported.GetOrAdd(file, one => new Lazy<(List<MarketEvent>, long)>(() => ImportOnce(one))).Value;
        return events;
    }

    private static (List<MarketEvent> Events, long OffsetNs) ImportOnce(string file)
    {
        using BinanceEventSource source = new BinanceFormat().Open(SharedData.PathOf(file), new FeedImportOptions(), new FeedAnomalies());
        List<MarketEvent> events = Collect(source);
        Assert.Equal(0, source.ForcedOrder);
        return (events, source.LocalOffsetNs);
    }

    private static List<MarketEvent> Collect(IMarketEventSource source)
    {
        List<MarketEvent> events = [];
        MarketEvent[] some = new MarketEvent[777];
        for (int count = source.Read(some); count > 0; count = source.Read(some))
        {
            events.AddRange(some.AsSpan(0, count));
        }

        return events;
    }
}
