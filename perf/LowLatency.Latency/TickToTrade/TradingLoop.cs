using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Gateways.Ouch;
using LowLatency.Gateways.Ouch.Wire;
using LowLatency.Latency.Itch;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Latency.TickToTrade;

/// <summary>A trading process on one thread: ITCH bytes into books, a strategy that reacts to them, the engine, and OUCH bytes out to a venue that fills every order.</summary>
/// <remarks>
/// The strategy follows whoever takes liquidity: when an execution changes the best ask or its size, it buys a lot at what is then the best ask, immediate or cancel; mirrored for the bid.
/// The engine is told every change of best prices, before the order that follows from it.
/// </remarks>
internal sealed unsafe class TradingLoop : IDisposable
{
    private const int Locates = 1 << 16;
    private const int MostExpectedOrders = 1 << 19;
    private const int MostEventsOfAMessage = 16;
    private const int FrameBytes = sizeof(ushort);

    /// <summary>The spread must be below this part of the bid, so that stub quotes are left alone.</summary>
    private const uint WidestSpread = 16;

    private static readonly Quantity Lot = Quantity.FromWhole(SentOrder.Shares);

    /// <summary>Everything is taken at once on this thread, so that rings hold a few events; larger ones would only push the books out of the caches.</summary>
    private static readonly EngineLimits SmallRings = new() { MaxOrders = 4096, StrategyInbox = 16, StrategyReports = 64, MarketDataInbox = 16, OperatorInbox = 16 };

    private readonly byte[] _bytes;
    private readonly int _lastReference;
    private readonly int _expectedOrders;
    private readonly FeedAnomalies _anomalies = new();
    private readonly NativeBuffer<TradedStock> _stocks = new(Locates);
    private readonly OuchSession _session;
    private readonly StrategyPort _port;
    private ItchBooks _books;
    private ItchBooksHandler _handler;
    private FeedPosition _position;
    private int _at;
    private long _timeNs;
    private ulong _clOrdId;

    public TradingLoop(ItchInput day)
    {
        _bytes = day.Bytes;
        _lastReference = day.LastReference;
        _expectedOrders = (int)Math.Clamp(day.Orders, 1, MostExpectedOrders);
        EngineDefinition definition = Define(day);
        _session = new OuchSession(definition, definition.Venues[0].Id, new OuchSettings { OutboundBytes = 1 << 14, InboundBytes = 1 << 14 });
        Engine = new TradingEngine<OuchGateway, NoJournal, NoProbe>(definition, new OuchGateway(_session));
        _port = Engine.Strategies[0];
        Venue = new FillingVenue(_session, definition.Instruments);
        _books = null!;
        Rewind();
    }

    public TradingEngine Engine { get; }

    public FillingVenue Venue { get; }

    public OuchCounters Sent => _session.Counters;

    /// <summary>What was odd about the venue's bytes or about the engine's.</summary>
    public long Faults => _session.Anomalies.Total + Engine.Counters.Rejects + Engine.Counters.IllegalReports + Engine.Counters.UnmatchedReports + Engine.Counters.OverFills
        + Engine.Counters.BadMarketData + (Venue.Mismatches * 1_000_000);

    /// <summary>Orders the strategy has sent.</summary>
    public long Orders { get; private set; }

    /// <summary>Reports the strategy has read.</summary>
    public long Reports { get; private set; }

    /// <summary>Messages since the start of the day.</summary>
    public long Messages => _position.Sequence - 1;

    /// <summary>Goes back to the start of the day, with empty books.</summary>
    public void Rewind()
    {
        _books?.Dispose();
        _books = new ItchBooks(_anomalies, _expectedOrders, _lastReference);
        _handler = new ItchBooksHandler(_books);
        _position = new(0, 1, 0);
        _at = 0;
        for (int locate = 0; locate < Locates; locate++)
        {
            _stocks[locate].Top = default;
        }
    }

    /// <summary>Lets messages build the books, without a strategy.</summary>
    public void Watch(int messages)
    {
        long until = _position.Sequence + messages;
        while (_position.Sequence < until)
        {
            _at += ItchFrames.Decode(_bytes.AsSpan(_at), ref _position, (int)(until - _position.Sequence), ref _handler, _anomalies);
        }

        for (int locate = 0; locate < Locates; locate++)
        {
            if (_stocks[locate].Instrument.Value != 0)
            {
                See(ref _stocks[locate], _books.TopOf((ushort)locate));
                Engine.Turn(MostEventsOfAMessage);
            }
        }
    }

    /// <summary>Takes the next message, through to the order's bytes where it leads to one.</summary>
    /// <returns>True when an order lies in the venue's buffer.</returns>
    public bool Take()
    {
        ref ItchHeader header = ref Unsafe.As<byte, ItchHeader>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _at + FrameBytes));
        _at += ItchFrames.Decode(_bytes.AsSpan(_at), ref _position, 1, ref _handler, _anomalies);
        ref TradedStock stock = ref _stocks[header.StockLocate];
        ItchTop top = _books.TopOf(header.StockLocate);
        if (stock.Top == top)
        {
            return false;
        }

        _timeNs = header.TimestampNs;
        return React(ref stock, in top, header.Type is 'E' or 'C');
    }

    /// <summary>Lets the venue answer what it was sent, and the strategy read what the engine makes of it.</summary>
    public void Settle()
    {
        Venue.Answer(_timeNs);
        Engine.Turn(MostEventsOfAMessage);
        while (!Unsafe.IsNullRef(in _port.PeekReport()))
        {
            Reports++;
            _port.ReleaseReport();
        }
    }

    public void Dispose()
    {
        Engine.Dispose();
        _session.Dispose();
        _books.Dispose();
        _stocks.Dispose();
    }

    private bool React(ref TradedStock stock, in ItchTop top, bool isExecution)
    {
        bool buys = top.AskPrice4 != stock.Top.AskPrice4 | top.AskShares != stock.Top.AskShares;
        bool orders = isExecution & top.BidPrice4 != 0 & top.AskPrice4 - top.BidPrice4 - 1 < top.BidPrice4 / WidestSpread;
        bool isNews = See(ref stock, in top);
        if (orders)
        {
            Order(stock.Instrument, buys ? Side.Buy : Side.Sell, buys ? top.AskPrice4 : top.BidPrice4);
        }

        if (isNews | orders)
        {
            Engine.Turn(MostEventsOfAMessage);
        }

        return orders;
    }

    /// <summary>Remembers the top, and tells the engine of other best prices.</summary>
    private bool See(ref TradedStock stock, in ItchTop top)
    {
        bool isNews = top.BidPrice4 != stock.Top.BidPrice4 | top.AskPrice4 != stock.Top.AskPrice4;
        stock.Top = top;
        if (isNews)
        {
            TopOfBook best = new(PriceOf(top.BidPrice4), new(top.BidShares * Quantity.One), PriceOf(top.AskPrice4), new(top.AskShares * Quantity.One));
            Engine.MarketData.PublishTop(stock.Instrument, in best, _timeNs);
        }

        return isNews;
    }

    private void Order(InstrumentId instrument, Side side, uint price4)
    {
        Orders++;
        Venue.Expect(new SentOrder(instrument.Value, side == Side.Buy, price4));
        _port.NewOrder(++_clOrdId, _timeNs, instrument, side, OrderType.Limit, TimeInForce.Ioc, PriceOf(price4), Lot);
    }

    private static Price PriceOf(uint price4) => new(price4 * OuchPrice.RawPerPrice4);

    private EngineDefinition Define(ItchInput day)
    {
        Dictionary<ushort, string> symbols = [];
        StockSurvey survey = new(symbols);
        FeedPosition position = new(0, 1, 0);
        for (int at = 0, taken = 1; taken > 0; at += taken)
        {
            taken = ItchFrames.Decode(day.Bytes.AsSpan(at), ref position, int.MaxValue, ref survey, new FeedAnomalies());
        }

        InstrumentTable instruments = new();
        EngineDefinition definition = new(instruments) { Limits = SmallRings };
        VenueId venue = definition.AddVenue("ouch");
        AccountId account = definition.AddAccount("house");
        definition.AddStrategy("taker", account);
        Price tick = Price.Parse("0.0001");
        RiskLimits limits = new()
        {
            MaxOrderQuantity = Quantity.FromWhole(10_000),
            MaxOrderNotional = Notional.Parse("1000000000"),
            MaxPosition = Quantity.FromWhole(1_000_000_000),
            PriceCollarBps = 500,
        };
        foreach ((ushort locate, string symbol) in symbols.OrderBy(one => one.Key))
        {
            InstrumentId id = instruments.Add(symbol, "USD", tick, Quantity.FromWhole(1)).Id;
            definition.AddListing(new ListingDefinition { Instrument = id, Venue = venue, TickSize = tick, LotSize = Quantity.FromWhole(1), TakerFeeRate = 3_000 });
            definition.SetLimits(account, id, limits);
            _stocks[locate].Instrument = id;
        }

        return definition;
    }
}
