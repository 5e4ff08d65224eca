using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Venues;

namespace LowLatency.Latency.Orders;

/// <summary>What parting the stages brings: a full inbox of new orders, worked off by the engine on one core or by its two groups of stages on two. The venue says nothing, so that the groups alone are measured.</summary>
/// <param name="name">The row.</param>
/// <param name="split">Where the stages are parted; null for all on one core.</param>
internal sealed class StageSplitBenchmark(string name, StageSplit? split)
    : Benchmark(name, $"a waiting order sequenced, checked, remembered and sent, stages {(split is { } after ? $"on two cores, parted {(after == StageSplit.AfterSequence ? "after Sequence" : "after Validate")}" : "on one core")}")
{
    private const int Orders = 60_000;
    private const int Slots = 1 << 16;
    private const int EventsPerTurn = 1024;

    private TradingEngine? _engine;

    public override string Family => "order";

    public override int Cores => split is null ? 1 : 2;

    public override string? Reference => split is null ? null : "order-stages-fused";

    /// <summary>An engine for each round, since its orders stay open.</summary>
    public override void Prepare()
    {
        _engine?.Dispose();
        EngineDefinition definition = OrderEngine.Define(new EngineLimits { MaxOrders = Slots, StrategyInbox = Slots }, out InstrumentId instrument);
        _engine = new TradingEngine<SilentGateway, NoJournal, NoProbe>(definition, default);
        OrderEngine.Quote(_engine, instrument);
        if (split is { } after)
        {
            _engine.Split(after);
        }

        StrategyPort port = _engine.Strategies[0];
        for (int i = 0; i < Orders; i++)
        {
            Side side = (i & 1) == 0 ? Side.Buy : Side.Sell;
            port.NewOrder(port.NextClOrdId, OrderEngine.TimeNs, instrument, side, OrderType.Limit, TimeInForce.Gtc, OrderEngine.Px, new Quantity(OrderEngine.UnitsPerOrder * Quantity.One));
        }
    }

    public override (long Done, bool IsLast) Burst()
    {
        TradingEngine engine = _engine!;
        while (!engine.IsQuiet)
        {
            _ = split is null ? engine.Turn(EventsPerTurn) : engine.TurnFirst(EventsPerTurn);
        }

        return (Orders, true);
    }

    public override void Partner()
    {
        while (!_engine!.IsQuiet)
        {
            _engine.TurnSecond(EventsPerTurn);
        }
    }

    public override void Check()
    {
        Require(_engine!.Counters.Orders, Orders, "orders");
        Require(_engine.OpenOrders, Orders, "orders sent");
    }

    protected override void Release() => _engine?.Dispose();
}
