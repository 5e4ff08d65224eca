using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Breakers;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Breakers;

/// <summary>Circuit breakers: each cause at its limit and one beyond, what is let through in each state, and what is told.</summary>
public class CircuitBreakerTests
{
    private const long Cooldown = 1_000_000;

    private static EngineBench With(params (RiskLimitKind Kind, long Value)[] limits) => With(RiskScope.Firm, limits);

    private static EngineBench With(RiskScope scope, params (RiskLimitKind Kind, long Value)[] limits)
    {
        EngineBench bench = new(d => Array.ForEach(limits, limit => d.SetLimit(in scope, limit.Kind, limit.Value)));
        bench.Quote(Abc, "10.00", "10.10");
        return bench;
    }

    private static OrderHandle Send(EngineBench bench, Side side = Side.Buy, string price = "10.00", StrategyPort? port = null)
    {
        bench.Limit(side, price, "10", port: port);
        return bench.Requests().Single().Handle;
    }

    private static void Refuse(EngineBench bench) => bench.Report(Send(bench), ExecType.Rejected, reason: RejectReason.VenueRejected);

    /// <summary>Whether an order of the first strategy, or another, is sent.</summary>
    private static bool Passes(EngineBench bench, StrategyPort? port = null)
    {
        bench.Limit(Side.Buy, "10.00", "10", port: port);
        return bench.Requests().Count == 1;
    }

    private static string[] Alerts(EngineBench bench) => [.. Enumerable.Range(0, (int)bench.Engine.BreakerAlerts.Count).Select(i =>
    {
        Assert.True(bench.Engine.BreakerAlerts.TryRead(i, out BreakerAlert alert));
        return $"{alert.Scope} {alert.State} {alert.Cause} {alert.Value} {alert.Limit}";
    })];

    [Fact]
    public void It_opens_with_one_refusal_more_than_allowed_and_stays_open_until_an_operator_closes_it()
    {
        using EngineBench bench = With((RiskLimitKind.BreakerMaxFailures, 2));
        Refuse(bench);
        Refuse(bench);
        Assert.True(Passes(bench));
        Refuse(bench);
        Reports(bench.First);
        Assert.False(Passes(bench));
        Assert.Equal(
            $"CircuitBreaker {(int)RiskLimitKind.BreakerMaxFailures} {long.MaxValue}",
            Reports(bench.First).Select(r => $"{r.RejectReason} {r.RejectValue} {r.RejectLimit}").Single());
        bench.TimeNs += 1L << 50;
        Assert.False(Passes(bench));
        bench.Engine.Operator.Send(OperatorCommand.Enable, bench.TimeNs, RiskScope.Firm);
        Assert.True(Passes(bench));
        Assert.Equal(["firm Open BreakerMaxFailures 3 2"], Alerts(bench));
    }

    [Fact]
    public void Refusals_count_within_their_window_only()
    {
        using EngineBench bench = With((RiskLimitKind.BreakerMaxFailures, 1), (RiskLimitKind.BreakerWindow, 100_000));
        Refuse(bench);
        bench.TimeNs += 100_000;
        Refuse(bench);
        bench.TimeNs += 50_000;
        Assert.True(Passes(bench));
        Refuse(bench);
        Assert.False(Passes(bench));
    }

    [Fact]
    public void The_share_of_refusals_counts_from_ten_answers_on()
    {
        using EngineBench bench = With((RiskLimitKind.BreakerMaxFailureBps, 5_000));
        for (int i = 0; i < 5; i++)
        {
            bench.Report(Send(bench), ExecType.New);
        }

        for (int i = 0; i < 5; i++)
        {
            Assert.True(Passes(bench));
            Refuse(bench);
        }

        Assert.True(Passes(bench));
        Refuse(bench);
        Assert.Equal(["firm Open BreakerMaxFailureBps 5454 5000"], Alerts(bench));
    }

    [Theory]
    [InlineData(ExecType.New, 500, true)]
    [InlineData(ExecType.New, 501, false)]
    [InlineData(ExecType.Trade, 500, true)]
    [InlineData(ExecType.Trade, 501, false)]
    public void A_first_answer_may_take_so_long_and_no_longer(ExecType answer, long waitNs, bool passes)
    {
        using EngineBench bench = With((RiskLimitKind.BreakerMaxLatency, 500));
        OrderHandle handle = Send(bench);
        bench.TimeNs += waitNs - 1;
        bench.Report(handle, answer, "10.00", "5");
        bench.TimeNs += 10_000;
        bench.Report(handle, ExecType.Trade, "10.00", "5", number: 9);
        Assert.Equal(passes, Passes(bench));
    }

    [Theory]
    [InlineData(Side.Buy, "10.2010", true)]
    [InlineData(Side.Buy, "10.2011", false)]
    [InlineData(Side.Sell, "9.90", true)]
    [InlineData(Side.Sell, "9.8999", false)]
    public void A_fill_may_be_so_much_worse_than_the_opposite_best_when_the_order_was_sent(Side side, string price, bool passes)
    {
        using EngineBench bench = With((RiskLimitKind.BreakerMaxShortfallBps, 100));
        OrderHandle handle = Send(bench, side, side == Side.Buy ? "10.30" : "9.80");
        bench.Quote(Abc, "9.00", "11.00");
        bench.Report(handle, ExecType.Trade, price, "10");
        bench.Quote(Abc, "10.00", "10.10");
        Assert.Equal(passes, Passes(bench));
    }

    [Fact]
    public void Losses_in_a_row_open_it_and_a_win_begins_anew()
    {
        using EngineBench bench = With((RiskLimitKind.BreakerMaxLosses, 1));
        void Close(string price)
        {
            bench.Report(Send(bench), ExecType.Trade, "10.00", "10", number: bench.First.NextClOrdId);
            bench.Report(Send(bench, Side.Sell, price), ExecType.Trade, price, "10", number: bench.First.NextClOrdId);
        }

        Close("9.99");
        Close("10.01");
        Close("9.99");
        Assert.True(Passes(bench));
        Close("9.99");
        Assert.False(Passes(bench));
        Assert.Equal(["firm Open BreakerMaxLosses 2 1"], Alerts(bench));
    }

    [Theory]
    [InlineData("10.00", "10.10", true)]
    [InlineData("10.00", "10.11", false)]
    [InlineData("10.00", "0", false)]
    [InlineData("10.10", "10.00", true)]
    public void Nothing_passes_while_the_spread_is_wider(string bid, string ask, bool passes)
    {
        using EngineBench bench = With(RiskScope.Of(Abc), (RiskLimitKind.BreakerMaxSpreadBps, 100));
        bench.Quote(Abc, bid, ask);
        Assert.Equal(passes, Passes(bench));
        bench.Quote(Abc, "10.00", "10.10");
        Assert.True(Passes(bench));
    }

    [Fact]
    public void After_the_cool_down_so_many_probes_pass_and_all_taken_close_it()
    {
        using EngineBench bench = With((RiskLimitKind.BreakerMaxFailures, 0), (RiskLimitKind.BreakerCooldown, Cooldown), (RiskLimitKind.BreakerProbes, 2));
        Refuse(bench);
        long openedNs = bench.Engine.TimeNs;
        bench.TimeNs = openedNs + Cooldown - 1;
        Assert.False(Passes(bench));
        bench.TimeNs = openedNs + Cooldown;
        OrderHandle first = Send(bench);
        OrderHandle second = Send(bench);
        Assert.False(Passes(bench));
        bench.Report(first, ExecType.New);
        Assert.False(Passes(bench));
        bench.Report(second, ExecType.New);
        Assert.True(Passes(bench));
        Assert.Equal(["firm Open BreakerMaxFailures 1 0", "firm HalfOpen None 0 0", "firm Closed None 0 0"], Alerts(bench));
    }

    [Fact]
    public void A_probe_that_is_refused_opens_it_again_and_probes_without_an_answer_are_sent_again()
    {
        using EngineBench bench = With((RiskLimitKind.BreakerMaxFailures, 0), (RiskLimitKind.BreakerCooldown, Cooldown));
        Refuse(bench);
        bench.TimeNs += Cooldown;
        Refuse(bench);
        Assert.False(Passes(bench));
        bench.TimeNs += Cooldown;
        Assert.True(Passes(bench));
        Assert.False(Passes(bench));
        bench.TimeNs += Cooldown;
        Assert.True(Passes(bench));
        Assert.Equal(["firm Open BreakerMaxFailures 1 0", "firm HalfOpen None 0 0", "firm Open BreakerMaxFailures 1 0", "firm HalfOpen None 0 0"], Alerts(bench));
    }

    [Fact]
    public void A_breaker_is_of_its_scope_and_cancels_always_pass()
    {
        using EngineBench bench = With(RiskScope.Of(new StrategyId(1)), (RiskLimitKind.BreakerMaxFailures, 0));
        OrderHandle working = Send(bench);
        bench.Report(working, ExecType.New);
        Refuse(bench);
        Assert.False(Passes(bench));
        Assert.True(Passes(bench, bench.Second));
        bench.First.Replace(bench.First.NextClOrdId, bench.TimeNs, working, Px("9.99"), Qty("10"));
        bench.First.Cancel(bench.First.NextClOrdId, bench.TimeNs, working);
        bench.Run();
        Assert.Equal(["Cancel"], bench.Requests().Select(request => $"{request.Kind}"));
        Assert.Equal(["strategy=1 Open BreakerMaxFailures 1 0"], Alerts(bench));
    }

    [Fact]
    public void What_the_gateway_could_not_send_counts_as_refused()
    {
        using EngineBench bench = With((RiskLimitKind.BreakerMaxFailures, 0));
        bench.Report(Send(bench), ExecType.Rejected, reason: RejectReason.GatewayRefused);
        Assert.False(Passes(bench));
    }
}
