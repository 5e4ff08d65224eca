using System.Diagnostics;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Orders;
using LowLatency.Primitives.Threading;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

/// <summary>The same script, inline and on a thread with each wait strategy: the same bytes. Nothing here depends on how fast a thread is, only that it comes to rest.</summary>
public class TopologyTests
{
    private const int Steps = 300;

    public static TheoryData<string> WaitStrategies => ["busy-spin", "yielding", "sleeping", "blocking"];

    private static IWaitStrategy Wait(string name) => name switch
    {
        "busy-spin" => new BusySpinWaitStrategy(),
        "yielding" => new YieldingWaitStrategy(),
        "sleeping" => new SleepingWaitStrategy(),
        _ => new BlockingWaitStrategy(),
    };

    private static void AwaitQuiet(TradingEngine engine)
    {
        Stopwatch patience = Stopwatch.StartNew();
        while (!engine.IsQuiet)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "the engine's thread does not come to rest");
            Thread.Yield();
        }
    }

    /// <summary>A script without a look at the engine: orders, changes by id, market data, fills by known handles.</summary>
    private static byte[] Run(TradingEngine engine, Action settle, int seed)
    {
        Random random = new(seed);
        List<ExecutionReport> all = [];
        List<OrderHandle> handles = [];
        for (int i = 0; i < Steps; i++)
        {
            long timeNs = 1_000 * i;
            StrategyPort port = engine.Strategies[random.Next(2)];
            switch (random.Next(6))
            {
                case 0:
                    engine.MarketData.PublishTop(new InstrumentId(random.Next(1, 3)), new(Px("10"), Qty("5"), Px("10.5"), Qty("5")), timeNs);
                    break;
                case 1:
                    port.Cancel(port.NextClOrdId, timeNs, (ulong)random.Next(1, 200));
                    break;
                case 2:
                    port.Replace(port.NextClOrdId, timeNs, (ulong)random.Next(1, 200), Px("10"), Qty("30"));
                    break;
                case 3 when handles.Count > 0:
                    VenueReport report = new() { Handle = handles[random.Next(handles.Count)], ExecType = (ExecType)"0F48"[random.Next(4)], Price = Px("10"), Quantity = Qty("1"), TransactTimeNs = timeNs };
                    engine.VenueReports[0].Publish(in report, timeNs);
                    break;
                default:
                    port.NewOrder(port.NextClOrdId, timeNs, new InstrumentId(random.Next(1, 3)), (Side)random.Next(1, 3), OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("20"));
                    break;
            }

            settle();
            List<ExecutionReport> reports = [.. Reports(engine.Strategies[0]), .. Reports(engine.Strategies[1])];
            handles.AddRange(reports.Where(r => !r.Handle.IsNone).Select(r => r.Handle));
            handles.Add(new OrderHandle(random.Next(20), (uint)random.Next(1, 3)));
            all.AddRange(reports);
        }

        Assert.True(all.Count > Steps / 4 && all.Any(r => r.ExecType == ExecType.Trade));
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(all)).ToArray();
    }

    private static byte[] Inline(int seed)
    {
        using TradingEngine engine = new TradingEngine<SilentGateway, NoJournal, NoProbe>(Define(), default);
        return Run(engine, () => engine.Turn(64), seed);
    }

    private static byte[] OnThread(int seed, string wait, int? core, out string placement)
    {
        using TradingEngine engine = new TradingEngine<SilentGateway, NoJournal, NoProbe>(Define(), default);
        using EngineThread thread = EngineThread.Start(engine, Wait(wait), core);
        byte[] bytes = Run(engine, () => AwaitQuiet(engine), seed);
        thread.Stop();
        Assert.Null(thread.Failure);
        placement = thread.Placement;
        return bytes;
    }

    [Theory]
    [MemberData(nameof(WaitStrategies))]
    public void Every_topology_gives_the_same_bytes(string wait)
    {
        const int Seed = 7;
        byte[] inline = Inline(Seed);
        Assert.True(inline.AsSpan().SequenceEqual(Inline(Seed)), "two runs inline");
        Assert.True(inline.AsSpan().SequenceEqual(OnThread(Seed, wait, null, out string placement)), $"{wait}, {placement}, seed {Seed}");
        Assert.Equal("not pinned", placement);
        if (CpuAffinity.AllowedCores() is [.., int core])
        {
            Assert.True(inline.AsSpan().SequenceEqual(OnThread(Seed, wait, core, out placement)), $"{wait}, {placement}, seed {Seed}");
            Assert.Equal($"core {core}", placement);
        }
    }

    [Fact]
    public void A_core_that_is_not_there_is_refused_and_the_engine_is_left_as_it_was()
    {
        if (CpuTopology.Read() is not { Cores.Count: > 0 } topology)
        {
            return;
        }

        using TradingEngine engine = new TradingEngine<SilentGateway, NoJournal, NoProbe>(Define(), default);
        string fault = Assert.Throws<ArgumentException>(() => EngineThread.Start(engine, new YieldingWaitStrategy(), 100_000)).Message;
        Assert.StartsWith($"core=100000 does not exist: this host has cores {CpuList.Format(topology.Cores.Select(core => core.Id))}", fault, StringComparison.Ordinal);
        Assert.Equal(Inline(3), Run(engine, () => engine.Turn(64), 3));
    }

    [Fact]
    public void What_waits_when_a_thread_stops_is_there_for_the_next()
    {
        using TradingEngine engine = new TradingEngine<SilentGateway, NoJournal, NoProbe>(Define(), default);
        EngineThread first = EngineThread.Start(engine, new BlockingWaitStrategy(), null);
        engine.MarketData.PublishTop(Abc, new(Px("10"), Qty("5"), Px("10.5"), Qty("5")), 1);
        AwaitQuiet(engine);
        first.Stop();
        first.Stop();
        first.Dispose();
        long taken = engine.Counters.Events;
        engine.Strategies[0].NewOrder(1, 2, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("0"));
        Assert.Equal((1, 1, false), (taken, engine.Counters.Events, engine.IsQuiet));
        using (EngineThread second = EngineThread.Start(engine, new YieldingWaitStrategy(), null))
        {
            AwaitQuiet(engine);
        }

        engine.Strategies[0].NewOrder(2, 2, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("0"));
        engine.Turn(64);
        Assert.Equal([(1UL, RejectReason.InvalidQuantity), (2UL, RejectReason.InvalidQuantity)], Reports(engine.Strategies[0]).Select(r => (r.ClOrdId, r.RejectReason)));
    }

    [Fact]
    public void A_halted_journal_ends_the_thread()
    {
        using TradingEngine engine = new TradingEngine<SilentGateway, FullJournal, NoProbe>(Define(), default, new FullJournal(new int[1]));
        using EngineThread thread = EngineThread.Start(engine, new BlockingWaitStrategy(), null);
        for (int i = 0; i < 3; i++)
        {
            engine.MarketData.PublishTime(i);
        }

        Stopwatch patience = Stopwatch.StartNew();
        while (!engine.IsHalted)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "the engine does not halt");
            Thread.Yield();
        }

        thread.Stop();
        Assert.Null(thread.Failure);
        Assert.Equal((2, 0), (engine.Counters.Events, engine.Turn(64)));
        Assert.False(engine.TryApply(new EngineEvent { Kind = EngineEventKind.Timer }));
        Assert.False(engine.IsQuiet);
    }

    [Fact]
    public void An_exception_ends_the_thread_and_not_the_process()
    {
        using TradingEngine engine = new TradingEngine<SilentGateway, ThrowingJournal, NoProbe>(Define(), default);
        using EngineThread thread = EngineThread.Start(engine, new BlockingWaitStrategy(), null);
        engine.MarketData.PublishTime(1);
        Stopwatch patience = Stopwatch.StartNew();
        while (thread.Failure == null && patience.Elapsed < TimeSpan.FromSeconds(60))
        {
            Thread.Yield();
        }

        thread.Stop();
        Assert.Equal("no disk", Assert.IsType<IOException>(thread.Failure).Message);
    }

    /// <summary>Has room for two events.</summary>
    private readonly struct FullJournal(int[] count) : IInputJournal
    {
        public bool Append(ref EngineEvent e) => count[0]++ < 2;
    }

    private readonly struct ThrowingJournal : IInputJournal
    {
        public bool Append(ref EngineEvent e) => throw new IOException("no disk");
    }
}
