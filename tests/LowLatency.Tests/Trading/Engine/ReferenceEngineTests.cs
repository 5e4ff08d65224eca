using LowLatency.Testing.Model;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Breakers;
using LowLatency.Trading.Risk.Limits;
using Xunit;

namespace LowLatency.Tests.Trading.Engine;

/// <summary>The engine against the plain one, on random streams: every byte of every report and request, positions, reservations and counters after every step. Longer runs are in LowLatency.Simulation.</summary>
public class ReferenceEngineTests
{
    private const int Steps = 3_000;

    [Theory]
    [InlineData(5)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_says_what_the_plain_engine_says(int seed)
    {
        using ReferenceRun run = new(seed);
        run.Drive(Steps);
        EngineCounters c = run.Counters;
        long[] counts = [c.Orders, c.Cancels, c.Replaces, c.Acks, c.Fills, c.IllegalReports, c.UnmatchedReports, c.OverFills, c.BadCommands, c.BadMarketData, c.Triggers, c.DuplicateExecutions, c.UnknownExecutions, c.PriceViolations, c.MismatchedFills, c.Busts, c.Corrections];
        Assert.True(counts.All(count => count > 0), $"seed {seed} must cover everything: {string.Join(' ', counts)}");
    }

    [Fact]
    public void The_streams_fail_every_check_there_is_and_reach_every_state()
    {
        HashSet<RejectReason> seen = [];
        HashSet<ExecType> told = [];
        HashSet<OrdStatus> stood = [];
        HashSet<(BreakerState State, RiskLimitKind Cause)> breakers = [];
        (long overdue, long stops) = (0, 0);
        int reduced = 0;
        for (int seed = 21; seed <= 96; seed++)
        {
            using ReferenceRun run = new(seed);
            run.Drive(Steps);
            seen.UnionWith(run.Reports.SelectMany(r => r.FailedChecks.Reasons()));
            told.UnionWith(run.Reports.Select(r => r.ExecType));
            stood.UnionWith(run.Reports.Select(r => r.OrdStatus));
            breakers.UnionWith(run.BreakerAlerts.Select(alert => (alert.State, alert.Cause)));
            (overdue, stops) = (overdue + run.Counters.OverdueOrders, stops + run.Counters.VenueStops);
            reduced += run.Reports.Count(r => r.ExecType == ExecType.Replaced && r.ClOrdId == r.OrigClOrdId);
        }

        // An account is the strategy's and so always known; the last three are not checks.
        Assert.Equal(
            [RejectReason.None, RejectReason.UnknownAccount, RejectReason.GatewayRefused, RejectReason.VenueRejected, RejectReason.VenueTooLate],
            Enum.GetValues<RejectReason>().Except(seen));
        Assert.Equal([ExecType.PendingCancel, ExecType.PendingNew, ExecType.PendingReplace], Enum.GetValues<ExecType>().Except(told));
        Assert.Empty(Enum.GetValues<OrdStatus>().Except(stood));
        Assert.Equal(
            [
                (BreakerState.Closed, RiskLimitKind.None), (BreakerState.Open, RiskLimitKind.BreakerMaxFailures), (BreakerState.Open, RiskLimitKind.BreakerMaxFailureBps),
                (BreakerState.Open, RiskLimitKind.BreakerMaxLatency), (BreakerState.Open, RiskLimitKind.BreakerMaxShortfallBps), (BreakerState.Open, RiskLimitKind.BreakerMaxLosses),
                (BreakerState.HalfOpen, RiskLimitKind.None),
            ],
            breakers.Order());
        Assert.True(overdue > 10 && stops > 3, $"{overdue} orders were overdue, {stops} venues stopped");
        Assert.True(reduced > 3, $"{reduced} orders were made smaller at their venue");
    }

    [Theory]
    [InlineData(14)]
    [InlineData(13)]
    [InlineData(15)]
    public void It_does_so_where_the_gateway_refuses_and_slots_are_few(int seed)
    {
        using ReferenceRun run = new(seed, gatewayRefusesOneIn: 3, maxOrders: 5);
        run.Drive(Steps);
        (long refused, long full) = (run.Counters.RejectsFor(RejectReason.GatewayRefused), run.Counters.RejectsFor(RejectReason.OrderCapacity));
        Assert.True(refused > 10 && full > 10, $"seed {seed} must cover both: {refused} refused, {full} without a slot");
    }
}
