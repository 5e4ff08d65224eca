using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk;

/// <summary>Trades with oneself: what becomes of the new order and of those it would meet, by action and by whose they are.</summary>
public class SelfTradeTests
{
    private static EngineBench With(SelfTradeAction? action, RiskScope? scope = null, Action<EngineDefinition>? change = null)
    {
        EngineBench bench = new(d =>
        {
            if (action is { } one)
            {
                d.SetLimit(scope ?? RiskScope.Of(FirstAccount), RiskLimitKind.SelfTradePrevention, (int)one);
            }

            change?.Invoke(d);
        });
        bench.Quote(Abc, "10.00", "10.10");
        return bench;
    }

    /// <summary>Rests sell orders of the first strategy, acknowledged.</summary>
    private static OrderHandle[] Rest(EngineBench bench, params (string Price, string Quantity)[] orders) =>
        [.. orders.Select(order =>
        {
            bench.Limit(Side.Sell, order.Price, order.Quantity);
            OrderHandle handle = bench.Requests().Single().Handle;
            bench.Report(handle, ExecType.New);
            bench.Lines();
            return handle;
        })];

    private static string[] Sent(EngineBench bench) => [.. bench.Requests().Select(r => $"{r.Kind} {r.ClOrdId} {r.Quantity}@{r.Price}")];

    [Theory]
    [InlineData("10.05", "SelfTrade 10.05 10.05")]
    [InlineData("10.08", "SelfTrade 10.08 10.05")]
    [InlineData("10.04", null)]
    public void The_newest_is_refused_where_it_would_meet_one_and_not_a_tick_before(string price, string? refusal)
    {
        using EngineBench bench = With(SelfTradeAction.CancelNewest);
        Rest(bench, ("10.07", "10"), ("10.05", "10"));
        bench.Limit(Side.Buy, price, "10");
        Assert.Equal(refusal is null ? 1 : 0, bench.Requests().Count);
        Assert.Equal(refusal is null ? [] : [refusal], Reports(bench.First).Select(r => $"{r.RejectReason} {new Price(r.RejectValue)} {new Price(r.RejectLimit)}"));
    }

    [Fact]
    public void A_market_order_meets_any()
    {
        using EngineBench bench = With(SelfTradeAction.CancelNewest);
        Rest(bench, ("10.50", "10"));
        bench.First.NewOrder(2, bench.TimeNs, Abc, Side.Buy, OrderType.Market, TimeInForce.Ioc, default, Qty("10"));
        bench.Run();
        Assert.Equal(RejectReason.SelfTrade, bench.OnlyReport().RejectReason);
    }

    [Fact]
    public void Others_accounts_venues_sides_and_what_cannot_rest_are_not_met()
    {
        using EngineBench bench = With(SelfTradeAction.CancelNewest, null, d => d.SetLimit(RiskScope.Of(SecondAccount), RiskLimitKind.SelfTradePrevention, 0));
        bench.Limit(Side.Sell, "10.05", "10", port: bench.Second);
        bench.Limit(Side.Sell, "10.05", "100", venue: SecondVenue);
        bench.Limit(Side.Sell, "10.05", "10", timeInForce: TimeInForce.Ioc);
        bench.Limit(Side.Buy, "10.00", "10");
        Assert.Equal(3, bench.Requests().Count);
        bench.Limit(Side.Buy, "10.05", "10");
        Assert.Single(bench.Requests());
    }

    [Fact]
    public void Set_for_the_firm_it_looks_at_every_account()
    {
        using EngineBench bench = With(SelfTradeAction.CancelNewest, RiskScope.Firm);
        bench.Limit(Side.Sell, "10.05", "10", port: bench.Second);
        bench.Requests();
        bench.Limit(Side.Buy, "10.05", "10");
        Assert.Equal(RejectReason.SelfTrade, bench.OnlyReport().RejectReason);
    }

    [Fact]
    public void A_venue_that_prevents_them_itself_is_left_to_it()
    {
        using EngineBench bench = With(SelfTradeAction.CancelNewest, null, d => d.SetAbilities(FirstVenue, VenueAbilities.Standard | VenueAbilities.SelfTradePrevention));
        Rest(bench, ("10.05", "10"));
        bench.Limit(Side.Buy, "10.05", "10");
        Assert.Single(bench.Requests());
    }

    [Fact]
    public void The_oldest_are_canceled_and_the_new_one_leaves_when_all_have_ended()
    {
        using EngineBench bench = With(SelfTradeAction.CancelOldest);
        OrderHandle[] resting = Rest(bench, ("10.05", "10"), ("10.06", "20"), ("10.09", "30"));
        bench.Limit(Side.Buy, "10.06", "100");
        Assert.Equal(["New Held id=4 Buy 100@10.06 cum=0 leaves=100"], bench.Lines());
        Assert.Equal(["Cancel 0 0@0", "Cancel 0 0@0"], Sent(bench));
        bench.Report(resting[0], ExecType.Canceled);
        Assert.Empty(Sent(bench));
        Assert.Equal(["Canceled Canceled id=1 Sell 10@10.05 cum=0 leaves=0"], bench.Lines());
        bench.Report(resting[1], ExecType.Trade, "10.06", "20");
        Assert.Equal(["New 4 100@10.06"], Sent(bench));
        Assert.Equal("Triggered PendingNew id=4 Buy 100@10.06 cum=0 leaves=100", bench.Lines()[^1]);
        Assert.Equal(3, bench.Engine.OpenOrders);
    }

    [Fact]
    public void One_that_waits_can_be_canceled_and_replaced_out_of_the_way()
    {
        using EngineBench bench = With(SelfTradeAction.CancelOldest);
        Rest(bench, ("10.05", "10"));
        ulong first = bench.Limit(Side.Buy, "10.06", "100");
        ulong second = bench.Limit(Side.Buy, "10.06", "100");
        Sent(bench);
        bench.First.Cancel(bench.First.NextClOrdId, bench.TimeNs, first);
        bench.First.Replace(bench.First.NextClOrdId, bench.TimeNs, second, Px("10.04"), Qty("50"));
        bench.Run();
        Assert.Equal(["New 5 50@10.04"], Sent(bench));
    }

    [Fact]
    public void Both_go()
    {
        using EngineBench bench = With(SelfTradeAction.CancelBoth);
        Rest(bench, ("10.05", "10"), ("10.09", "10"));
        bench.Limit(Side.Buy, "10.06", "100");
        Assert.Equal(["Rejected Rejected id=3 Buy 100@10.06 cum=0 leaves=0 SelfTrade"], bench.Lines());
        Assert.Equal(["Cancel 0 0@0"], Sent(bench));
    }

    [Fact]
    public void What_fails_for_another_reason_cancels_nothing()
    {
        using EngineBench bench = With(SelfTradeAction.CancelBoth);
        Rest(bench, ("10.05", "10"));
        bench.Limit(Side.Buy, "10.06", "1001");
        Assert.Equal(RejectReason.OrderQuantityLimit, bench.OnlyReport().RejectReason);
        Assert.Empty(Sent(bench));
    }

    [Fact]
    public void The_smaller_is_taken_off_both_the_nearest_first()
    {
        using EngineBench bench = With(SelfTradeAction.Decrement);
        OrderHandle[] resting = Rest(bench, ("10.06", "20"), ("10.05", "10"));
        bench.Limit(Side.Buy, "10.06", "15");
        Assert.Equal(["Rejected Rejected id=3 Buy 15@10.06 cum=0 leaves=0 SelfTrade"], bench.Lines());
        Assert.Equal(["Cancel 0 0@0", "Replace 1 15@10.06"], Sent(bench).Order(StringComparer.Ordinal));
        bench.Report(resting[1], ExecType.Canceled);
        bench.Report(resting[0], ExecType.Replaced, answersReplace: true);
        Assert.Equal("Replaced New id=1 orig=1 Sell 15@10.06 cum=0 leaves=15", bench.Lines()[^1]);
    }

    [Fact]
    public void What_is_left_of_a_larger_one_waits_and_leaves()
    {
        using EngineBench bench = With(SelfTradeAction.Decrement);
        OrderHandle[] resting = Rest(bench, ("10.05", "10"));
        bench.Limit(Side.Buy, "10.06", "15");
        Assert.Equal(["New Held id=2 Buy 5@10.06 cum=0 leaves=5"], bench.Lines());
        Assert.Equal(Qty("5"), bench.Engine.Position(FirstAccount, Abc).WorkingBuy);
        Assert.Equal(["Cancel 0 0@0"], Sent(bench));
        bench.Report(resting[0], ExecType.Canceled);
        Assert.Equal(["New 2 5@10.06"], Sent(bench));
    }

    [Fact]
    public void A_replacement_that_would_meet_one_is_refused_and_both_prices_of_one_count()
    {
        using EngineBench bench = With(SelfTradeAction.CancelOldest);
        OrderHandle sell = Rest(bench, ("10.09", "10"))[0];
        bench.Limit(Side.Buy, "10.00", "10");
        OrderHandle buy = bench.Requests().Single().Handle;
        bench.Report(buy, ExecType.New);
        bench.First.Replace(bench.First.NextClOrdId, bench.TimeNs, sell, Px("10.05"), Qty("10"));
        bench.First.Replace(bench.First.NextClOrdId, bench.TimeNs, buy, Px("10.05"), Qty("10"));
        bench.Run();
        Assert.Equal(["Replace 3 10@10.05"], Sent(bench));
        Assert.Equal("CancelReject New id=4 orig=2 Buy 10@10 cum=0 leaves=10 SelfTrade", bench.Lines()[^1]);
    }

    [Fact]
    public void A_stop_that_is_triggered_waits_too()
    {
        using EngineBench bench = With(SelfTradeAction.CancelOldest);
        OrderTerms stop = OrderTerms.Stop(Px("10.15"));
        bench.First.NewOrder(1, bench.TimeNs, Abc, Side.Buy, OrderType.Stop, TimeInForce.Gtc, default, Qty("10"), in stop);
        OrderHandle sell = Rest(bench, ("10.20", "10"))[0];
        bench.Quote(Abc, "10.10", "10.15");
        Assert.Equal(["Cancel 0 0@0"], Sent(bench));
        bench.Report(sell, ExecType.Canceled);
        Assert.Equal(["New 1 10@0"], Sent(bench));
    }

    [Fact]
    public void Set_while_orders_work_it_counts_them_in()
    {
        using EngineBench bench = With(null);
        Rest(bench, ("10.05", "10"));
        bench.Limit(Side.Buy, "10.00", "10");
        bench.Requests();
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.SelfTradePrevention, (int)SelfTradeAction.CancelNewest, bench.TimeNs);
        bench.Limit(Side.Buy, "10.05", "10");
        bench.Limit(Side.Sell, "10.00", "10");
        Assert.Equal(["SelfTrade", "SelfTrade"], Reports(bench.First).Select(r => $"{r.RejectReason}"));
    }

    [Fact]
    public void A_kill_ends_one_that_waits()
    {
        using EngineBench bench = With(SelfTradeAction.CancelOldest);
        OrderHandle sell = Rest(bench, ("10.05", "10"))[0];
        bench.Limit(Side.Buy, "10.06", "100");
        bench.Engine.Operator.Send(OperatorCommand.Kill, bench.TimeNs);
        bench.Run();
        bench.Report(sell, ExecType.Canceled);
        Assert.Equal(0, bench.Engine.OpenOrders);
        Assert.Equal(["New Held", "Canceled Canceled", "Canceled Canceled"], Reports(bench.First).Select(r => $"{r.ExecType} {r.OrdStatus}"));
    }
}
