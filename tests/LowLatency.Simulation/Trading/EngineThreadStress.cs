using System.Diagnostics;
using LowLatency.Gateways.PassThrough;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using Xunit;
using Xunit.Abstractions;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Simulation.Trading;

/// <summary>Four producers at once on small rings, with every wait strategy: nothing lost, nothing twice, in order, and what the strategies saw adds up to what the engine holds.</summary>
public class EngineThreadStress(ITestOutputHelper output)
{
    public static TheoryData<string> WaitStrategies => ["busy-spin", "yielding", "sleeping", "blocking"];

    [Theory]
    [MemberData(nameof(WaitStrategies))]
    public void Nothing_is_lost_between_threads(string name)
    {
        IWaitStrategy wait = name switch
        {
            "busy-spin" => new BusySpinWaitStrategy(),
            "yielding" => new YieldingWaitStrategy(),
            "sleeping" => new SleepingWaitStrategy(),
            _ => new BlockingWaitStrategy(),
        };
        int orders = Math.Max(100, SimulationSize.Events / 4);
        using SpscRing<EngineEvent> ring = new(64);
        using TradingEngine engine = new TradingEngine<PassThroughGateway, NoJournal, NoProbe>(Define(), new PassThroughGateway(ring));
        engine.MarketData.PublishTop(Abc, new(Px("10"), Qty("1"), Px("10.01"), Qty("1")), 1);
        engine.Turn(64);
        using EngineThread thread = EngineThread.Start(engine, wait, null);
        bool done = false;
        int tops = 0;
        int commands = 0;
        Exception? failure = null;
        long[] positions = new long[2];
        void Guard(Action action)
        {
            try
            {
                action();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failure = e;
            }
        }

        Thread[] strategies = [.. Enumerable.Range(0, 2).Select(i => new Thread(() => Guard(() => positions[i] = Strategy(engine.Strategies[i], orders, SimulationSize.Seed + i))))];
        Thread feed = new(() => Guard(() =>
        {
            while (!Volatile.Read(ref done))
            {
                tops += engine.MarketData.PublishTop(Abc, new(Px("10"), Qty("1"), Px("10.01"), Qty("1")), 1) == SendResult.Sent ? 1 : 0;
                Thread.Yield();
            }
        }));
        Thread desk = new(() => Guard(() =>
        {
            while (!Volatile.Read(ref done))
            {
                commands += engine.Operator.Send(OperatorCommand.Release, 1) == SendResult.Sent ? 1 : 0;
                Thread.Sleep(1);
            }
        }));
        Thread[] all = [.. strategies, feed, desk];
        Array.ForEach(all, t => t.Start());
        Array.ForEach(strategies, t => Assert.True(t.Join(TimeSpan.FromMinutes(5)), "a strategy waits for a report that does not come"));
        Volatile.Write(ref done, true);
        feed.Join();
        desk.Join();
        while (!engine.IsQuiet)
        {
            Thread.Yield();
        }

        thread.Stop();
        Assert.Null(failure);
        Assert.Null(thread.Failure);
        Assert.Equal((2L * orders, 0, 0L), (engine.Counters.Orders, engine.OpenOrders, engine.Counters.IllegalReports + engine.Counters.UnmatchedReports + engine.Counters.OverFills));
        Assert.Equal(1 + (2L * orders) + tops + commands + (2 * engine.Counters.Fills), engine.Counters.Events);
        Assert.Equal(positions, (long[])[engine.Position(FirstAccount, Abc).Position.Raw, engine.Position(SecondAccount, Abc).Position.Raw]);
        output.WriteLine($"{name}: {engine.Counters.Events} events, {engine.Counters.Fills} fills, {engine.Counters.Rejects} rejects, {tops} tops, {commands} commands");
    }

    /// <summary>Sends orders, good and bad, as fast as its inbox takes them; every order must be answered once, in order.</summary>
    /// <returns>The position by its own reports.</returns>
    private static long Strategy(StrategyPort port, int orders, int seed)
    {
        Random random = new(seed);
        ulong answered = 0;
        ulong open = 0;
        long position = 0;
        long sequence = 0;
        ulong sent = 0;
        Stopwatch patience = Stopwatch.StartNew();
        while (answered < (ulong)orders)
        {
            if (sent < (ulong)orders)
            {
                long quantity = random.Next(5) == 0 ? 0 : 100_000_000;
                Side side = (sent & 1) == 0 ? Side.Buy : Side.Sell;
                sent += port.NewOrder(sent + 1, 1, Abc, side, OrderType.Limit, TimeInForce.Gtc, new(1_000_000_000), new(quantity)) == SendResult.Sent ? 1UL : 0;
            }

            if (port.ReportsAvailable == 0)
            {
                Assert.True(patience.Elapsed < TimeSpan.FromMinutes(4), $"seed {seed}: {answered} of {sent} orders answered");
                Thread.Yield();
                continue;
            }

            for (; port.ReportsAvailable > 0; port.ReleaseReport())
            {
                ExecutionReport report = port.PeekReport();
                Assert.True(report.Sequence > sequence, $"seed {seed}: report {report.Sequence} after {sequence}");
                sequence = report.Sequence;
                open += report.ExecType == ExecType.New ? 1UL : 0;
                if (report.ExecType == ExecType.Trade)
                {
                    open--;
                    position += report.Side == Side.Buy ? report.LastQty.Raw : -report.LastQty.Raw;
                }

                answered += report.OrdStatus.IsFinal() ? 1UL : 0;
            }
        }

        Assert.Equal(0UL, open);
        return position;
    }
}
