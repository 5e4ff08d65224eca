using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Testing.Itch;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

public sealed class ItchEventSourceTests
{
    private const string Aapl = "data/itch50/AAPL_20191230_0935_50k.itch50.gz";
    private const long Midnight = 1_577_682_000_000_000_000;
    private static readonly FeedImportOptions Day = new() { TradingDay = new DateOnly(2019, 12, 30) };

    [SharedFact(Aapl)]
    public void The_events_of_a_recorded_file_build_the_book_its_messages_build()
    {
        FeedAnomalies anomalies = new();
        using ItchEventSource source = new(SharedData.PathOf(Aapl), new FeedImportOptions { Symbol = "AAPL" }, anomalies);
        Assert.Equal(new DateOnly(2019, 12, 30), source.TradingDay);
        Instrument apple = Assert.Single(source.Instruments.All);
        Assert.Equal(("AAPL", "USD", "0.0001", "1"), (apple.Symbol, apple.Currency, apple.TickSize.ToString(), apple.LotSize.ToString()));

        MarketEvent[] events = ReadAll(source, 100);
        Assert.Equal(
            "OrderAdded22122 OrderExecuted1622 OrderExecutedAtPrice4 OrderReduced86 OrderDeleted20799 OrderReplaced1063 Trade281",
            string.Join(' ', events.GroupBy(change => change.Kind).OrderBy(group => group.Key).Select(group => $"{group.Key}{group.Count()}")));
        Assert.All(events, change => Assert.Equal(MarketEventFlags.Last, change.Flags & ~MarketEventFlags.NonPrintable));
        Assert.All(events, change => Assert.InRange(change.ExchangeTimeNs - Midnight, 34_500_000_000_000, 34_777_000_000_000));
        Assert.All(events, change => Assert.Equal(change.ExchangeTimeNs, change.LocalTimeNs));

        using OrderBook book = new(apple.TickSize, Price.Parse("0.01"));
        Assert.All(events, change => Assert.Equal(change.Kind == MarketEventKind.Trade ? BookUpdate.None : BookUpdate.Applied, book.Apply(in change)));
        NaiveItchBooks naive = new();
        ushort locate = CapturedItch.Read(SharedData.PathOf(Aapl)).Messages.Max(message => naive.Apply(message.Message));
        Assert.Equal(Levels(naive, locate, Side.Buy), Levels(book, Side.Buy));
        Assert.Equal(Levels(naive, locate, Side.Sell), Levels(book, Side.Sell));
    }

    [Fact]
    public void Every_message_becomes_the_event_its_documentation_says()
    {
        byte[] file = Frames(
            Of(new SystemEventMessage { EventCode = 'O' }, 0, 1),
            Of(new StockDirectoryMessage { Stock = new("XYZ") }, 3, 2),
            Of(new StockTradingActionMessage { Stock = new("XYZ"), TradingState = 'T' }, 3, 3),
            Of(new SystemEventMessage { EventCode = 'Q' }, 0, 4),
            Of(new AddOrderMessage { OrderReference = 1, BuySellIndicator = 'B', Shares = 300, Stock = new("XYZ"), Price4 = 100_000 }, 3, 5),
            Of(new AddOrderWithMpidMessage { OrderReference = 2, BuySellIndicator = 'S', Shares = 100, Stock = new("XYZ"), Price4 = 100_150 }, 3, 6),
            Of(new OrderExecutedMessage { OrderReference = 1, ExecutedShares = 50, MatchNumber = 71 }, 3, 7),
            Of(new OrderExecutedWithPriceMessage { OrderReference = 1, ExecutedShares = 60, MatchNumber = 72, ExecutionPrice4 = 99_950, Printable = 'N' }, 3, 8),
            Of(new OrderCancelMessage { OrderReference = 1, CancelledShares = 40 }, 3, 9),
            Of(new OrderReplaceMessage { OriginalOrderReference = 1, NewOrderReference = 4, Shares = 500, Price4 = 99_900 }, 3, 10),
            Of(new OrderDeleteMessage { OrderReference = 2 }, 3, 11),
            Of(new OrderExecutedMessage { OrderReference = 4, ExecutedShares = 600, MatchNumber = 73 }, 3, 12),
            Of(new TradeMessage { BuySellIndicator = 'B', Shares = 20, Stock = new("XYZ"), Price4 = 100_050, MatchNumber = 74 }, 3, 13),
            Of(new CrossTradeMessage { Shares = 7_000_000_000, Stock = new("XYZ"), CrossPrice4 = 100_075, MatchNumber = 75 }, 3, 14),
            Of(new CrossTradeMessage { Shares = 0, Stock = new("XYZ"), CrossPrice4 = 0 }, 3, 15),
            Of(new OrderExecutedWithPriceMessage { OrderReference = 99, ExecutedShares = 5, MatchNumber = 76, ExecutionPrice4 = 100_100 }, 3, 16),
            Of(new OrderExecutedMessage { OrderReference = 99, ExecutedShares = 5 }, 3, 17),
            Of(new OrderReplaceMessage { OriginalOrderReference = 99, NewOrderReference = 100, Shares = 500, Price4 = 99_900 }, 3, 18),
            Of(new OrderDeleteMessage { OrderReference = 100 }, 3, 19),
            Of(new StockTradingActionMessage { Stock = new("XYZ"), TradingState = 'H' }, 3, 20),
            Of(new OperationalHaltMessage { Stock = new("XYZ"), MarketCode = 'B', HaltAction = 'T' }, 3, 21),
            Of(new StockTradingActionMessage { Stock = new("XYZ"), TradingState = 'Q' }, 3, 22),
            Of(new OperationalHaltMessage { Stock = new("XYZ"), MarketCode = 'Q', HaltAction = 'T' }, 3, 23),
            Of(new SystemEventMessage { EventCode = 'M' }, 0, 24));
        FeedAnomalies anomalies = new();
        using TemporaryFile temporary = new(file);
        using ItchEventSource source = new(temporary.Path, Day, anomalies);

        Assert.Equal(
            [
                Event(1, MarketEventKind.Status, status: TradingStatus.PreOpen),
                Event(4, MarketEventKind.Status, status: TradingStatus.Open),
                Event(5, MarketEventKind.OrderAdded, order: 1, side: Side.Buy, price4: 100_000, shares: 300),
                Event(6, MarketEventKind.OrderAdded, order: 2, side: Side.Sell, price4: 100_150, shares: 100),
                Event(7, MarketEventKind.OrderExecuted, order: 1, other: 71, shares: 50),
                Event(8, MarketEventKind.OrderExecutedAtPrice, order: 1, other: 72, price4: 99_950, shares: 60, flags: MarketEventFlags.NonPrintable),
                Event(9, MarketEventKind.OrderReduced, order: 1, shares: 40),
                Event(10, MarketEventKind.OrderReplaced, order: 1, other: 4, price4: 99_900, shares: 500),
                Event(11, MarketEventKind.OrderDeleted, order: 2),
                Event(12, MarketEventKind.OrderExecuted, order: 4, other: 73, shares: 500),
                Event(13, MarketEventKind.Trade, other: 74, price4: 100_050, shares: 20),
                Event(14, MarketEventKind.Trade, other: 75, price4: 100_075, shares: 7_000_000_000, flags: MarketEventFlags.Cross),
                Event(16, MarketEventKind.Trade, other: 76, price4: 100_100, shares: 5),
                Event(20, MarketEventKind.Status, status: TradingStatus.Halted),
                Event(22, MarketEventKind.Status, status: TradingStatus.Quotation),
                Event(23, MarketEventKind.Status, status: TradingStatus.Open),
                Event(24, MarketEventKind.Status, status: TradingStatus.Closed),
            ],
            ReadAll(source, 3));
        Assert.Equal(
            [new(FeedAnomalyKind.UnknownOrder, 3), new(FeedAnomalyKind.OrderOfUnknownSide, 1), new(FeedAnomalyKind.Overfilled, 1)],
            anomalies.Counts());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    public void All_symbols_of_a_day_give_the_books_the_day_has(int atATime)
    {
        using TemporaryFile day = new(ItchDay.Generate(20, 50_000).Bytes);
        FeedAnomalies anomalies = new();
        using ItchEventSource source = new(day.Path, Day, anomalies);
        MarketEvent[] events = ReadAll(source, atATime);
        Assert.Equal(Enumerable.Range(1, 20).Select(ItchDay.SymbolOf), source.Instruments.All.Select(instrument => instrument.Symbol));
        Assert.Equal(60, events.Count(change => change.Kind == MarketEventKind.Status));
        Assert.Equal(0, anomalies.Total);

        NaiveItchBooks naive = new();
        foreach ((object message, _) in CapturedItch.Read(day.Path).Messages)
        {
            naive.Apply(message);
        }

        foreach (Instrument instrument in source.Instruments.All)
        {
            using OrderBook book = new(instrument.TickSize, Price.Parse("0.01"));
            foreach (MarketEvent change in events.Where(change => change.Instrument == instrument.Id))
            {
                book.Apply(in change);
            }

            Assert.Equal(Levels(naive, (ushort)instrument.Id.Value, Side.Buy), Levels(book, Side.Buy));
            Assert.Equal(Levels(naive, (ushort)instrument.Id.Value, Side.Sell), Levels(book, Side.Sell));
        }
    }

    [Fact]
    public void One_symbol_gives_its_events_of_all()
    {
        using TemporaryFile day = new(ItchDay.Generate(5, 20_000).Bytes);
        using ItchEventSource all = new(day.Path, Day, new FeedAnomalies());
        FeedAnomalies anomalies = new();
        using ItchEventSource one = new(day.Path, Day with { Symbol = "S00003" }, anomalies);
        IEnumerable<MarketEvent> expected = ReadAll(all, 1000).Where(change => change.Instrument.Value == 3)
            .Select(change =>
            {
                change.Instrument = new(1);
                return change;
            });
        Assert.Equal(expected, ReadAll(one, 1000));
        Assert.Equal(0, anomalies.Total);
        ArgumentException missing = Assert.Throws<ArgumentException>(() => new ItchEventSource(day.Path, Day with { Symbol = "NONE" }, new FeedAnomalies()));
        Assert.Contains("symbol='NONE' is not among the 5 symbols", missing.Message, StringComparison.Ordinal);
    }

    [SharedFact("data/itch50/nasdaq_totalview_moldudp64_20230822_0930.pcap")]
    public void A_capture_has_its_own_day_and_receive_times()
    {
        using ItchEventSource source = new(SharedData.PathOf("data/itch50/nasdaq_totalview_moldudp64_20230822_0930.pcap"), new FeedImportOptions(), new FeedAnomalies());
        MarketEvent[] events = ReadAll(source, 50);
        Assert.Equal(new DateOnly(2023, 8, 22), source.TradingDay);
        Assert.NotEmpty(events);
        Assert.All(events, change => Assert.InRange(change.LocalTimeNs - change.ExchangeTimeNs, -1_000_000_000, 1_000_000_000));
    }

    private static MarketEvent[] ReadAll(ItchEventSource source, int atATime)
    {
        List<MarketEvent> all = [];
        MarketEvent[] some = new MarketEvent[atATime];
        int got;
        while ((got = source.Read(some)) > 0)
        {
            all.AddRange(some.AsSpan(0, got));
        }

        return [.. all];
    }

    private static MarketEvent Event(
        long number, MarketEventKind kind, ulong order = 0, ulong other = 0, Side side = Side.None, long price4 = 0, long shares = 0,
        MarketEventFlags flags = MarketEventFlags.None, TradingStatus status = TradingStatus.Unknown) => new()
        {
            ExchangeTimeNs = Midnight + number,
            LocalTimeNs = Midnight + number,
            Sequence = number,
            Kind = kind,
            OrderId = order,
            NewOrderId = other,
            Side = side,
            Price = new(price4 * 10_000),
            Quantity = Quantity.FromWhole(shares),
            Flags = flags | MarketEventFlags.Last,
            Status = status,
            Instrument = new(1),
        };

    private static object Of(object message, ushort locate, long time)
    {
        ItchWireFields.Set(message, "Stock Locate", locate);
        ItchWireFields.Set(message, "Timestamp", time);
        return message;
    }

    private static byte[] Frames(params object[] messages) =>
        [.. messages.Select(ItchWireFields.BytesOf).SelectMany(bytes => (byte[])[0, (byte)bytes.Length, .. bytes])];

    private static PriceLevel[] Levels(NaiveItchBooks naive, ushort locate, Side side) =>
        [.. naive.BestFirst(locate, side).Select(level => new PriceLevel(new(level.Price4 * 10_000L), Quantity.FromWhole(level.Shares)))];

    private static PriceLevel[] Levels(OrderBook book, Side side)
    {
        PriceLevel[] levels = new PriceLevel[10_000];
        return levels[..book.CopyBest(side, levels)];
    }
}
