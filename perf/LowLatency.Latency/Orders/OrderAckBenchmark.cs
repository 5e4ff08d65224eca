using System.Diagnostics;
using System.Runtime.CompilerServices;
using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Metrics;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Latency.Orders;

/// <summary>From the sending of an order on one core to its acknowledgement back there, the engine being on the other: every check on, the venue acknowledges and fills at once.</summary>
/// <remarks>
/// The loop is open: orders have a time at which they are due, whatever became of those before, and latency counts from it. The gaps between them are random within bounds, so
/// that nothing can fall into step.
/// </remarks>
/// <param name="name">The row.</param>
/// <param name="work">What is sent how often.</param>
/// <param name="leastGapNs">Shortest time between two orders.</param>
/// <param name="mostGapNs">Longest.</param>
/// <param name="orders">Orders a burst.</param>
/// <param name="goals">What must come out.</param>
internal sealed class OrderAckBenchmark(string name, string work, int leastGapNs, int mostGapNs, int orders, params IReadOnlyList<Goal> goals) : Benchmark(name, work)
{
    private const int EventsPerTurn = 64;
    private const int Due = 1 << 12;

    private readonly long[] _due = new long[Due];
    private readonly LatencyHistogram _latencies = new(1, 1_000_000_000, 3);
    private OrderEngine? _engine;
    private bool _isOver;
    private long _acks;
    private long _fills;
    private uint _random = 1;

    public override Figure Figure => Figure.MedianLatency;

    public override int Cores => 2;

    public override string? Reference => "ref-line";

    public override IReadOnlyList<Goal> Goals => goals;

    public override LatencyHistogram? Latencies => _latencies;

    public override string? SetUp(BenchmarkInput input)
    {
        _engine = new(live: 0, inFlight: 1024);
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
        long ticksPerUs = Stopwatch.Frequency / 1_000_000;
        double nsPerTick = 1e9 / Stopwatch.Frequency;
        ulong id = port.NextClOrdId;
        ulong firstId = id;
        Quantity quantity = new(OrderEngine.UnitsPerOrder * Quantity.One);
        long[] due = _due;
        long next = Stopwatch.GetTimestamp() + ticksPerUs;
        int sent = 0;
        while (_fills < orders)
        {
            long now = Stopwatch.GetTimestamp();
            if (sent < orders && now >= next)
            {
                // An inbox that is full, after one of the cores was away, is tried again; the order stays due when it was.
                due[sent & (Due - 1)] = next;
                Side side = (sent & 1) == 0 ? Side.Buy : Side.Sell;
                if (port.NewOrder(id, OrderEngine.TimeNs, _engine.Instrument, side, OrderType.Limit, TimeInForce.Gtc, OrderEngine.Px, quantity) == SendResult.Sent)
                {
                    id++;
                    sent++;
                    next += (long)(NextGapNs() / nsPerTick);
                }
            }

            ref readonly ExecutionReport report = ref port.PeekReport();
            if (Unsafe.IsNullRef(in report))
            {
                continue;
            }

            if (report.ExecType == ExecType.New)
            {
                long ticks = Stopwatch.GetTimestamp() - due[(int)(report.ClOrdId - firstId) & (Due - 1)];
                _latencies.Record((long)(ticks * nsPerTick));
                _acks++;
            }
            else if (report.ExecType == ExecType.Trade)
            {
                _fills++;
            }

            port.ReleaseReport();
        }

        Volatile.Write(ref _isOver, true);
        return (orders, true);
    }

    public override void Partner()
    {
        TradingEngine engine = _engine!.Engine;
        while (!Volatile.Read(ref _isOver))
        {
            engine.Turn(EventsPerTurn);
        }
    }

    public override void Check()
    {
        Require(_acks, orders, "acks");
        Require(_fills, orders, "fills");
    }

    protected override void Release() => _engine?.Dispose();

    private int NextGapNs()
    {
        _random = (_random * 1_664_525) + 1_013_904_223;
        return leastGapNs + (int)(((ulong)_random * (ulong)(mostGapNs - leastGapNs + 1)) >> 32);
    }
}
