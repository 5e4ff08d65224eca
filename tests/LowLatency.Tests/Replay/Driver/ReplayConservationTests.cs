using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Generation;
using LowLatency.Replay.Results;
using LowLatency.Replay.Venue;
using LowLatency.Testing;
using LowLatency.Tests.Replay.Hftbacktest;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Strategies;
using Xunit;

namespace LowLatency.Tests.Replay.Driver;

/// <summary>What the summary says about positions and money is what the fills say.</summary>
public sealed class ReplayConservationTests(BtcusdtRecordings recordings) : IClassFixture<BtcusdtRecordings>
{
    [Theory]
    [InlineData(3UL)]
    [InlineData(4UL)]
    [InlineData(5UL)]
    public void A_generated_session_order_by_order(ulong seed)
    {
        using SessionGenerator session = new(new SessionOptions { Seed = seed, Events = 40_000 });
        using ReplayRecording recording = ReplayRecording.Load(session);
        InstrumentId instrument = new(2);
        Recorder recorder = new(new QuotingStrategy(
            new QuotingParameters { Instrument = instrument, Size = Quantity.FromWhole(100), MaxPosition = Quantity.FromWhole(300), SkewTicks = 1, DistanceTicks = 0 },
            recording.Instruments));
        ReplaySetup setup = new()
        {
            EntryNs = 50_000,
            ResponseNs = 50_000,
            Venue = (_, definition) => new PriceTimeVenue([.. definition.Instruments.All], new PriceTimeVenueLimits(1 << 14, 1 << 10, 1 << 12, 1 << 10)),
        };
        AssertConserved(setup.Run(recording, recorder), recorder, Quantity.FromWhole(300), 20);
    }

    [SharedFact(BtcusdtRecordings.WarmUpFile, BtcusdtRecordings.File)]
    public void Recorded_levels_with_every_built_in_strategy()
    {
        Quantity most = Quantity.Parse("0.05");
        InstrumentId instrument = new(1);
        IStrategy[] strategies =
        [
            new QuotingStrategy(new QuotingParameters { Instrument = instrument, Size = Quantity.Parse("0.01"), MaxPosition = most, DistanceTicks = 5, RequoteTicks = 2 }, recordings.Recording.Instruments),
            new QuotingStrategy(
                new QuotingParameters { Instrument = instrument, Reference = QuoteReference.Best, Size = Quantity.Parse("0.02"), MaxPosition = most, DistanceTicks = 0, UseReplace = false, SkewTicks = 3 },
                recordings.Recording.Instruments),
            new MomentumStrategy(
                new MomentumParameters { Instrument = instrument, FastSamples = 20, SlowSamples = 200, ThresholdTicks = 20, Size = Quantity.Parse("0.02"), MaxPosition = most, SlippageTicks = 10 },
                recordings.Recording.Instruments),
            new SlicingStrategy(
                new SlicingParameters { Instrument = instrument, Side = Side.Sell, Quantity = most, HorizonNs = 200_000_000_000, IntervalNs = 7_000_000_000, PassiveNs = 5_000_000_000 },
                recordings.Recording.Instruments),
        ];
        foreach (IStrategy strategy in strategies)
        {
            Recorder recorder = new(strategy);
            AssertConserved(recordings.Run(recorder), recorder, most, 6);
        }

        Assert.Equal(default, ((SlicingStrategy)strategies[3]).Remaining);
    }

    private static void AssertConserved(ReplaySummary summary, Recorder recorder, Quantity most, int leastFills)
    {
        Assert.True(recorder.Fills.Count >= leastFills, $"{recorder.Name} made only {recorder.Fills.Count} fills");
        Assert.Equal(recorder.Fills.Count, summary.Fills);
        Int128 cash = 0;
        Int128 fees = 0;
        long position = 0;
        foreach (ExecutionReport fill in recorder.Fills)
        {
            long sign = fill.Side == Side.Buy ? 1 : -1;
            Int128 value = (Int128)fill.LastPx.Raw * fill.LastQty.Raw;
            position += sign * fill.LastQty.Raw;
            cash -= sign * value;
            long rate = fill.Liquidity == Liquidity.Added ? 20_000 : 70_000;
            fees += (value * rate / 100_000_000) + (value * rate % 100_000_000 == 0 ? 0 : 1);
            Assert.True(Math.Abs(position) <= most.Raw, $"{recorder.Name} held {new Quantity(position)}, more than {most}");
        }

        ReplayPosition held = Assert.Single(summary.Positions);
        Assert.Equal(position, held.Position.Raw);
        Assert.Equal(fees, held.Fees.Raw);
        Assert.Equal(cash + ((Int128)position * held.Mark!.Value.Raw), (held.RealizedPnl + held.UnrealizedPnl!.Value).Raw);
        Assert.Equal(0, summary.Alarms.Total);
    }

    private sealed class Recorder(IStrategy inner) : IStrategy
    {
        public List<ExecutionReport> Fills { get; } = [];

        public string Name => inner.Name;

        public void OnStart(StrategyContext context) => inner.OnStart(context);

        public void OnBook(in MarketEvent cause, StrategyContext context) => inner.OnBook(in cause, context);

        public void OnTrade(in MarketEvent trade, StrategyContext context) => inner.OnTrade(in trade, context);

        public void OnReport(in ExecutionReport report, StrategyContext context)
        {
            if (report.ExecType == ExecType.Trade)
            {
                Fills.Add(report);
            }

            inner.OnReport(in report, context);
        }

        public void OnTimer(long timerId, StrategyContext context) => inner.OnTimer(timerId, context);

        public void OnStop(StrategyContext context) => inner.OnStop(context);
    }
}
