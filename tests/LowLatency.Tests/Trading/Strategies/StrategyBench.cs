using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Strategies;
using LowLatency.Trading.Venues;

namespace LowLatency.Tests.Trading.Strategies;

/// <summary>A host in the hands of the test: the engine is real, the market and the venue say what the test says. What reaches the venue is <see cref="Sent"/>, one line a request.</summary>
internal sealed class StrategyBench : IStrategyHost, IDisposable
{
    public static readonly InstrumentId Abc = new(1);

    private readonly SpscRing<VenueRequest> _requests = new(256);
    private readonly TradingEngine<RingVenueGateway, NoJournal, NoProbe> _engine;
    private readonly List<(long TimeNs, long Id)> _timers = [];
    private readonly Dictionary<ulong, OrderHandle> _handles = [];
    private readonly IStrategy _strategy;
    private readonly StrategyContext _context;
    private TopOfBook _top;
    private ulong _venueNumber;

    public StrategyBench(Func<InstrumentTable, IStrategy> strategy, int inbox = 64, long maxOrderQuantity = 10_000)
    {
        InstrumentTable table = Instruments();
        EngineDefinition definition = new(table) { Limits = new EngineLimits { MaxOrders = 256, StrategyInbox = inbox, StrategyReports = 256 } };
        VenueId venue = definition.AddVenue("venue");
        AccountId account = definition.AddAccount("house");
        definition.AddStrategy("strategy", account);
        definition.AddListing(new ListingDefinition { Instrument = Abc, Venue = venue, TickSize = Price.Parse("0.01"), LotSize = Quantity.FromWhole(10) });
        definition.SetLimits(account, Abc, new RiskLimits
        {
            MaxOrderQuantity = Quantity.FromWhole(maxOrderQuantity),
            MaxOrderNotional = Notional.Parse("1000000000"),
            MaxPosition = Quantity.FromWhole(1_000_000),
            PriceCollarBps = 1_000_000,
        });
        _engine = new(definition, new RingVenueGateway([_requests]));
        _strategy = strategy(table);
        _context = new StrategyContext(_engine.Strategies[0], this, table);
    }

    public List<string> Sent { get; } = [];

    public List<ExecutionReport> Reports { get; } = [];

    public long NowNs { get; set; } = 1_000;

    public Quantity Position => _context.Position(Abc);

    public IReadOnlyList<(long TimeNs, long Id)> Timers => _timers;

    public static InstrumentTable Instruments()
    {
        InstrumentTable table = new();
        table.Add("ABC", "USD", Price.Parse("0.01"), Quantity.FromWhole(10));
        return table;
    }

    public TopOfBook Top(InstrumentId instrument) => _top;

    public int Depth(InstrumentId instrument, Side side, Span<PriceLevel> levels) => 0;

    public bool SetTimer(StrategyId strategy, long timeNs, long timerId)
    {
        _timers.Add((timeNs, timerId));
        return true;
    }

    public void Start()
    {
        _strategy.OnStart(_context);
        Settle();
    }

    public void Stop()
    {
        _strategy.OnStop(_context);
        Settle();
    }

    /// <summary>Shows a top of book; an empty price is an empty side.</summary>
    public void Book(string bid, string ask, long size = 1_000)
    {
        Price bidPrice = bid.Length == 0 ? default : Price.Parse(bid);
        Price askPrice = ask.Length == 0 ? default : Price.Parse(ask);
        _top = new TopOfBook(bidPrice, bid.Length == 0 ? default : Quantity.FromWhole(size), askPrice, ask.Length == 0 ? default : Quantity.FromWhole(size));
        _engine.MarketData.PublishTop(Abc, in _top, NowNs);
        _engine.Turn(64);
        Call();
    }

    /// <summary>Calls the strategy with the present book.</summary>
    public void Call()
    {
        MarketEvent cause = new() { Kind = MarketEventKind.LevelSet, Instrument = Abc };
        _strategy.OnBook(in cause, _context);
        Settle();
    }

    /// <summary>Calls without letting the engine run: the inbox fills.</summary>
    public void CallWithoutEngine()
    {
        MarketEvent cause = new() { Kind = MarketEventKind.LevelSet, Instrument = Abc };
        _strategy.OnBook(in cause, _context);
    }

    public void Trade(string price)
    {
        MarketEvent trade = new() { Kind = MarketEventKind.Trade, Instrument = Abc, Price = Price.Parse(price), Quantity = Quantity.FromWhole(10) };
        _strategy.OnTrade(in trade, _context);
        Settle();
    }

    /// <summary>Lets time pass to the next timers of that time, and fires them in the order they were set.</summary>
    public void FireTimersAt(long timeNs)
    {
        NowNs = timeNs;
        while (_timers.FindIndex(timer => timer.TimeNs == timeNs) is >= 0 and int at)
        {
            long id = _timers[at].Id;
            _timers.RemoveAt(at);
            _strategy.OnTimer(id, _context);
            Settle();
        }
    }

    public void Ack(ulong clOrdId) => Answer(clOrdId, new VenueReport { ExecType = ExecType.New, VenueNumber = ++_venueNumber });

    public void Fill(ulong clOrdId, long quantity, string price) =>
        Answer(clOrdId, new VenueReport { ExecType = ExecType.Trade, Quantity = Quantity.FromWhole(quantity), Price = Price.Parse(price), Liquidity = Liquidity.Added, VenueNumber = ++_venueNumber });

    public void Canceled(ulong clOrdId) => Answer(clOrdId, new VenueReport { ExecType = ExecType.Canceled });

    public void Expired(ulong clOrdId) => Answer(clOrdId, new VenueReport { ExecType = ExecType.Expired });

    public void Rejected(ulong clOrdId) => Answer(clOrdId, new VenueReport { ExecType = ExecType.Rejected, Reason = RejectReason.VenueRejected });

    public void Replaced(ulong clOrdId) => Answer(clOrdId, new VenueReport { ExecType = ExecType.Replaced });

    public void CancelRejected(ulong clOrdId, bool replace = false, RejectReason reason = RejectReason.VenueTooLate) =>
        Answer(clOrdId, new VenueReport { ExecType = ExecType.CancelReject, Reason = reason, AnswersReplace = replace });

    /// <summary>What was sent since the last time this was asked.</summary>
    public string[] TakeSent()
    {
        string[] sent = [.. Sent];
        Sent.Clear();
        return sent;
    }

    public void Settle()
    {
        bool moved = true;
        while (moved)
        {
            moved = _engine.Turn(256) > 0;
            while (_requests.Available > 0)
            {
                ref readonly VenueRequest request = ref _requests.Peek();
                _handles[request.ClOrdId] = request.Handle;
                Sent.Add(Describe(in request));
                _requests.Release();
            }

            while (true)
            {
                ref readonly ExecutionReport report = ref _engine.Strategies[0].PeekReport();
                if (Unsafe.IsNullRef(in report))
                {
                    break;
                }

                moved = true;
                Reports.Add(report);
                _context.Apply(in report);
                _strategy.OnReport(in report, _context);
                _engine.Strategies[0].ReleaseReport();
            }
        }
    }

    public void Dispose()
    {
        _engine.Dispose();
        _requests.Dispose();
    }

    private static string Describe(in VenueRequest request) => request.Kind switch
    {
        VenueRequestKind.New => $"{request.ClOrdId} {request.Side} {request.Quantity}@{request.Price} {request.TimeInForce}{(request.ExecInst == ExecInst.PostOnly ? " post-only" : "")}",
        VenueRequestKind.Replace => $"{request.ClOrdId} replace {request.Quantity}@{request.Price}",
        _ => $"{request.ClOrdId} cancel",
    };

    private void Answer(ulong clOrdId, VenueReport report)
    {
        report.Handle = _handles[clOrdId];
        report.Instrument = Abc;
        report.Venue = new VenueId(1);
        report.TransactTimeNs = NowNs;
        _engine.VenueReports[0].Publish(in report, NowNs);
        Settle();
    }
}
