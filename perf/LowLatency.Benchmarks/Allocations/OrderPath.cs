using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;

namespace LowLatency.Benchmarks.Allocations;

/// <summary>An engine that writes its journal, with a strategy and a venue that answers, both on the caller's thread; the engine inline or on a thread of its own.</summary>
internal sealed class OrderPath : IDisposable
{
    private const long JournalBytes = 1L << 28;
    private const long StuckMs = 10_000;

    private readonly TemporaryFolder _folder = new();
    private readonly InstrumentId _instrument;
    private readonly SpscRing<VenueRequest> _requests = new(64);
    private readonly JournalFile _journal;
    private readonly TradingEngine _engine;
    private readonly EngineThread? _thread;
    private readonly StrategyPort _port;
    private readonly VenueReportPort _answers;
    private readonly int[] _reports = new int[256];
    private OrderHandle _lastHandle;
    private bool _fills;
    private long _timeNs = 1_700_000_000_000_000_000;

    public OrderPath(bool ownThread)
    {
        InstrumentTable instruments = new();
        _instrument = instruments.Add("ABC", "USD", Price.Parse("0.01"), Quantity.FromWhole(1)).Id;
        EngineDefinition definition = new(instruments) { Limits = new EngineLimits { MaxOrders = 256, StrategyInbox = 16, StrategyReports = 64, VenueRequests = 64 } };
        VenueId venue = definition.AddVenue("venue");
        AccountId account = definition.AddAccount("house");
        definition.AddStrategy("strategy", account);
        definition.AddListing(new ListingDefinition { Instrument = _instrument, Venue = venue, TickSize = Price.Parse("0.01"), LotSize = Quantity.FromWhole(1), TakerFeeRate = 30_000 });
        definition.SetLimits(account, _instrument, new RiskLimits { MaxOrderQuantity = Quantity.FromWhole(1_000), MaxOrderNotional = Notional.Parse("1000000"), MaxPosition = Quantity.FromWhole(10_000), PriceCollarBps = 500 });
        _journal = JournalFile.Create(_folder.File("journal"), definition, JournalBytes);
        _engine = new TradingEngine<RingVenueGateway, JournalWriter, NoProbe>(definition, new RingVenueGateway([_requests]), _journal.Writer);
        _port = _engine.Strategies[0];
        _answers = _engine.VenueReports[0];
        _engine.MarketData.PublishTop(_instrument, new TopOfBook(Price.Parse("99.99"), Quantity.FromWhole(500), Price.Parse("100.01"), Quantity.FromWhole(500)), _timeNs);
        _engine.Turn(16);
        _thread = ownThread ? EngineThread.Start(_engine, new YieldingWaitStrategy(), null) : null;
    }

    /// <summary>Runs orders to their end one after the other.</summary>
    /// <exception cref="InvalidOperationException">The reports are not those that the traffic must cause.</exception>
    public long Run(OrderTraffic traffic, int orders)
    {
        _fills = traffic == OrderTraffic.Fill;
        Array.Clear(_reports);
        for (int i = 0; i < orders; i++)
        {
            Send(traffic, i);
        }

        bool rejected = traffic == OrderTraffic.Reject;
        Require(ExecType.New, rejected ? 0 : orders);
        Require(ExecType.Rejected, rejected ? orders : 0);
        Require(ExecType.Trade, _fills ? orders : 0);
        Require(ExecType.Canceled, traffic is OrderTraffic.Cancel or OrderTraffic.Replace ? orders : 0);
        Require(ExecType.Replaced, traffic == OrderTraffic.Replace ? orders : 0);
        return orders;
    }

    /// <summary>Lets the engine's thread count from now on.</summary>
    public void MarkWarm() => _thread?.MarkWarm();

    /// <summary>Stops the engine's thread and tells what it allocated since <see cref="MarkWarm"/>.</summary>
    public long Stop()
    {
        _thread!.Stop();
        return _thread.AllocatedBytes;
    }

    public void Dispose()
    {
        _thread?.Dispose();
        _engine.Dispose();
        _journal.Dispose();
        _requests.Dispose();
        _folder.Dispose();
    }

    private void Send(OrderTraffic traffic, int i)
    {
        bool rejected = traffic == OrderTraffic.Reject;
        bool offTick = rejected && (i & 1) == 0;
        Price price = new((100 * Price.One) + (offTick ? 1 : 0));
        Quantity quantity = new((rejected && !offTick ? 1_001 : 100) * Quantity.One);
        Side side = (i & 1) == 0 ? Side.Buy : Side.Sell;
        _port.NewOrder(_port.NextClOrdId, _timeNs += 1000, _instrument, side, OrderType.Limit, TimeInForce.Gtc, price, quantity);
        Await(_fills ? 2 : 1);
        if (traffic == OrderTraffic.Replace)
        {
            _port.Replace(_port.NextClOrdId, _timeNs += 1000, _lastHandle, new Price(99 * Price.One), new Quantity(200 * Quantity.One));
            Await(1);
        }

        if (traffic is OrderTraffic.Cancel or OrderTraffic.Replace)
        {
            _port.Cancel(_port.NextClOrdId, _timeNs += 1000, _lastHandle);
            Await(1);
        }
    }

    private void Await(int reports)
    {
        long limitMs = Environment.TickCount64 + StuckMs;
        SpinWait spin = default;
        while (reports > 0)
        {
            if (_thread is null)
            {
                _engine.Turn(64);
            }
            else
            {
                spin.SpinOnce(sleep1Threshold: -1);
            }

            AnswerRequests();
            for (; _port.ReportsAvailable > 0; _port.ReleaseReport(), reports--)
            {
                ref readonly ExecutionReport report = ref _port.PeekReport();
                _reports[(byte)report.ExecType]++;
                _lastHandle = report.Handle;
            }

            if (Environment.TickCount64 > limitMs)
            {
                throw new InvalidOperationException($"reports={reports} are missing after {StuckMs} ms; engine halted={_engine.IsHalted}, failure={_thread?.Failure}");
            }
        }
    }

    private void AnswerRequests()
    {
        for (; _requests.Available > 0; _requests.Release())
        {
            ref readonly VenueRequest request = ref _requests.Peek();
            VenueReport answer = new()
            {
                Handle = request.Handle,
                Instrument = request.Instrument,
                Venue = request.Venue,
                VenueNumber = request.ClOrdId,
                TransactTimeNs = request.TimeNs,
                ExecType = request.Kind == VenueRequestKind.New ? ExecType.New : request.Kind == VenueRequestKind.Replace ? ExecType.Replaced : ExecType.Canceled,
                Price = request.Kind == VenueRequestKind.Replace ? request.Price : default,
                Quantity = request.Kind == VenueRequestKind.Replace ? request.Quantity : default,
            };
            _answers.Publish(in answer, request.TimeNs);
            if (_fills)
            {
                answer.ExecType = ExecType.Trade;
                answer.Price = request.Price;
                answer.Quantity = request.Quantity;
                answer.Liquidity = Liquidity.Removed;
                _answers.Publish(in answer, request.TimeNs);
            }
        }
    }

    private void Require(ExecType type, int expected, [CallerArgumentExpression(nameof(expected))] string why = "")
    {
        if (_reports[(byte)type] != expected)
        {
            throw new InvalidOperationException($"reports of {type}={_reports[(byte)type]} must be {expected} ({why})");
        }
    }
}
