using System.IO.Compression;
using System.Text;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Binance;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Binance;

public sealed class BinanceHostileTests : IDisposable
{
    private const string Update =
        """1721347201000000000 {"stream":"x","data":{"e":"depthUpdate","E":1721347201001,"T":1721347201000,"s":"BTCUSDT","U":5,"u":7,"pu":4,"b":[["100.10","1.500"],["100.00","0.000"]],"a":[["100.20","2.000"]]}}""";

    private const string Trade =
        """1721347201100000000 {"stream":"x","data":{"e":"trade","E":1721347201101,"T":1721347201101,"s":"BTCUSDT","t":9,"p":"100.20","q":"0.250","X":"MARKET","m":true}}""";

    private const string Ticker =
        """1721347201200000000 {"stream":"x","data":{"e":"bookTicker","u":7,"s":"BTCUSDT","b":"100.10","B":"1.500","a":"100.20","A":"2.000","T":1721347201200,"E":1721347201200}}""";

    private const string Snapshot =
        """1721347201300000000 {"lastUpdateId":7,"E":1721347201300,"T":1721347201300,"bids":[["100.10","1.000"],["99.90","3.000"]],"asks":[["100.30","4.000"]]}""";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Lines_become_the_events_they_say()
    {
        List<MarketEvent> events = Read(Lines(Update, Trade, Ticker, Snapshot), out FeedAnomalies anomalies, out InstrumentTable instruments);
        Assert.Empty(anomalies.Counts());
        Assert.Equal([new Instrument(new(1), "BTCUSDT", "USDT", Price.Parse("0.1"), Quantity.Parse("0.001"))], instruments.All);
        const long second = 1_721_347_201_000_000_000;
        const long ms = 1_000_000;
        // The trade is received 1 ms before it happened by the venue's clock: everything is received 1 ms later.
        MarketEvent Of(long exchange, long local, MarketEventKind kind, Side side, string price, string quantity, long sequence, MarketEventFlags flags = 0) => new()
        {
            ExchangeTimeNs = second + exchange,
            LocalTimeNs = second + local,
            Kind = kind,
            Side = side,
            Price = Price.Parse(price),
            Quantity = Quantity.Parse(quantity),
            Sequence = sequence,
            Flags = flags,
            Instrument = new(1),
            MatchId = kind == MarketEventKind.Trade ? (ulong)sequence : 0,
        };
        const MarketEventFlags snapshot = MarketEventFlags.Snapshot;
        Assert.Equal(
            [
                Of(0, ms, MarketEventKind.LevelSet, Side.Buy, "100.1", "1.5", 7),
                Of(0, ms, MarketEventKind.LevelSet, Side.Buy, "100", "0", 7),
                Of(0, ms, MarketEventKind.LevelSet, Side.Sell, "100.2", "2", 7, MarketEventFlags.Last),
                Of(101 * ms, 101 * ms, MarketEventKind.Trade, Side.Sell, "100.2", "0.25", 9, MarketEventFlags.Last),
                Of(300 * ms, 301 * ms, MarketEventKind.LevelsCleared, Side.Buy, "99.9", "0", 7, snapshot),
                Of(300 * ms, 301 * ms, MarketEventKind.LevelSet, Side.Buy, "100.1", "1", 7, snapshot),
                Of(300 * ms, 301 * ms, MarketEventKind.LevelSet, Side.Buy, "99.9", "3", 7, snapshot),
                Of(300 * ms, 301 * ms, MarketEventKind.LevelsCleared, Side.Sell, "100.3", "0", 7, snapshot),
                Of(300 * ms, 301 * ms, MarketEventKind.LevelSet, Side.Sell, "100.3", "4", 7, snapshot | MarketEventFlags.Last),
            ],
            events);
    }

    [Theory]
    [InlineData("", FeedAnomalyKind.Malformed)]
    [InlineData("nonsense", FeedAnomalyKind.Malformed)]
    [InlineData("1721347201000000000", FeedAnomalyKind.Malformed)]
    [InlineData("1721347201000000000 ", FeedAnomalyKind.Malformed)]
    [InlineData("1721347201000000000 []", FeedAnomalyKind.Malformed)]
    [InlineData("1721347201000000000 {}", FeedAnomalyKind.Malformed)]
    [InlineData("1721347201000000000 {} {}", FeedAnomalyKind.Malformed)]
    [InlineData("1721347201000000000 {\"result\":null,\"id\":1}", FeedAnomalyKind.Malformed)]
    [InlineData("99999999999999999999 {}", FeedAnomalyKind.Malformed)]
    [InlineData("-1721347201000000000 {\"e\":\"x\"}", FeedAnomalyKind.Malformed)]
    [InlineData("1721347201000000000 {\"e\":\"aggTrade\"}", FeedAnomalyKind.UnknownType)]
    [InlineData("1721347201000000000 {\"stream\":\"m\",\"data\":{\"e\":\"markPriceUpdate\",\"p\":\"1\"}}", FeedAnomalyKind.UnknownType)]
    public void A_line_that_is_no_message_is_counted_with_its_offset(string line, FeedAnomalyKind kind)
    {
        List<MarketEvent> events = Read(Lines(Update, line, Trade), out FeedAnomalies anomalies, out _);
        Assert.Equal(4, events.Count);
        FeedAnomaly found = Assert.Single(anomalies.First());
        Assert.Equal((kind, Update.Length + 1), (found.Kind, found.Offset));
    }

    [Theory]
    [InlineData("\"T\":1721347201000,", "", "fields missing: TransactionTime")]
    [InlineData("\"s\":\"BTCUSDT\",", "", "fields missing: Symbol")]
    [InlineData("\"U\":5,", "", "fields missing: FirstUpdateId")]
    [InlineData("\"u\":7,", "", "fields missing: LastUpdateId")]
    [InlineData("\"b\":", "\"x\":", "fields missing: Bids")]
    [InlineData("\"a\":", "\"x\":", "fields missing: Asks")]
    [InlineData("\"U\":5", "\"U\":5,\"U\":5", "field twice: FirstUpdateId")]
    [InlineData("\"U\":5", "\"U\":\"5\"", "not a value of its field: FirstUpdateId")]
    [InlineData("\"U\":5", "\"U\":-5", "not a value of its field: FirstUpdateId")]
    [InlineData("\"U\":5", "\"U\":5.5", "not a value of its field: FirstUpdateId")]
    [InlineData("\"U\":5", "\"U\":99999999999999999999", "not a value of its field: FirstUpdateId")]
    [InlineData("\"1.500\"", "1.500", "not a value of its field: Bids")]
    [InlineData("\"1.500\"", "\"1,500\"", "not a value of its field: Bids")]
    [InlineData("\"1.500\"", "\"1e3\"", "not a value of its field: Bids")]
    [InlineData("\"1.500\"", "\"1.000000001\"", "not a value of its field: Bids")]
    [InlineData("\"1.500\"", "\"92233720369\"", "not a value of its field: Bids")]
    [InlineData("\"1.500\"", "\"1.500\",\"2\"", "not a value of its field: Bids")]
    [InlineData("\"1.500\"]", "\"1.500\"],[]", "not a value of its field: Bids")]
    [InlineData("\"BTCUSDT\"", "\"\"", "not a value of its field: Symbol")]
    [InlineData("\"BTCUSDT\"", "\"BTC USDT\"", "not a value of its field: Symbol")]
    [InlineData("\"BTCUSDT\"", "\"ABCDEFGHIJKLMNOPQRSTUVWXY\"", "not a value of its field: Symbol")]
    [InlineData("\"BTCUSDT\"", "\"B\\u0054CUSDT\"", "not a value of its field: Symbol")]
    [InlineData("\"data\":{", "\"data\":{\"data\":{},", "field twice: Data")]
    public void A_wrong_field_refuses_the_line(string part, string replacement, string note)
    {
        Assert.Contains(part, Update, StringComparison.Ordinal);
        string line = Update.Replace(part, replacement, StringComparison.Ordinal);
        List<MarketEvent> events = Read(Lines(Trade, line), out FeedAnomalies anomalies, out _);
        Assert.Single(events);
        Assert.Equal([new FeedAnomaly(FeedAnomalyKind.Malformed, Trade.Length + 1, 0, note)], anomalies.First());
    }

    [Theory]
    [InlineData("\"T\":1721347201000", "\"T\":1721247201000")]
    [InlineData("\"T\":1721347201000", "\"T\":0")]
    [InlineData("\"T\":1721347201000", "\"T\":9223372036854775807")]
    [InlineData("1721347201000000000 ", "9223372036854775807 ")]
    [InlineData("1721347201000000000 ", "5 ")]
    [InlineData("\"100.10\"", "\"0.00\"")]
    [InlineData("\"100.10\"", "\"-100.10\"")]
    [InlineData("\"1.500\"", "\"-1.500\"")]
    public void Values_out_of_range_refuse_the_line(string part, string replacement)
    {
        string line = Update.Replace(part, replacement, StringComparison.Ordinal);
        Assert.NotEqual(Update, line);
        List<MarketEvent> events = Read(Lines(Trade, line), out FeedAnomalies anomalies, out _);
        Assert.Single(events);
        FeedAnomaly found = Assert.Single(anomalies.First());
        Assert.Equal((FeedAnomalyKind.OutOfRange, Trade.Length + 1), (found.Kind, found.Offset));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0000000001.5")]
    [InlineData("999999999.99999999")]
    [InlineData("9999999999.9")]
    [InlineData("92233720368.54775807")]
    [InlineData("92233720368.54775808")]
    [InlineData("0.00000001")]
    [InlineData("0.0000000100")]
    [InlineData("0.000000001")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("+5.25")]
    [InlineData("1.2.3")]
    [InlineData("1..2")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("1x")]
    [InlineData("1.x")]
    public void Decimal_texts_follow_the_rules_of_prices(string text)
    {
        List<MarketEvent> events = Read(Lines(Trade.Replace("100.20", text, StringComparison.Ordinal)), out FeedAnomalies anomalies, out _);
        Assert.Equal(Price.TryParse(text, out Price price) ? [price] : [], events.Select(e => e.Price));
        Assert.Equal(events.Count == 0 ? 1 : 0, anomalies[FeedAnomalyKind.Malformed]);
    }

    [Fact]
    public void Gaps_and_repeats_of_update_ids_are_counted_and_used()
    {
        string At(long first, long last, long previous) => Update
            .Replace("\"U\":5", $"\"U\":{first}", StringComparison.Ordinal)
            .Replace("\"u\":7", $"\"u\":{last}", StringComparison.Ordinal)
            .Replace("\"pu\":4", $"\"pu\":{previous}", StringComparison.Ordinal);
        string[] lines = [At(5, 7, 4), At(8, 9, 7), At(14, 15, 13), At(14, 15, 13), At(20, 18, 15), At(19, 20, 18)];
        List<MarketEvent> events = Read(Lines(lines), out FeedAnomalies anomalies, out _);
        Assert.Equal(lines.Length * 3, events.Count);
        Assert.Equal(
            [(FeedAnomalyKind.SequenceGap, 4UL), (FeedAnomalyKind.Duplicate, 15UL), (FeedAnomalyKind.OutOfRange, 20UL)],
            anomalies.First().Select(a => (a.Kind, a.Value)));

        Read(Lines(Trade, Snapshot, At(9, 12, 8)), out anomalies, out _);
        Assert.Equal([KeyValuePair.Create(FeedAnomalyKind.SequenceGap, 1L), KeyValuePair.Create(FeedAnomalyKind.TimeReversal, 2L)], anomalies.Counts());
        Read(Lines(Trade, Snapshot, At(6, 12, 5)), out anomalies, out _);
        Assert.Equal(0, anomalies[FeedAnomalyKind.SequenceGap]);
    }

    [Fact]
    public void Trades_not_at_market_are_left_out()
    {
        string line = Trade.Replace("MARKET", "INSURANCE_FUND", StringComparison.Ordinal);
        Assert.Equal(3, Read(Lines(Update, line), out FeedAnomalies anomalies, out _).Count);
        Assert.Empty(anomalies.Counts());
        FeedInspection inspection = new BinanceFormat().Inspect(_path);
        Assert.Contains(new FeedTypeCount("trade", "other trade: not used", 1), inspection.Types);
    }

    [Fact]
    public void A_snapshot_needs_exactly_one_symbol()
    {
        string other = Trade.Replace("BTCUSDT", "ETHUSDT", StringComparison.Ordinal);
        Assert.Equal(2, Read(Lines(Trade, Snapshot, other), out FeedAnomalies anomalies, out InstrumentTable instruments).Count);
        Assert.Equal(["BTCUSDT", "ETHUSDT"], instruments.All.Select(i => i.Symbol));
        Assert.Equal((FeedAnomalyKind.UnknownSymbol, Trade.Length + 1), anomalies.First().Where(a => a.Kind != FeedAnomalyKind.TimeReversal).Select(a => (a.Kind, a.Offset)).Single());
        Assert.Empty(Read(Lines(Snapshot), out anomalies, out _));
        Assert.Equal(1, anomalies[FeedAnomalyKind.UnknownSymbol]);
    }

    [Fact]
    public void One_symbol_of_several_can_be_chosen_and_an_unknown_one_is_refused()
    {
        string other = Trade.Replace("BTCUSDT", "ETHUSDT", StringComparison.Ordinal);
        File.WriteAllBytes(_path, Lines(Update, other));
        FeedImportOptions options = new() { Symbol = "ETHUSDT" };
        using IMarketEventSource source = new BinanceFormat().OpenEvents(_path, options, new FeedAnomalies());
        Assert.Equal(["ETHUSDT"], source.Instruments.All.Select(i => i.Symbol));
        Assert.Equal(1, source.Read(new MarketEvent[10]));
        ArgumentException unknown = Assert.Throws<ArgumentException>(
            () => new BinanceFormat().OpenEvents(_path, new FeedImportOptions { Symbol = "XRPUSDT" }, new FeedAnomalies()));
        Assert.Contains("BTCUSDT, ETHUSDT", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BinanceFormat().WriteBestBidOffer(_path, "XRPUSDT", Stream.Null));
    }

    [Theory]
    [InlineData("DOGEUSDT", "0.1", "0.25", "USDT")]
    [InlineData("ETHBTC", "0.1", "0.25", "BTC")]
    [InlineData("BTCUSDT_240927", "0.1", "0.25", "USDT")]
    [InlineData("ABC", "0.1", "0.25", "XXX")]
    public void Steps_of_unknown_symbols_are_the_observed_grid(string symbol, string tick, string lot, string currency)
    {
        Read(Lines(Update.Replace("BTCUSDT", symbol, StringComparison.Ordinal), Trade.Replace("BTCUSDT", symbol, StringComparison.Ordinal)), out FeedAnomalies anomalies, out InstrumentTable table);
        Assert.Equal([new Instrument(new(1), symbol, currency, Price.Parse(tick), Quantity.Parse(lot))], table.All);
        Assert.Empty(anomalies.Counts());
    }

    [Fact]
    public void Prices_off_the_known_step_are_counted_and_widen_it_and_options_win()
    {
        string line = Update.Replace("100.10", "100.15", StringComparison.Ordinal);
        Read(Lines(line), out FeedAnomalies anomalies, out InstrumentTable table);
        Assert.Equal(Price.Parse("0.05"), table[new(1)].TickSize);
        Assert.Equal(1, anomalies[FeedAnomalyKind.OutOfRange]);

        anomalies = new FeedAnomalies();
        BinanceOptions options = new() { TickSize = Price.Parse("0.01"), LotSize = Quantity.Parse("1"), Currency = "EUR" };
        using IMarketEventSource source = new BinanceFormat(options).OpenEvents(_path, new FeedImportOptions(), anomalies);
        Assert.Equal([new Instrument(new(1), "BTCUSDT", "EUR", Price.Parse("0.01"), Quantity.Parse("1"))], source.Instruments.All);
        Assert.Equal("quantities off the lot size", Assert.Single(anomalies.First()).Note);
    }

    [Fact]
    public void Wrong_options_are_listed_together()
    {
        BinanceOptions options = new() { TickSize = new Price(0), LotSize = new Quantity(-1), Currency = "", MaxPendingEvents = 0 };
        ArgumentException wrong = Assert.Throws<ArgumentException>(() => new BinanceFormat(options));
        Assert.StartsWith("tickSize=0 must be above 0; lotSize=-0.00000001 must be above 0; currency='' must", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("maxPendingEvents=0", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sound_receive_times_stay_as_they_are()
    {
        File.WriteAllBytes(_path, Lines(Update.Replace("1721347201000000000 ", "1721347201000700000 ", StringComparison.Ordinal)));
        using BinanceEventSource source = new BinanceFormat().Open(_path, new FeedImportOptions(), new FeedAnomalies());
        MarketEvent[] events = new MarketEvent[3];
        Assert.Equal(3, source.Read(events));
        Assert.Equal(0, source.LocalOffsetNs);
        Assert.Equal(1_721_347_201_000_700_000, events[0].LocalTimeNs);
    }

    [Fact]
    public void Carriage_returns_a_missing_last_line_end_and_a_cut_line_are_understood()
    {
        Assert.Equal(4, Read(Encoding.ASCII.GetBytes(Update + "\r\n" + Trade), out FeedAnomalies anomalies, out _).Count);
        Assert.Empty(anomalies.Counts());
        for (int cut = 1; cut < Trade.Length; cut += 3)
        {
            Assert.Equal(3, Read(Encoding.ASCII.GetBytes(Update + "\n" + Trade[..cut]), out anomalies, out _).Count);
            Assert.Equal([new FeedAnomaly(FeedAnomalyKind.CutTail, Update.Length + 1, (ulong)cut, null)], anomalies.First());
        }
    }

    [Fact]
    public void An_empty_file_has_nothing()
    {
        Assert.Empty(Read([], out FeedAnomalies anomalies, out InstrumentTable instruments));
        Assert.Empty(anomalies.Counts());
        Assert.Equal(0, instruments.Count);
        FeedInspection inspection = new BinanceFormat().Inspect(_path);
        Assert.Equal((0, 0, 0), (inspection.Messages, inspection.FirstTimeNs, inspection.LastTimeNs));
    }

    [Fact]
    public void A_line_without_end_takes_bounded_memory()
    {
        byte[] endless = [.. Lines(Update), .. new byte[6 << 20], (byte)'\n', .. Lines(Trade)];
        Assert.Equal(4, Read(endless, out FeedAnomalies anomalies, out _).Count);
        Assert.Equal([new FeedAnomaly(FeedAnomalyKind.Malformed, Update.Length + 1, 0, "line too long")], anomalies.First());
    }

    [Fact]
    public void Cut_and_damaged_gzip_give_what_can_be_read_and_say_so()
    {
        byte[] plain = Lines([.. Enumerable.Repeat(Update, 300)]);
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        byte[] bytes = packed.ToArray();
        Assert.Equal(900, Read(bytes, out FeedAnomalies anomalies, out _).Count);
        Assert.Equal([FeedAnomalyKind.Duplicate], anomalies.Counts().Select(c => c.Key));

        foreach (int cut in new[] { 1, 4, 8, 9, 20, bytes.Length / 2, bytes.Length - 100, bytes.Length - 2 })
        {
            List<MarketEvent> some = Read(bytes[..^cut], out anomalies, out _);
            Assert.Equal(1, anomalies[FeedAnomalyKind.BrokenCompression]);
            Assert.InRange(some.Count, Math.Max(0, 897 - (3 * cut / 200)), 900);
        }

        Assert.Equal(1800, Read([.. bytes, .. bytes], out anomalies, out _).Count);
        Assert.Equal([FeedAnomalyKind.Duplicate], anomalies.Counts().Select(c => c.Key));
        Read([.. bytes, .. bytes[..^1]], out anomalies, out _);
        Assert.Equal(1, anomalies[FeedAnomalyKind.BrokenCompression]);

        bytes[^6] ^= 1;
        List<MarketEvent> events = Read(bytes, out anomalies, out _);
        Assert.Equal(1, anomalies[FeedAnomalyKind.BrokenCompression]);
        Assert.InRange(events.Count, 0, 900);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Flipped_bytes_never_throw(int seed)
    {
        Random random = new(seed);
        byte[] sound = Lines(Update, Trade, Ticker, Snapshot, Update, Trade);
        for (int round = 0; round < 250; round++)
        {
            byte[] damaged = [.. sound];
            for (int changes = random.Next(1, 8); changes > 0; changes--)
            {
                damaged[random.Next(damaged.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)"0{}[]\",:. \n-e\\"[random.Next(14)];
            }

            try
            {
                List<MarketEvent> events = Read(damaged, out FeedAnomalies anomalies, out InstrumentTable instruments);
                Assert.True(events.Count > 0 || anomalies.Total > 0, $"seed={seed}, round={round}");
                foreach (MarketEvent one in events)
                {
                    Assert.InRange(one.Instrument.Value, 1, instruments.Count);
                    Assert.True(one.Price.Raw > 0 && one.Quantity.Raw >= 0 && one.LocalTimeNs >= one.ExchangeTimeNs, $"seed={seed}, round={round}");
                }

                _ = new BinanceFormat().Inspect(_path);
                foreach (Instrument instrument in instruments.All)
                {
                    _ = new BinanceFormat().WriteBestBidOffer(_path, instrument.Symbol, Stream.Null);
                }
            }
            catch (Exception unexpected) when (unexpected is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"seed={seed}, round={round}: {Encoding.Latin1.GetString(damaged)}", unexpected);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_gzip_never_throws_and_is_never_silent(int seed)
    {
        Random random = new(seed);
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Lines(Update, Trade, Ticker, Snapshot));
        }

        byte[] sound = packed.ToArray();
        List<MarketEvent> expected = Read(sound, out _, out _);
        for (int round = 0; round < 250; round++)
        {
            byte[] damaged = [.. sound];
            damaged[random.Next(2, damaged.Length)] ^= (byte)(1 << random.Next(8));
            damaged = random.Next(2) == 0 ? damaged : damaged[..random.Next(2, damaged.Length + 1)];
            List<MarketEvent> events = Read(damaged, out FeedAnomalies anomalies, out _);
            Assert.True(anomalies[FeedAnomalyKind.BrokenCompression] > 0 || events.SequenceEqual(expected), $"seed={seed}, round={round}");
        }
    }

    [Fact]
    public void Files_are_recognised_by_their_beginning()
    {
        BinanceFormat format = new();
        Assert.True(format.Recognises("x", Lines(Update)));
        Assert.True(format.Recognises("x", Lines(Snapshot)));
        Assert.False(format.Recognises("x.gz", [0x1f, 0x8b]));
        Assert.False(format.Recognises("x", []));
        Assert.False(format.Recognises("x", "20240718 {\"a\":1}"u8));
        Assert.False(format.Recognises("x", "1721347201000000000,5,6"u8));
    }

    private static byte[] Lines(params string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private List<MarketEvent> Read(byte[] content, out FeedAnomalies anomalies, out InstrumentTable instruments)
    {
        File.WriteAllBytes(_path, content);
        anomalies = new FeedAnomalies();
        using BinanceEventSource source = new BinanceFormat().Open(_path, new FeedImportOptions(), anomalies);
        instruments = source.Instruments;
        List<MarketEvent> events = [];
        MarketEvent[] some = new MarketEvent[64];
        for (int count = source.Read(some); count > 0; count = source.Read(some))
        {
            foreach (MarketEvent one in some.AsSpan(0, count))
            {
                if ((one.Flags & MarketEventFlags.ExchangeOnly) == 0)
                {
                    events.Add(one with { Flags = one.Flags & ~MarketEventFlags.LocalOnly });
                }
            }
        }

        return events;
    }
}
