using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Generation;
using LowLatency.Replay.Results;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Strategies;
using Xunit;

namespace LowLatency.Tests.Replay.Driver;

/// <summary>The same outputs, byte for byte, whoever runs the engine; and nothing allocated on the way.</summary>
public sealed class ReplayTopologyTests : IDisposable
{
    private readonly ReplayRecording _recording;

    public ReplayTopologyTests()
    {
        using SessionGenerator session = new(new SessionOptions { Seed = 11, Events = 60_000 });
        _recording = ReplayRecording.Load(session);
    }

    public void Dispose() => _recording.Dispose();

    private static EngineThread InGroups(TradingEngine engine, StageSplit split) =>
        EngineThread.Start(engine, split, (new YieldingWaitStrategy(), null), (new YieldingWaitStrategy(), null));

    [Fact]
    public void Two_runs_and_all_topologies_give_the_same_reports()
    {
        ReplaySummary inline = Run(plan => plan);
        ReplaySummary again = Run(plan => plan);
        ReplaySummary pinned = Run(plan => plan with { StartEngine = engine => EngineThread.Start(engine, new YieldingWaitStrategy(), null) });
        Assert.True(inline.Fills > 50 && inline.Rejects.Values.Sum() > 50 && inline.Replaced > 50, $"fills={inline.Fills} rejects={inline.Rejects.Values.Sum()} replaced={inline.Replaced} is too little to compare");
        Assert.Equal(Outcome(inline), Outcome(again));
        Assert.Equal(Outcome(inline), Outcome(pinned));
        Assert.Equal(Outcome(inline), Outcome(Run(plan => plan with { StartEngine = engine => InGroups(engine, StageSplit.AfterSequence) })));
        Assert.Equal(Outcome(inline), Outcome(Run(plan => plan with { StartEngine = engine => InGroups(engine, StageSplit.AfterValidate) })));
        Assert.Equal(0, inline.Alarms.Total);
    }

    [Fact]
    public void Other_latencies_give_other_reports() =>
        Assert.NotEqual(Run(plan => plan).OutputHash, Run(plan => plan with { FeedLatencyNs = 1 }).OutputHash);

    [Fact]
    public void Inline_nothing_is_allocated_by_driver_engine_venue_and_strategies() => Assert.Equal(0, LeastAllocated(plan => plan));

    [Fact]
    public void In_groups_on_two_threads_the_engine_allocates_nothing() => Assert.Equal(0, LeastAllocated(plan => plan with { StartEngine = engine => InGroups(engine, StageSplit.AfterValidate) }));

    [Fact]
    public void On_its_own_thread_the_engine_allocates_nothing() => Assert.Equal(0, LeastAllocated(plan => plan with { StartEngine = engine => EngineThread.Start(engine, new YieldingWaitStrategy(), null) }));

    /// <summary>While code is compiled the runtime may enlarge tables of its own on the thread that runs; what the replay itself allocates comes every time.</summary>
    private long LeastAllocated(Func<ReplayPlan, ReplayPlan> change)
    {
        long least = long.MaxValue;
        for (int run = 0; run < 5 && least != 0; run++)
        {
            least = Math.Min(least, Run(change).AllocatedBytes);
        }

        return least;
    }

    private static string Outcome(ReplaySummary summary) =>
        $"{summary.OutputHash} {summary.MarketEvents} {summary.Orders} {summary.Replaces} {summary.Acks} {summary.Fills} {summary.EndTimeNs} {string.Join(' ', summary.Rejects)} {string.Join(' ', summary.CancelRejects)} {string.Join(' ', summary.Positions)}";

    private ReplaySummary Run(Func<ReplayPlan, ReplayPlan> change)
    {
        InstrumentTable table = _recording.Instruments;
        IStrategy[] strategies =
        [
            .. table.All.Select(instrument => new QuotingStrategy(
                new QuotingParameters { Name = $"quoting {instrument.Symbol}", Instrument = instrument.Id, Size = Quantity.FromWhole(100), MaxPosition = Quantity.FromWhole(300), SkewTicks = 1, RejectPauseNs = 1 },
                table)),
            new MomentumStrategy(
                new MomentumParameters { Instrument = new InstrumentId(2), Source = MomentumSource.Trade, FastSamples = 3, SlowSamples = 9, Size = Quantity.FromWhole(100), MaxPosition = Quantity.FromWhole(200) },
                table),
            new SlicingStrategy(
                new SlicingParameters { Instrument = new InstrumentId(3), Side = Side.Sell, Quantity = Quantity.FromWhole(5_000), HorizonNs = 100_000_000_000, IntervalNs = 1_000_000_000, PassiveNs = 300_000_000 },
                table),
        ];
        ReplaySetup setup = new()
        {
            EntryNs = 80_000,
            ResponseNs = 60_000,
            MaxPosition = 400,
            Venue = (_, definition) => new PriceTimeVenue([.. definition.Instruments.All], new PriceTimeVenueLimits(1 << 14, 1 << 10, 1 << 12, 1 << 10)),
            Change = change,
        };
        return setup.Run(_recording, strategies);
    }
}
