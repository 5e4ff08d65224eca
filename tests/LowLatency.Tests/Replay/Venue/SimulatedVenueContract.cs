using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Orders;
using Xunit;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>What every simulated venue does, whatever its model of fills. The market is 100 lots bid at 1000 and 100 lots offered at 1010.</summary>
public abstract class SimulatedVenueContract
{
    protected abstract ISimulatedVenue Create(Instrument instrument);

    /// <summary>Lets the venue see 100 lots at a price, in ticks of 0.01 and lots of 1.</summary>
    internal abstract void Show(VenueScript script, Side side, long price);

    [Fact]
    public void The_market_alone_makes_no_report()
    {
        using VenueScript script = Open();
        Assert.Empty(script.Take());
    }

    [Fact]
    public void A_resting_order_is_new_and_can_be_canceled()
    {
        using VenueScript script = Open();
        Assert.Equal(["1 New"], script.Buy(1, 5, 1000).Take());
        Assert.Equal(["1 Canceled"], script.Cancel(1).Take());
        Assert.Equal(["1 CancelReject VenueTooLate"], script.Cancel(1).Take());
    }

    [Fact]
    public void Reports_carry_what_the_request_named_and_the_venues_time()
    {
        using VenueScript script = Open();
        script.Buy(1, 5, 1000).Replace(1, 6, 999).Cancel(1).Cancel(1);
        Assert.All(script.Reports, report => Assert.Equal((VenueScript.Handle(1), new InstrumentId(1), new VenueId(3)), (report.Handle, report.Instrument, report.Venue)));
        long first = script.Reports[0].TransactTimeNs;
        Assert.Equal([first, first + 1, first + 2, first + 3], script.Reports.Select(report => report.TransactTimeNs));
    }

    [Fact]
    public void Cancel_and_replace_of_an_order_it_never_had_are_too_late()
    {
        using VenueScript script = Open();
        Assert.Equal(["4 CancelReject VenueTooLate", "4 ReplaceReject VenueTooLate"], script.Cancel(4).Replace(4, 5, 999).Take());
    }

    [Fact]
    public void A_replacement_tells_the_new_price_and_total()
    {
        using VenueScript script = Open();
        Assert.Equal(["1 New", "1 Replaced 7@998", "1 Replaced 3@998"], script.Buy(1, 5, 1000).Replace(1, 7, 998).Replace(1, 3, 998).Take());
    }

    [Fact]
    public void A_crossing_order_takes_at_the_opposite_best()
    {
        using VenueScript script = Open();
        Assert.Equal(["1 New", "1 Trade 30@1010 Removed"], script.Buy(1, 30, 1012).Take());
        Assert.Equal(["2 New", "2 Trade 40@1000 Removed"], script.Market(2, Side.Sell, 40).Take());
        Assert.Equal(["1 CancelReject VenueTooLate", "2 ReplaceReject VenueTooLate"], script.Cancel(1).Replace(2, 50, 1001).Take());
    }

    [Fact]
    public void Immediate_orders_that_meet_nothing_are_canceled()
    {
        using VenueScript script = Open();
        Assert.Equal(["1 New", "1 Canceled"], script.Buy(1, 5, 1009, TimeInForce.Ioc).Take());
        Assert.Equal(["2 New", "2 Canceled"], script.Sell(2, 5, 1001, TimeInForce.Fok).Take());
    }

    [Fact]
    public void A_post_only_order_expires_instead_of_taking_and_rests_otherwise()
    {
        using VenueScript script = Open();
        Assert.Equal(["1 New", "1 Expired"], script.Sell(1, 5, 1000, inst: ExecInst.PostOnly).Take());
        Assert.Equal(["2 New", "2 Canceled"], script.Sell(2, 5, 1001, inst: ExecInst.PostOnly).Cancel(2).Take());
    }

    [Fact]
    public void Order_numbers_and_execution_numbers_never_come_twice()
    {
        using VenueScript script = Open();
        script.Buy(1, 5, 1000).Buy(2, 5, 1010).Sell(3, 5, 1010).Sell(4, 5, 1000);
        ulong[] orders = [.. script.Reports.Where(r => r.ExecType == ExecType.New).Select(r => r.VenueNumber)];
        ulong[] executions = [.. script.Reports.Where(r => r.ExecType == ExecType.Trade).Select(r => r.VenueNumber)];
        Assert.Equal((4, 2), (orders.Distinct().Count(), executions.Distinct().Count()));
        Assert.DoesNotContain(0ul, orders.Concat(executions));
    }

    private VenueScript Open()
    {
        VenueScript script = new(Create(VenueScript.Instrument()));
        Show(script, Side.Buy, 1000);
        Show(script, Side.Sell, 1010);
        return script;
    }
}
