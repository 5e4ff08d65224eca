using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk;

/// <summary>Orders that work too long or are not answered, and those of a strategy that has lost its session.</summary>
public class OrderAgeTests
{
    private static EngineBench With(params (RiskScope Scope, RiskLimitKind Kind, long Value)[] limits)
    {
        EngineBench bench = new(d => Array.ForEach(limits, limit => d.SetLimit(in limit.Scope, limit.Kind, limit.Value)));
        bench.Quote(Abc, "10.00", "10.10");
        bench.Quote(Xyz, "10.00", "10.50");
        return bench;
    }

    private static OrderHandle Send(EngineBench bench, InstrumentId? instrument = null, TimeInForce timeInForce = TimeInForce.Gtc)
    {
        bench.Limit(Side.Buy, "10.00", "10", instrument, timeInForce: timeInForce);
        return bench.Requests()[^1].Handle;
    }

    private static string Sent(EngineBench bench) => string.Join(' ', bench.Requests().Select(request => $"{request.Kind}"));

    private static void PassTime(EngineBench bench, long toNs)
    {
        bench.TimeNs = toNs;
        bench.Engine.MarketData.PublishTime(toNs);
        bench.Run();
    }

    [Fact]
    public void An_order_may_work_so_long_and_is_canceled_a_nanosecond_later_once()
    {
        using EngineBench bench = With((RiskScope.Firm, RiskLimitKind.MaxOrderAge, 1_000));
        OrderHandle handle = Send(bench);
        long sentNs = bench.Engine.TimeNs;
        bench.Report(handle, ExecType.New);
        PassTime(bench, sentNs + 1_000);
        Assert.Equal("", Sent(bench));
        PassTime(bench, sentNs + 1_001);
        PassTime(bench, sentNs + 5_000);
        Assert.Equal(("Cancel", 1L), (Sent(bench), bench.Engine.Counters.OverdueOrders));
        bench.Report(handle, ExecType.Canceled);
        Assert.Equal(0, bench.Engine.OpenOrders);
    }

    [Fact]
    public void The_tightest_limit_of_its_levels_counts_and_those_with_a_longer_one_stay()
    {
        using EngineBench bench = With((RiskScope.Firm, RiskLimitKind.MaxOrderAge, 9_000), (RiskScope.Of(Xyz), RiskLimitKind.MaxOrderAge, 1_000));
        bench.Report(Send(bench), ExecType.New);
        OrderHandle xyz = Send(bench, Xyz);
        bench.Report(xyz, ExecType.New);
        PassTime(bench, bench.TimeNs + 2_000);
        Assert.Equal(xyz, bench.Requests().Single().Handle);
        PassTime(bench, bench.TimeNs + 9_000);
        Assert.Equal("Cancel", Sent(bench));
    }

    [Fact]
    public void One_that_is_not_answered_is_canceled_and_one_that_is_stays()
    {
        using EngineBench bench = With((RiskScope.Firm, RiskLimitKind.MaxUnacknowledged, 1_000));
        OrderHandle silent = Send(bench);
        bench.Report(Send(bench), ExecType.New);
        PassTime(bench, bench.TimeNs + 2_000);
        Assert.Equal(silent, bench.Requests().Single().Handle);
    }

    [Fact]
    public void A_venue_that_does_not_answer_is_stopped()
    {
        using EngineBench bench = With((RiskScope.Of(FirstVenue), RiskLimitKind.MaxUnacknowledgedStop, 1_000));
        Send(bench);
        bench.Report(Send(bench), ExecType.New);
        PassTime(bench, bench.TimeNs + 2_000);
        PassTime(bench, bench.TimeNs + 2_000);
        Assert.Equal(("Cancel Cancel", 1L), (Sent(bench), bench.Engine.Counters.VenueStops));
        bench.Limit(Side.Buy, "10.00", "10");
        Assert.Equal(RejectReason.KillSwitch, Reports(bench.First)[^1].RejectReason);
        bench.Limit(Side.Buy, "10.00", "100", venue: SecondVenue);
        Assert.Single(bench.Requests(1));
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public void A_strategy_that_has_lost_its_session_has_its_orders_canceled_and_no_other(bool keepsLasting, int canceled)
    {
        using EngineBench bench = With();
        OrderHandle day = Send(bench, timeInForce: TimeInForce.Day);
        bench.Limit(Side.Buy, "10.00", "10", port: bench.Second);
        OrderTerms stop = OrderTerms.Stop(Px("10.50"));
        bench.First.NewOrder(bench.First.NextClOrdId, bench.TimeNs, Abc, Side.Buy, OrderType.Stop, TimeInForce.Gtc, default, Qty("10"), in stop);
        Send(bench);
        bench.First.Disconnect(bench.TimeNs, keepsLasting);
        bench.Run();
        List<VenueRequest> requests = bench.Requests();
        Assert.Equal(day, requests[0].Handle);
        int ended = Reports(bench.First).Count(report => report.OrdStatus == OrdStatus.Canceled);
        Assert.Equal(canceled, requests.Count + ended);
        Assert.Single(Passed(bench));
    }

    private static List<VenueRequest> Passed(EngineBench bench)
    {
        bench.Limit(Side.Buy, "10.00", "10");
        return bench.Requests();
    }
}
