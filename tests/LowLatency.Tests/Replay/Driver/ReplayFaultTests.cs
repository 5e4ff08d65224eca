using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Latency;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using Xunit;
using static LowLatency.Tests.Replay.ReplaySetup;
using static LowLatency.Tests.Replay.ScriptedStrategy;

namespace LowLatency.Tests.Replay.Driver;

/// <summary>What stops a replay, what it says then, and what cannot be replayed at all.</summary>
public sealed class ReplayFaultTests
{
    private static readonly MarketEvent[] Events =
    [
        Level(1000, Side.Buy, "10.00", 5), Level(1000, Side.Sell, "10.02", 5), Level(2000, Side.Buy, "10.01", 1), Level(3000, Side.Buy, "10.01", 2), End(9000),
    ];

    public static TheoryData<bool> Topologies => [false, true];

    [Theory]
    [MemberData(nameof(Topologies))]
    public void A_strategy_that_throws_stops_the_run_with_its_name_and_what_had_happened(bool pinned)
    {
        ScriptedStrategy good = new("good") { Start = context => Buy(context, "9.00", 1) };
        ScriptedStrategy bad = new("bad") { Book = context => _ = context.NowNs == 2000 ? throw new InvalidOperationException("no idea") : 0 };
        ReplayStoppedException stopped = Assert.Throws<ReplayStoppedException>(() => Setup(pinned).Run(Events, good, bad));
        Assert.Equal("strategy=bad failed in OnBook at time=2000, marketEvents=3 (LevelSet of ABC, exchangeTimeNs=2000, sequence=0): no idea", stopped.Message);
        Assert.IsType<InvalidOperationException>(stopped.InnerException);
        Assert.Equal((3, 1, 1), (stopped.Summary.MarketEvents, stopped.Summary.Orders, stopped.Summary.Rejects[RejectReason.NoReferencePrice]));
        Assert.Equal(64, stopped.Summary.OutputHash.Length);
        Assert.DoesNotContain(good.Log, line => line.Contains("stop", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Topologies))]
    public void A_strategy_that_answers_every_reject_with_an_order_is_stopped(bool pinned)
    {
        ScriptedStrategy runaway = new("runaway") { Book = context => Buy(context, "0.001", 1), Report = (_, context) => Buy(context, "0.001", 1) };
        ReplayStoppedException stopped = Assert.Throws<ReplayStoppedException>(() => Setup(pinned).Run(Events, new ScriptedStrategy("calm"), runaway));
        Assert.StartsWith("strategy=runaway keeps answering reports with requests: maxReportRounds=1000 at one instant, at time=1000, marketEvents=1", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(1_002, stopped.Summary.Orders);
    }

    [Fact]
    public void Timers_set_for_now_over_and_over_are_stopped()
    {
        ScriptedStrategy runaway = new("runaway") { Start = context => context.SetTimer(0, 1), Timer = (_, context) => context.SetTimer(context.NowNs, 1) };
        ReplaySetup setup = new() { Change = plan => plan with { MaxStepsPerInstant = 500 } };
        ReplayStoppedException stopped = Assert.Throws<ReplayStoppedException>(() => setup.Run(Events, runaway));
        Assert.StartsWith("strategy=runaway keeps time standing still: maxStepsPerInstant=500", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_latencies_orders_that_chase_their_own_answers_are_stopped()
    {
        ScriptedStrategy runaway = new("runaway")
        {
            Book = context => Buy(context, "9.00", 1, TimeInForce.Ioc),
            Report = (report, context) =>
            {
                if (report.OrdStatus.IsFinal())
                {
                    Buy(context, "9.00", 1, TimeInForce.Ioc);
                }
            },
        };
        ReplaySetup setup = new() { Change = plan => plan with { MaxStepsPerInstant = 500 } };
        Assert.Contains("maxStepsPerInstant=500", Assert.Throws<ReplayStoppedException>(() => setup.Run(Events, runaway)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_venue_that_cannot_take_the_data_stops_the_run()
    {
        MarketEvent order = Level(1000, Side.Buy, "10.00", 5) with { Kind = MarketEventKind.OrderAdded, OrderId = 1 };
        ReplayStoppedException stopped = Assert.Throws<ReplayStoppedException>(() => new ReplaySetup().Run([order, End(2000)], new ScriptedStrategy()));
        Assert.StartsWith("the replay failed at time=1000", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("needs market data by level", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_plan_is_listed()
    {
        InstrumentTable other = new();
        other.Add("XYZ", "USD", Price.Parse("0.01"), Quantity.FromWhole(1));
        using ReplayRecording warmUp = ReplayRecording.From(other, []);
        ReplaySetup setup = new()
        {
            Change = plan => plan with { WarmUp = warmUp, FeedLatencyNs = -1, MaxTimers = 0, MaxReportRounds = 0, MaxStepsPerInstant = 0, Venues = [], Strategies = [] },
        };
        ArgumentException refused = Assert.Throws<ArgumentException>(() => setup.Run(Events, new ScriptedStrategy()));
        foreach (string fault in new[]
        {
            "strategies=0 must be the engine's 1",
            "venues=0 must be the engine's 1",
            "warmUp.instruments=XYZ(0.01,1) must be the engine's ABC(0.01,1)",
            "feedLatencyNs=-1 must be 0 to",
            "maxTimers=0 must be 1 to 16777216",
            "maxReportRounds=0 must be 1 to 1000000",
            "maxStepsPerInstant=0 must be 1 to 1000000000",
        })
        {
            Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Latencies_below_zero_are_refused_together()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new ConstantOrderLatency(-1, -2));
        Assert.Equal($"entryNs=-1 must be 0 to {1L << 60}; responseNs=-2 must be 0 to {1L << 60}", refused.Message);
    }

    [Fact]
    public void Events_that_cannot_be_replayed_are_refused_with_their_record()
    {
        MarketEvent order = Level(2000, Side.Buy, "10.00", 5) with { Kind = MarketEventKind.OrderAdded };
        AssertRefused("record=1: exchangeTimeNs=999 is before 1000", Events[0], Level(999, Side.Buy, "10.00", 1, localNs: 1000));
        AssertRefused("record=1: localTimeNs=999 is before 1000", Events[0], Level(1000, Side.Buy, "10.00", 1, localNs: 999));
        AssertRefused("record=1: instrument=2 is not in the table of 1", Events[0], Events[1] with { Instrument = new InstrumentId(2) });
        AssertRefused("record=1: OrderAdded after depth by Levels of the same instrument", Events[0], order);
        AssertRefused($"record=0: exchangeTimeNs={long.MaxValue} and localTimeNs=1 must be 0 to {1L << 62}", Level(long.MaxValue, Side.Buy, "10.00", 1, localNs: 1));
        AssertRefused("record=0: localTimeNs=-1 is before 0", Level(0, Side.Buy, "10.00", 1, localNs: -1));

        static void AssertRefused(string fault, params MarketEvent[] events) =>
            Assert.Equal(fault, Assert.Throws<InvalidDataException>(() => ReplayRecording.From(Table(), events)).Message);
    }

    [Fact]
    public void Nothing_to_replay_is_a_run_of_nothing()
    {
        ScriptedStrategy strategy = new();
        Assert.Equal(0, new ReplaySetup().Run([], strategy).MarketEvents);
        Assert.Equal(["0 start", "0 stop"], strategy.Log);
    }

    private static ReplaySetup Setup(bool pinned) => new() { Change = plan => pinned ? plan with { StartEngine = engine => EngineThread.Start(engine, new YieldingWaitStrategy(), null) } : plan };
}
