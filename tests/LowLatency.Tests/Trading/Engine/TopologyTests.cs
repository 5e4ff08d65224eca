using System.Diagnostics;
using System.Runtime.InteropServices;
using LowLatency.Gateways.PassThrough;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Primitives.Threading;
using LowLatency.Testing.Model;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
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

    [Theory]
    [InlineData(StageSplit.AfterSequence)]
    [InlineData(StageSplit.AfterValidate)]
    public void What_was_taken_before_the_stages_were_parted_does_not_count_as_room_in_the_hand_off(StageSplit split)
    {
        const int Orders = 3_000;
        EngineDefinition definition = Define();
        definition.Limits = new EngineLimits();
        using TradingEngine<SilentGateway, NoJournal, NoProbe> engine = new(definition, default);
        engine.MarketData.PublishTop(Abc, new(Px("10"), Qty("5"), Px("10.5"), Qty("5")), 1_000);
        engine.Turn(64);
        engine.Split(split);
        StrategyPort port = engine.Strategies[0];
        for (int i = 0; i < Orders; i++)
        {
            Assert.Equal(SendResult.Sent, port.NewOrder(port.NextClOrdId, 2_000, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1")));
        }

        while (engine.TurnFirst(4 * Orders) + engine.TurnSecond(4 * Orders) > 0)
        {
        }

        Assert.Equal((Orders, 0), (engine.Counters.Orders, engine.Counters.RejectsFor(RejectReason.DuplicateClOrdId)));
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

    private static byte[] OnTwoThreads(int seed, string wait, StageSplit split, IReadOnlyList<int> cores)
    {
        using TradingEngine engine = new TradingEngine<SilentGateway, NoJournal, NoProbe>(Define(), default);
        int? first = cores.Count > 1 ? cores[0] : null;
        int? second = cores.Count > 1 ? cores[1] : null;
        using EngineThread threads = EngineThread.Start(engine, split, (Wait(wait), first), (Wait(wait), second));
        byte[] bytes = Run(engine, () => AwaitQuiet(engine), seed);
        threads.Stop();
        Assert.Null(threads.Failure);
        Assert.Equal(cores.Count > 1 ? $"core {cores[1]} and core {cores[0]}" : "not pinned and not pinned", threads.Placement);
        return bytes;
    }

    public static TheoryData<string, StageSplit> Splits
    {
        get
        {
            TheoryData<string, StageSplit> all = [];
            foreach (string wait in (string[])["busy-spin", "yielding", "sleeping", "blocking"])
            {
                all.Add(wait, StageSplit.AfterSequence);
                all.Add(wait, StageSplit.AfterValidate);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Splits))]
    public void Groups_of_stages_on_two_threads_give_the_same_bytes(string wait, StageSplit split)
    {
        for (int seed = 7; seed < 10; seed++)
        {
            byte[] inline = Inline(seed);
            Assert.True(inline.AsSpan().SequenceEqual(OnTwoThreads(seed, wait, split, [])), $"{wait}, {split}, seed {seed}");
            Assert.True(inline.AsSpan().SequenceEqual(OnTwoThreads(seed, wait, split, [.. CpuAffinity.AllowedCores().Take(2)])), $"{wait}, {split}, pinned, seed {seed}");
        }
    }

    /// <summary>The same events in one stream, without waiting: more than the hand-off and the report rings hold, so that both threads run into every bound.</summary>
    [Theory]
    [InlineData(StageSplit.AfterSequence)]
    [InlineData(StageSplit.AfterValidate)]
    public void Groups_of_stages_keep_the_order_under_pressure(StageSplit split)
    {
        const int Orders = 40_000;
        using SpscRing<EngineEvent> venue = new(4096);
        EngineDefinition definition = Define();
        definition.Limits = definition.Limits with { MaxOrders = 4096 };
        using TradingEngine engine = new TradingEngine<PassThroughGateway, NoJournal, NoProbe>(definition, new PassThroughGateway(venue));
        using EngineThread threads = EngineThread.Start(engine, split, (new YieldingWaitStrategy(), null), (new YieldingWaitStrategy(), null));
        engine.MarketData.PublishTop(Abc, new(Px("10"), Qty("5"), Px("10.5"), Qty("5")), 1);
        AwaitQuiet(engine);
        StrategyPort port = engine.Strategies[0];
        List<ExecutionReport> reports = [];
        for (int sent = 0; sent < Orders || !engine.IsQuiet || port.ReportsAvailable > 0;)
        {
            Side side = (sent & 1) == 0 ? Side.Buy : Side.Sell;
            Quantity quantity = Qty(sent % 5 == 0 ? "0" : "1");
            if (sent < Orders && port.NewOrder((ulong)sent + 1, sent, Abc, side, OrderType.Limit, TimeInForce.Gtc, Px("10"), quantity) == SendResult.Sent)
            {
                sent++;
            }

            reports.AddRange(Reports(port));
            Assert.Null(threads.Failure);
        }

        Assert.Equal(reports.Select(r => r.Sequence).Order(), reports.Select(r => r.Sequence));
        ulong[] refused = [.. Enumerable.Range(0, Orders).Where(i => i % 5 == 0).Select(i => (ulong)i + 1)];
        ulong[] passed = [.. Enumerable.Range(0, Orders).Where(i => i % 5 != 0).Select(i => (ulong)i + 1)];
        Assert.Equal(refused, reports.Where(r => r.ExecType == ExecType.Rejected).Select(r => r.ClOrdId));
        Assert.Equal(passed, reports.Where(r => r.ExecType == ExecType.New).Select(r => r.ClOrdId));
        Assert.Equal(passed, reports.Where(r => r.ExecType == ExecType.Trade).Select(r => r.ClOrdId));
        Assert.Equal((0, 0), (engine.Counters.IllegalReports, engine.Counters.UnmatchedReports));
    }

    [Fact]
    public void A_gateway_for_one_thread_refuses_groups()
    {
        using TradingEngine engine = new TradingEngine<RefusingGateway, NoJournal, NoProbe>(Define(), default);
        string fault = Assert.Throws<InvalidOperationException>(() =>
            EngineThread.Start(engine, StageSplit.AfterValidate, (new YieldingWaitStrategy(), null), (new YieldingWaitStrategy(), null))).Message;
        Assert.Equal("the gateway is for one thread: only an ITwoThreadVenueGateway can serve two groups of stages", fault);
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
