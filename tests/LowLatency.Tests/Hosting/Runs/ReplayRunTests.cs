using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Hosting.Configuration;
using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Hosting.Runs;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Generation;
using LowLatency.Replay.Results;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using Xunit;

namespace LowLatency.Tests.Hosting.Runs;

/// <summary>Default runs: what they end with follows from their fills.</summary>
public class ReplayRunTests
{
    private const string Itch = "data/itch50/AAPL_20191230_0935_50k.itch50.gz";

    [SharedFact(Itch)]
    public void Aapl_position_stays_in_its_limit_and_profit_follows_from_the_fills()
    {
        using IMarketEventSource events = new ItchFormat().OpenEvents(SharedData.PathOf(Itch), new FeedImportOptions(), new FeedAnomalies());
        using ReplayRecording recording = ReplayRecording.Load(events);
        AssertFollowsFromFills(recording, StrategyKind.Quoting);
    }

    [Theory]
    [InlineData(StrategyKind.Quoting)]
    [InlineData(StrategyKind.Slicing)]
    [InlineData(StrategyKind.Momentum)]
    public void The_generated_session_does_so_for_every_strategy(StrategyKind kind)
    {
        using SessionGenerator session = new(new SessionOptions { Events = 30_000 });
        using ReplayRecording recording = ReplayRecording.Load(session);
        AssertFollowsFromFills(recording, kind);
    }

    [Fact]
    public void A_strategy_that_fails_stops_the_run_with_its_name()
    {
        using SessionGenerator session = new(new SessionOptions { Events = 2_000 });
        using ReplayRecording recording = ReplayRecording.Load(session);
        RunSettings settings = RunDefaults.For(recording, StrategyKind.Quoting, ["BIRCH"]);
        using ReplayRun run = new(settings with { Strategies = [new FailingSettings(settings.Strategies[0])] }, recording);
        ReplayStoppedException stopped = Assert.Throws<ReplayStoppedException>(() => run.Run());
        Assert.Contains("strategy=failing failed in OnBook", stopped.Message, StringComparison.Ordinal);
        Assert.True(stopped.Summary.MarketEvents > 0);
    }

    private static void AssertFollowsFromFills(ReplayRecording recording, StrategyKind kind)
    {
        RunSettings settings = RunDefaults.For(recording, kind, []);
        List<ExecutionReport> reports = [];
        using ReplayRun run = new(settings with { Strategies = [.. settings.Strategies.Select(one => new ListeningSettings(one, reports))] }, recording);
        ReplaySummary summary = run.Run();
        ExecutionReport[] fills = [.. reports.Where(report => report.ExecType == ExecType.Trade)];
        Assert.NotEmpty(fills);
        Assert.Equal(fills.Length, summary.Fills);
        Assert.Equal(fills.Select(fill => fill.Instrument).Distinct().Count(), summary.Positions.Count);
        foreach (ReplayPosition position in summary.Positions)
        {
            long limit = (long)settings.RiskLimits.Single(one => one.Symbol == position.Instrument.Symbol).Values[RiskLimitKind.MaxPosition];
            long held = 0;
            Int128 cash = 0;
            foreach (ExecutionReport fill in fills.Where(fill => fill.Instrument == position.Instrument.Id))
            {
                long sign = fill.Side == Side.Buy ? 1 : -1;
                held += sign * fill.LastQty.Raw;
                cash -= sign * Notional.Of(fill.LastPx, fill.LastQty).Raw;
                Assert.InRange(held, -limit, limit);
            }

            Assert.Equal(held, position.Position.Raw);
            Int128 worth = cash + Notional.Of(position.Mark!.Value, position.Position).Raw;
            Assert.Equal(worth, position.RealizedPnl.Raw + position.UnrealizedPnl!.Value.Raw);
        }

        Assert.Equal(0, summary.Alarms.Total);
    }
}
