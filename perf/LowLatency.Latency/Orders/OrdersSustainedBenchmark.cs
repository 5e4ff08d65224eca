using System.Runtime.CompilerServices;
using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Latency.Orders;

/// <summary>Orders as fast as a strategy on one core and the engine on the other can: each acknowledged and filled, both reports read, nothing refused.</summary>
internal sealed class OrdersSustainedBenchmark() : Benchmark("orders-sustained", "order sent on one core, acknowledged and filled by the engine on the other, both reports read")
{
    private const int Orders = 300_000;
    private const int InFlight = 4096;
    private const int EventsPerTurn = 1024;

    private OrderEngine? _engine;
    private bool _isOver;
    private long _acks;
    private long _fills;
    private long _batches;

    public override int Cores => 2;

    public override string? Reference => "ref-ring-textbook";

    public override IReadOnlyList<Goal> Goals => [Goal.AtLeast(GoalFigure.Median, 20e6), Goal.AtMost(GoalFigure.AllocatedBytes, 0)];

    public override double? AverageBatch => _batches == 0 ? null : 3.0 * Orders / _batches;

    public override string? SetUp(BenchmarkInput input)
    {
        _engine = new(live: 0, inFlight: InFlight);
        return null;
    }

    public override void Prepare()
    {
        _acks = _fills = 0;
        Volatile.Write(ref _isOver, false);
    }

    public override (long Done, bool IsLast) Burst()
    {
        StrategyPort port = _engine!.Port;
        ulong id = port.NextClOrdId;
        Quantity quantity = new(OrderEngine.UnitsPerOrder * Quantity.One);
        int sent = 0;
        long acks = 0;
        long fills = 0;
        while (fills < Orders)
        {
            for (int i = 0; i < 32 && sent < Orders && sent - fills < InFlight; i++)
            {
                Side side = (sent & 1) == 0 ? Side.Buy : Side.Sell;
                if (port.NewOrder(id, OrderEngine.TimeNs, _engine.Instrument, side, OrderType.Limit, TimeInForce.Gtc, OrderEngine.Px, quantity) != SendResult.Sent)
                {
                    break;
                }

                id++;
                sent++;
            }

            for (int i = 0; i < 128; i++)
            {
                ref readonly ExecutionReport report = ref port.PeekReport();
                if (Unsafe.IsNullRef(in report))
                {
                    break;
                }

                acks += report.ExecType == ExecType.New ? 1 : 0;
                fills += report.ExecType == ExecType.Trade ? 1 : 0;
                port.ReleaseReport();
            }
        }

        _acks = acks;
        _fills = fills;
        Volatile.Write(ref _isOver, true);
        return (Orders, true);
    }

    public override void Partner()
    {
        TradingEngine engine = _engine!.Engine;
        long batches = 0;
        while (!Volatile.Read(ref _isOver))
        {
            batches += engine.Turn(EventsPerTurn) > 0 ? 1 : 0;
        }

        _batches = batches;
    }

    public override void Check()
    {
        Require(_acks, Orders, "acks");
        Require(_fills, Orders, "fills");
    }

    protected override void Release() => _engine?.Dispose();
}
