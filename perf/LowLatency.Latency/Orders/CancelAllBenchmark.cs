using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Latency.Orders;

/// <summary>A stop of the firm with 100,000 orders working: from the command until the last cancel lies in the venue's ring.</summary>
internal sealed class CancelAllBenchmark() : Benchmark("cancel-all", "a kill switch with 100,000 working orders: time per cancel to the venue's ring, 200 ns are 20 ms for all")
{
    private const int Working = 100_000;

    private SpscRing<VenueRequest>? _venue;
    private TradingEngine? _engine;
    private InstrumentId _instrument;
    private long _canceled;

    public override Figure Figure => Figure.MeanTime;

    public override IReadOnlyList<Goal> Goals => [Goal.AtMost(GoalFigure.Median, 200), Goal.AtMost(GoalFigure.AllocatedBytes, 0)];

    public override string? SetUp(BenchmarkInput input)
    {
        EngineDefinition definition = OrderEngine.Define(new EngineLimits { MaxOrders = Working }, out _instrument);
        _venue = new SpscRing<VenueRequest>(1 << 17);
        _engine = new TradingEngine<RingVenueGateway, NoJournal, NoProbe>(definition, new RingVenueGateway([_venue]));
        OrderEngine.Quote(_engine, _instrument);
        return null;
    }

    /// <summary>Lets the firm trade again and sends the orders.</summary>
    public override void Prepare()
    {
        StrategyPort port = _engine!.Strategies[0];
        _engine.Operator.Send(OperatorCommand.Release, OrderEngine.TimeNs);
        for (int i = 0; i < Working; i++)
        {
            port.NewOrder(port.NextClOrdId, OrderEngine.TimeNs, _instrument, Side.Buy, OrderType.Limit, TimeInForce.Gtc, OrderEngine.Px, Quantity.FromWhole(OrderEngine.UnitsPerOrder));
            _engine.Turn(16);
        }

        Require(_engine.OpenOrders, Working, "working orders");
        _venue!.Release(_venue.Available);
    }

    public override (long Done, bool IsLast) Burst()
    {
        _engine!.Operator.Send(OperatorCommand.Kill, OrderEngine.TimeNs);
        while (_engine.Turn(1 << 20) > 0)
        {
        }

        _canceled = _venue!.Available;
        return (Working, true);
    }

    /// <summary>All were canceled; ends them.</summary>
    public override void Check()
    {
        Require(_canceled, Working, "cancels");
        for (; _venue!.Available > 0; _venue.Release())
        {
            VenueReport report = new() { Handle = _venue.Peek().Handle, ExecType = ExecType.Canceled, TransactTimeNs = OrderEngine.TimeNs };
            _engine!.VenueReports[0].Publish(in report, OrderEngine.TimeNs);
            _engine.Turn(16);
            _engine.Strategies[0].ReleaseReport(_engine.Strategies[0].ReportsAvailable);
        }

        Require(_engine!.OpenOrders, 0, "orders left");
    }

    protected override void Release()
    {
        _engine?.Dispose();
        _venue?.Dispose();
    }
}
