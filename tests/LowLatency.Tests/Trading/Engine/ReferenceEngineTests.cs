using LowLatency.Testing.Model;
using LowLatency.Trading.Orders;
using Xunit;

namespace LowLatency.Tests.Trading.Engine;

/// <summary>The engine against the plain one, on random streams: every byte of every report and request, positions, reservations and counters after every step. Longer runs are in LowLatency.Simulation.</summary>
public class ReferenceEngineTests
{
    private const int Steps = 3_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_says_what_the_plain_engine_says(int seed)
    {
        using ReferenceRun run = new(seed);
        run.Drive(Steps);
        Assert.True(run.Counters.Fills > 100 && run.Counters.Acks > 50 && run.Counters.IllegalReports > 0 && run.Counters.OverFills > 0 && run.Counters.BadCommands > 0 && run.Counters.BadMarketData > 0, $"seed {seed} must cover these");
        RejectReason[] never = [.. Enum.GetValues<RejectReason>().Where(reason => run.Reports.All(r => !r.FailedChecks.Contains(reason)))];
        Assert.Equal([RejectReason.None, RejectReason.UnknownAccount, RejectReason.OrderCapacity, RejectReason.GatewayRefused, RejectReason.VenueRejected, RejectReason.VenueTooLate], never);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void It_does_so_where_the_gateway_refuses_and_slots_are_few(int seed)
    {
        using ReferenceRun run = new(seed, gatewayRefusesOneIn: 7, maxOrders: 5);
        run.Drive(Steps);
        Assert.True(run.Counters.RejectsFor(RejectReason.GatewayRefused) > 20 && run.Counters.RejectsFor(RejectReason.OrderCapacity) > 20, $"seed {seed} must cover these");
    }
}
