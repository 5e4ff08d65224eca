using System.Diagnostics;
using System.Runtime.CompilerServices;
using LowLatency.Gateways.PassThrough;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Results;
using LowLatency.Testing;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Monitoring;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Allocation;

/// <summary>Nothing is allocated per order: on the engine's path and the strategy's submit path, accepted, filled, refused, canceled and replaced, with a journal, with a probe, inline and on a thread.</summary>
public sealed class EngineAllocationTests : IDisposable
{
    private const int Rounds = 2_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("lowlatency-allocation").FullName;
    private long _timeNs = 1_000;

    public void Dispose() => Directory.Delete(_folder, true);

    /// <summary>Drains reports without a list; a working order's handle is kept.</summary>
    private static int Drain(StrategyPort port, ref OrderHandle handle)
    {
        int drained = 0;
        while (true)
        {
            ref readonly ExecutionReport report = ref port.PeekReport();
            if (Unsafe.IsNullRef(in report))
            {
                return drained;
            }

            handle = report.Handle.IsNone ? handle : report.Handle;
            drained++;
            port.ReleaseReport();
        }
    }

    private void Top(TradingEngine engine) => engine.MarketData.PublishTop(Abc, new(Px("10.00"), Qty("1"), Px("10.02"), Qty("1")), _timeNs++);

    /// <summary>Prices and quantities are parsed outside the measured part.</summary>
    private void PassThroughRounds(TradingEngine engine, Action settle, ref long orders)
    {
        StrategyPort port = engine.Strategies[0];
        OrderHandle handle = default;
        for (int i = 0; i < Rounds; i++)
        {
            Side side = (i & 1) == 0 ? Side.Buy : Side.Sell;
            ulong id = port.NextClOrdId;
            _timeNs++;
            port.NewOrder(id, _timeNs, Abc, side, OrderType.Limit, TimeInForce.Gtc, new(1_000_000_000), new(100_000_000));
            port.NewOrder(id + 1, _timeNs, Abc, side, OrderType.Limit, TimeInForce.Gtc, new(1_000_000_001), new(0));
            port.NewOrder(id, _timeNs, new InstrumentId(99), Side.None, OrderType.None, TimeInForce.Day, new(-1), new(long.MinValue));
            port.Cancel(id + 2, _timeNs, handle);
            port.Replace(id + 3, _timeNs, id + 1, new(1_000_000_000), new(100_000_000));
            engine.MarketData.PublishTop(Abc, new(new(1_000_000_000), new(1), new(1_002_000_000), new(1)), _timeNs);
            settle();
            orders += Drain(port, ref handle);
        }
    }

    private long MeasurePassThrough<TJournal, TProbe>(TJournal journal, TProbe probe)
        where TJournal : struct, IInputJournal
        where TProbe : struct, IStageProbe
    {
        using SpscRing<EngineEvent> ring = new(64);
        using TradingEngine engine = new TradingEngine<PassThroughGateway, TJournal, TProbe>(Define(), new PassThroughGateway(ring), journal, probe);
        Top(engine);
        engine.Turn(64);
        Action settle = () =>
        {
            while (engine.Turn(64) > 0)
            {
            }
        };
        long reports = 0;
        long bytes = AllocationGate.Measure(() => PassThroughRounds(engine, settle, ref reports));
        Assert.Equal((2 * Rounds, 2 * Rounds, 12 * Rounds), (engine.Counters.Fills, engine.Counters.Acks, reports));
        return bytes;
    }

    [Fact]
    public void Accepted_filled_and_refused_inline() => Assert.Equal(0, MeasurePassThrough(default(NoJournal), default(NoProbe)));

    [Fact]
    public void With_a_journal()
    {
        using JournalFile journal = JournalFile.Create(Path.Combine(_folder, "journal"), Define(), 16 << 20);
        Assert.Equal(0, MeasurePassThrough(journal.Writer, default(NoProbe)));
        Assert.True(journal.UsedBytes > Rounds * 2 * 8 * EngineEvent.InputSize);
    }

    [Fact]
    public void With_a_latency_probe() => Assert.Equal(0, MeasurePassThrough(default(NoJournal), new LatencyProbe(new StageLatencies())));

    [Fact]
    public void Canceled_and_replaced_with_the_venue_behind_a_ring()
    {
        using SpscRing<VenueRequest> first = new(64);
        using SpscRing<VenueRequest> second = new(64);
        using TradingEngine engine = new TradingEngine<RingVenueGateway, NoJournal, NoProbe>(Define(), new RingVenueGateway([first, second]));
        Top(engine);
        engine.Turn(64);
        StrategyPort port = engine.Strategies[0];
        long requests = 0;
        long bytes = AllocationGate.Measure(() =>
        {
            OrderHandle handle = default;
            for (int i = 0; i < Rounds; i++)
            {
                _timeNs++;
                port.NewOrder(port.NextClOrdId, _timeNs, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, new(1_000_000_000), new(200_000_000));
                Serve(engine, first, port, ref handle, ref requests);
                port.Replace(port.NextClOrdId, _timeNs, handle, new(1_001_000_000), new(300_000_000));
                Serve(engine, first, port, ref handle, ref requests);
                port.Cancel(port.NextClOrdId, _timeNs, port.NextClOrdId - 1);
                Serve(engine, first, port, ref handle, ref requests);
                engine.Operator.Send((i & 1) == 0 ? OperatorCommand.Kill : OperatorCommand.Release, _timeNs, instrument: Xyz);
                engine.Turn(64);
            }
        });
        Assert.Equal(0, bytes);
        Assert.Equal((6 * Rounds, 0, 0L), (requests, engine.OpenOrders, engine.Counters.Rejects));
    }

    [Fact]
    public void Held_replaced_released_ended_and_expired()
    {
        using SpscRing<VenueRequest> first = new(64);
        using SpscRing<VenueRequest> second = new(64);
        using TradingEngine engine = new TradingEngine<RingVenueGateway, NoJournal, NoProbe>(Define(), new RingVenueGateway([first, second]));
        Top(engine);
        engine.Turn(64);
        StrategyPort port = engine.Strategies[0];
        long requests = 0;
        long reports = 0;
        long bytes = AllocationGate.Measure(() =>
        {
            OrderHandle handle = default;
            for (int i = 0; i < Rounds; i++)
            {
                _timeNs += 4;
                OrderTerms stop = OrderTerms.Stop(new(1_050_000_000));
                OrderTerms trail = OrderTerms.Trail(5, OffsetUnit.Ticks);
                OrderTerms dated = OrderTerms.Stop(new(1_090_000_000));
                dated.ExpireTimeNs = _timeNs + 2;
                port.NewOrder(port.NextClOrdId, _timeNs, Abc, Side.Buy, OrderType.Stop, TimeInForce.Gtc, default, new(100_000_000), in stop);
                engine.Turn(64);
                reports += Drain(port, ref handle);
                port.Replace(port.NextClOrdId, _timeNs, handle, default, new(200_000_000), in stop);
                port.NewOrder(port.NextClOrdId, _timeNs, Abc, Side.Sell, OrderType.TrailingStop, TimeInForce.Gtc, default, new(100_000_000), in trail);
                port.NewOrder(port.NextClOrdId, _timeNs, Abc, Side.Buy, OrderType.Stop, TimeInForce.Gtd, default, new(100_000_000), in dated);
                engine.MarketData.PublishTop(Abc, new(new(1_040_000_000), new(1), new(1_050_000_000), new(1)), _timeNs + 1);
                engine.Turn(64);
                engine.MarketData.PublishTime(_timeNs + 2);
                engine.Turn(64);
                reports += Drain(port, ref handle);
                ulong linked = port.NextClOrdId;
                OrderTerms ring = default(OrderTerms).With(Contingency.OneUpdatesTheOther, linked);
                OrderTerms child = stop.After(linked);
                port.NewOrder(linked, _timeNs, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, new(1_000_000_000), new(200_000_000));
                port.NewOrder(linked + 1, _timeNs, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, new(1_000_000_000), new(200_000_000), in ring);
                port.NewOrder(linked + 2, _timeNs, Abc, Side.Buy, OrderType.Stop, TimeInForce.Gtc, default, new(200_000_000), in child);
                engine.Turn(64);
                engine.Operator.Send(OperatorCommand.CancelAll, _timeNs + 2);
                Serve(engine, first, port, ref handle, ref requests);
                Serve(engine, first, port, ref handle, ref requests);
                reports += Drain(port, ref handle);
                Top(engine);
            }
        });
        Assert.Equal((0L, 0, 0), (bytes, engine.OpenOrders, engine.HeldOrders));
        Assert.Equal((2L * Rounds, 12L * Rounds), (engine.Counters.Triggers, requests));
    }

    [Fact]
    public void Waiting_for_itself_busted_halted_broken_and_watched()
    {
        EngineDefinition definition = Define();
        definition.Limits = definition.Limits with { DropCopy = 64 };
        definition.SetLimit(RiskScope.Firm, RiskLimitKind.SelfTradePrevention, (int)SelfTradeAction.CancelOldest);
        definition.SetLimit(RiskScope.Firm, RiskLimitKind.BreakerMaxFailures, 0);
        definition.SetLimit(RiskScope.Firm, RiskLimitKind.BreakerCooldown, 0);
        using SpscRing<VenueRequest> first = new(64);
        using SpscRing<VenueRequest> second = new(64);
        using TradingEngine engine = new TradingEngine<RingVenueGateway, NoJournal, NoProbe>(definition, new RingVenueGateway([first, second]));
        OrderMonitor monitor = new(engine, new OrderMonitorLimits(16, 4));
        OrderSnapshot[] orders = new OrderSnapshot[8];
        Top(engine);
        StrategyPort port = engine.Strategies[0];
        OrderHandle handle = default;
        long rounds = 0;
        ulong execution = 0;
        long bytes = AllocationGate.Measure(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                Limit(Side.Sell, 1_005_000_000);
                OrderHandle resting = Sent();
                Report(resting, ExecType.New);
                Limit(Side.Buy, 1_006_000_000);
                Sent();
                Report(resting, ExecType.Canceled);
                OrderHandle released = Sent();
                Report(released, ExecType.Trade, 1_006_000_000, ++execution);
                Report(released, ExecType.TradeCorrect, 1_005_000_000, execution);
                Report(released, ExecType.TradeCancel, 0, execution);
                engine.MarketData.PublishStatus(Abc, TradingStatus.Halted, _timeNs);
                Limit(Side.Buy, 1_000_000_000);
                engine.MarketData.PublishStatus(Abc, TradingStatus.Open, _timeNs);
                Limit(Side.Buy, 1_000_000_000);
                Report(Sent(), ExecType.Rejected);
                Limit(Side.Buy, 1_000_000_000);
                OrderHandle probe = Sent();
                Report(probe, ExecType.New);
                Report(probe, ExecType.Suspended);
                Report(probe, ExecType.Canceled);
                rounds += monitor.CopyWorking(RiskScope.Firm, orders) == 0 ? 1 : 0;
            }
        });
        Assert.Equal(0, bytes);
        Assert.Equal((2L * Rounds, 2L * Rounds, 2L * Rounds, 2L * Rounds, 0L), (rounds, engine.Counters.Busts, engine.Counters.Corrections, engine.Counters.Triggers, monitor.Inconsistencies));
        Assert.Equal(2L * Rounds, engine.Counters.RejectsFor(RejectReason.TradingHalted));
        Assert.Equal(3 * 2L * Rounds, engine.BreakerAlerts.Count);
        Assert.Equal((0, 0L), (engine.OpenOrders, engine.Position(FirstAccount, Abc).Position.Raw));

        void Limit(Side side, long price)
        {
            port.NewOrder(port.NextClOrdId, _timeNs++, Abc, side, OrderType.Limit, TimeInForce.Gtc, new(price), new(1_000_000_000));
            Settle();
        }

        void Report(OrderHandle order, ExecType execType, long price = 0, ulong number = 0)
        {
            VenueReport report = new() { Handle = order, ExecType = execType, Price = new(price), Quantity = new(price == 0 ? 0 : 1_000_000_000), VenueNumber = number };
            engine.VenueReports[0].Publish(in report, _timeNs++);
            Settle();
        }

        void Settle()
        {
            while (engine.Turn(64) > 0)
            {
            }

            Drain(port, ref handle);
            monitor.Poll();
        }

        OrderHandle Sent()
        {
            OrderHandle sent = default;
            for (; first.Available > 0; first.Release())
            {
                sent = first.Peek().Handle;
            }

            return sent;
        }
    }

    [Fact]
    public void On_the_engines_own_thread_and_on_the_strategys()
    {
        using SpscRing<EngineEvent> ring = new(64);
        using TradingEngine engine = new TradingEngine<PassThroughGateway, NoJournal, NoProbe>(Define(), new PassThroughGateway(ring));
        using EngineThread thread = EngineThread.Start(engine, new YieldingWaitStrategy(), null);
        Top(engine);
        Action settle = () =>
        {
            long patience = Stopwatch.GetTimestamp() + (60 * Stopwatch.Frequency);
            while (!engine.IsQuiet && Stopwatch.GetTimestamp() < patience)
            {
                Thread.Yield();
            }
        };
        long reports = 0;
        PassThroughRounds(engine, settle, ref reports);
        thread.MarkWarm();
        engine.MarketData.PublishTime(_timeNs);
        settle();
        long bytes = AllocationGate.Measure(() => PassThroughRounds(engine, settle, ref reports));
        thread.Stop();
        Assert.Equal((0L, 0L), (bytes, thread.AllocatedBytes));
        Assert.Equal((3 * Rounds, 18 * Rounds), (engine.Counters.Fills, reports));
        Assert.Null(thread.Failure);
    }

    [Fact]
    public void A_full_inbox_costs_nothing_either()
    {
        using TradingEngine engine = new TradingEngine<SilentGateway, NoJournal, NoProbe>(Define(), default);
        StrategyPort port = engine.Strategies[0];
        int refused = 0;
        Assert.Equal(0, AllocationGate.Measure(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                refused += port.NewOrder(port.NextClOrdId, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, new(1), new(1)) == SendResult.Backpressure ? 1 : 0;
                refused += port.Cancel(port.NextClOrdId, 1, default(OrderHandle)) == SendResult.Backpressure ? 1 : 0;
            }
        }));
        Assert.Equal(400 - 16, refused);
    }

    /// <summary>The venue's side: takes each request and answers it as asked.</summary>
    private void Serve(TradingEngine engine, SpscRing<VenueRequest> requests, StrategyPort port, ref OrderHandle handle, ref long served)
    {
        engine.Turn(64);
        while (requests.Available > 0)
        {
            VenueRequest request = requests.Peek();
            requests.Release();
            served++;
            VenueReport report = new()
            {
                Handle = request.Handle,
                TransactTimeNs = _timeNs,
                VenueNumber = (ulong)served,
                Price = request.Price,
                Quantity = request.Quantity,
                ExecType = request.Kind == VenueRequestKind.New ? ExecType.New : request.Kind == VenueRequestKind.Replace ? ExecType.Replaced : ExecType.Canceled,
            };
            engine.VenueReports[0].Publish(in report, _timeNs);
        }

        engine.Turn(64);
        Drain(port, ref handle);
    }
}
