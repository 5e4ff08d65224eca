using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Controls;

/// <summary>The controls that count orders and fills: each passes at its limit, fails one beyond, counts per scope, and starts anew where it should.</summary>
public class CountingControlTests
{
    private const long DayNs = 86_400_000_000_000;

    private static EngineBench With(RiskScope scope, params (RiskLimitKind Kind, Int128 Value)[] limits)
    {
        EngineBench bench = new(d =>
        {
            foreach ((RiskLimitKind kind, Int128 value) in limits)
            {
                d.SetLimit(in scope, kind, value);
            }
        });
        bench.Quote(Abc, "10.00", "10.01");
        bench.Quote(Xyz, "10.00", "10.50");
        return bench;
    }

    private static Int128 Money(string text) => Notional.Parse(text).Raw;

    /// <summary>The refusals of the first strategy so far, with value and limit.</summary>
    private static List<string> Refusals(EngineBench bench, bool money = false) => [.. Reports(bench.First)
        .Where(r => r.ExecType is ExecType.Rejected or ExecType.CancelReject)
        .Select(r => money
            ? $"{r.ClOrdId} {r.RejectReason} {new Price(r.RejectValue)}>{new Price(r.RejectLimit)} room {r.LargestQuantity}"
            : $"{r.ClOrdId} {r.RejectReason} {r.RejectValue}>{r.RejectLimit}")];

    private static OrderHandle[] Handles(EngineBench bench) => [.. bench.Requests().Where(r => r.Kind == VenueRequestKind.New).Select(r => r.Handle)];

    [Fact]
    public void Working_orders_are_counted_until_they_end()
    {
        using EngineBench bench = With(RiskScope.Of(FirstAccount), (RiskLimitKind.MaxWorkingOrders, 2));
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Sell, "10", "10", Xyz);
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Buy, "10", "10", port: bench.Second);
        OrderHandle[] sent = Handles(bench);
        Assert.Equal(3, sent.Length);
        bench.Report(sent[0], ExecType.Trade, "10", "9");
        bench.Limit(Side.Buy, "10", "10");
        bench.Report(sent[0], ExecType.Trade, "10", "1");
        bench.Limit(Side.Buy, "10", "10");
        bench.Report(sent[1], ExecType.New);
        bench.First.Replace(bench.First.NextClOrdId, 1, sent[1], Px("10"), Qty("20"));
        bench.Run();
        Assert.Equal(["3 WorkingOrderLimit 3>2", "4 WorkingOrderLimit 3>2"], Refusals(bench));
    }

    [Fact]
    public void Orders_of_a_day_are_counted_until_the_next()
    {
        using EngineBench bench = With(RiskScope.Of(new StrategyId(1)), (RiskLimitKind.MaxDailyOrders, 2));
        for (int i = 0; i < 3; i++)
        {
            bench.Limit(Side.Buy, "10", "10");
        }

        bench.TimeNs = DayNs - 1;
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Buy, "10", "10");
        bench.Engine.Operator.Send(OperatorCommand.StartDay, bench.TimeNs);
        bench.Limit(Side.Buy, "10", "10");
        Assert.Equal(["3 DailyOrderCount 3>2", "4 DailyOrderCount 3>2", "7 DailyOrderCount 3>2"], Refusals(bench));
        Assert.Equal(5, bench.Requests().Count);
    }

    [Fact]
    public void A_day_may_begin_at_any_time_of_day()
    {
        using EngineBench bench = new(d =>
        {
            d.DayStartNs = 5_000;
            d.SetLimit(RiskScope.Firm, RiskLimitKind.MaxDailyOrders, 1);
        });
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "10");
        bench.TimeNs = 4_999;
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Buy, "10", "10");
        Assert.Equal(["2 DailyOrderCount 2>1"], Refusals(bench));
    }

    [Fact]
    public void Value_traded_today_and_open_is_limited_gross()
    {
        using EngineBench bench = With(RiskScope.Firm, (RiskLimitKind.MaxGrossCredit, Money("3000")));
        bench.Limit(Side.Buy, "10", "100");
        bench.Limit(Side.Sell, "10", "100");
        bench.Limit(Side.Buy, "10", "101");
        bench.Limit(Side.Buy, "10", "100");
        OrderHandle[] sent = Handles(bench);
        bench.Report(sent[0], ExecType.Trade, "9.50", "60");
        bench.Report(sent[1], ExecType.Canceled);
        bench.Limit(Side.Sell, "10", "104");
        bench.Limit(Side.Sell, "10", "103");
        Assert.Equal(["3 CreditLimit 3010>3000 room 100", "5 CreditLimit 3010>3000 room 103"], Refusals(bench, money: true));
        bench.TimeNs = DayNs + 1;
        bench.Limit(Side.Buy, "10", "57");
        Assert.Empty(Refusals(bench));
        bench.Limit(Side.Buy, "10", "1");
        Assert.Equal(["8 CreditLimit 3010>3000 room 0"], Refusals(bench, money: true));
    }

    [Fact]
    public void Value_is_limited_net_in_the_direction_of_the_order()
    {
        using EngineBench bench = With(RiskScope.Of(FirstAccount), (RiskLimitKind.MaxNetCredit, Money("1000")));
        bench.Limit(Side.Buy, "10", "100");
        bench.Limit(Side.Buy, "10", "1");
        bench.Limit(Side.Sell, "10", "100");
        bench.Limit(Side.Sell, "10", "1");
        OrderHandle[] sent = Handles(bench);
        bench.Report(sent[1], ExecType.Trade, "10", "100");
        bench.Limit(Side.Buy, "10", "100");
        bench.Limit(Side.Buy, "10", "1");
        Assert.Equal(["2 CreditLimit 1010>1000 room 0", "4 CreditLimit 1010>1000 room 0", "6 CreditLimit 1010>1000 room 0"], Refusals(bench, money: true));
    }

    [Fact]
    public void A_replacement_reserves_the_larger_value_until_it_is_answered()
    {
        using EngineBench bench = With(RiskScope.Firm, (RiskLimitKind.MaxGrossCredit, Money("2000")));
        bench.Limit(Side.Buy, "10", "100");
        OrderHandle handle = Handles(bench).Single();
        bench.Report(handle, ExecType.New);
        bench.First.Replace(2, 1, handle, Px("10"), Qty("201"));
        bench.First.Replace(3, 1, handle, Px("10"), Qty("150"));
        bench.Run();
        bench.Limit(Side.Buy, "10", "51");
        bench.Report(handle, ExecType.CancelReject, answersReplace: true, reason: RejectReason.VenueTooLate);
        bench.Limit(Side.Buy, "10", "100");
        Assert.Equal(["2 CreditLimit 2010>2000 room 200", "4 CreditLimit 2010>2000 room 50", "3 VenueTooLate 0>0 room 0"], Refusals(bench, money: true));
    }

    [Fact]
    public void Value_traded_a_day_counts_fills_and_the_order()
    {
        using EngineBench bench = With(RiskScope.Of(Abc), (RiskLimitKind.MaxDailyTraded, Money("1000")));
        bench.Limit(Side.Buy, "10", "60");
        bench.Limit(Side.Sell, "10", "60");
        bench.Limit(Side.Sell, "10", "101");
        bench.Report(Handles(bench)[0], ExecType.Trade, "10", "60");
        bench.Limit(Side.Sell, "10", "41");
        bench.Limit(Side.Sell, "10", "40");
        Assert.Equal(["3 DailyTradedValue 1010>1000 room 100", "4 DailyTradedValue 1010>1000 room 40"], Refusals(bench, money: true));
    }

    [Fact]
    public void A_market_order_reserves_at_the_opposite_best()
    {
        using EngineBench bench = With(RiskScope.Firm, (RiskLimitKind.MaxGrossCredit, Money("1001")));
        bench.First.NewOrder(1, 1, Abc, Side.Buy, OrderType.Market, TimeInForce.Ioc, default, Qty("100"));
        bench.Run();
        bench.Limit(Side.Buy, "1", "1", Abc);
        bench.Report(Handles(bench).Single(), ExecType.Canceled);
        bench.First.NewOrder(3, 1, Abc, Side.Buy, OrderType.Market, TimeInForce.Ioc, default, Qty("101"));
        bench.Run();
        Assert.Equal(["2 PriceCollar 1>9 room 0", "3 CreditLimit 1011.01>1001 room 100"], Refusals(bench, money: true));
    }

    [Fact]
    public void Messages_take_tokens_that_come_back_at_the_rate()
    {
        using EngineBench bench = With(RiskScope.Of(FirstVenue), (RiskLimitKind.MaxMessageRate, 1_000_000), (RiskLimitKind.MaxMessageBurst, 2));
        bench.TimeNs = 100_000;
        bench.Limit(Side.Buy, "10", "10");
        OrderHandle handle = Handles(bench).Single();
        bench.First.Replace(2, 100_001, handle, Px("10"), Qty("20"));
        bench.Run();
        bench.Report(handle, ExecType.New);
        bench.First.Replace(3, 100_001, handle, Px("10"), Qty("20"));
        bench.Run();
        bench.TimeNs = 100_002;
        bench.Limit(Side.Buy, "10", "10");
        bench.First.Cancel(5, 100_003, handle);
        bench.Limit(Side.Buy, "10.00", "100", venue: SecondVenue);
        bench.TimeNs = 100_999;
        bench.Limit(Side.Buy, "10", "10");
        bench.TimeNs = 101_000;
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Buy, "10", "10");
        Assert.Equal(
            [$"2 OrderPending {handle.Packed}>0", "4 MessageRate 3>2", "7 MessageRate 3>2", "9 MessageRate 3>2"],
            Refusals(bench));
    }

    [Fact]
    public void Without_a_burst_a_second_of_messages_may_come_at_once()
    {
        using EngineBench bench = With(RiskScope.Firm, (RiskLimitKind.MaxMessageRate, 3));
        for (int i = 0; i < 4; i++)
        {
            bench.Limit(Side.Buy, "10", "10");
        }

        bench.TimeNs += 333_333_333;
        bench.Limit(Side.Buy, "10", "10");
        bench.TimeNs += 1;
        bench.Limit(Side.Buy, "10", "10");
        Assert.Equal(["4 MessageRate 4>3"], Refusals(bench).Take(1));
        Assert.Equal(4, bench.Requests().Count);
    }

    [Fact]
    public void The_like_of_an_order_is_refused_within_the_window()
    {
        using EngineBench bench = With(RiskScope.Of(FirstAccount), (RiskLimitKind.DuplicateWindow, 100));
        bench.TimeNs = 10_000;
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Buy, "10", "11");
        bench.Limit(Side.Buy, "10.01", "10");
        bench.Limit(Side.Sell, "10", "10");
        bench.Limit(Side.Buy, "10", "10", Xyz);
        bench.Limit(Side.Buy, "10", "10", port: bench.Second);
        bench.TimeNs = 10_099;
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Buy, "10", "10");
        Assert.Equal(["6 DuplicateOrder 99>100"], Refusals(bench));
        Assert.Equal(7, bench.Requests().Count);
    }

    [Fact]
    public void An_order_that_cannot_be_remembered_is_refused()
    {
        using EngineBench bench = new(d =>
        {
            d.Limits = d.Limits with { DuplicateOrders = 2 };
            d.SetLimit(RiskScope.Firm, RiskLimitKind.DuplicateWindow, 1_000);
        });
        bench.Quote(Abc, "10.00", "10.01");
        bench.TimeNs = 10_000;
        bench.Limit(Side.Buy, "10", "1");
        bench.Limit(Side.Buy, "10", "2");
        bench.Limit(Side.Buy, "10", "3");
        bench.TimeNs = 11_000;
        bench.Limit(Side.Buy, "10", "4");
        Assert.Equal(["3 DuplicateOrder 2>2"], Refusals(bench));
    }

    [Fact]
    public void After_so_many_fills_a_strategy_stops_until_it_is_enabled()
    {
        using EngineBench bench = With(RiskScope.Of(new StrategyId(1)), (RiskLimitKind.MaxExecutions, 2));
        bench.Limit(Side.Buy, "10", "10");
        OrderHandle handle = Handles(bench).Single();
        bench.Report(handle, ExecType.Trade, "10", "1");
        bench.Limit(Side.Buy, "10", "10");
        bench.Report(handle, ExecType.Trade, "10", "1");
        bench.Limit(Side.Buy, "10", "10");
        bench.First.Cancel(bench.First.NextClOrdId, 1, handle);
        bench.Limit(Side.Buy, "10", "10", port: bench.Second);
        bench.Engine.Operator.Send(OperatorCommand.Enable, 1, RiskScope.Firm);
        bench.Limit(Side.Buy, "10", "10");
        bench.Engine.Operator.Send(OperatorCommand.Enable, 1, RiskScope.Of(new StrategyId(1)));
        bench.Limit(Side.Buy, "10", "10");
        Assert.Equal(["3 ExecutionThrottle 3>2", "5 ExecutionThrottle 3>2"], Refusals(bench));
    }

    [Fact]
    public void Messages_are_counted_against_fills()
    {
        using EngineBench bench = With(RiskScope.Firm, (RiskLimitKind.MaxMessagesPerFill, 3));
        bench.Limit(Side.Buy, "10", "10");
        OrderHandle handle = Handles(bench).Single();
        bench.First.Cancel(2, 1, handle);
        bench.Limit(Side.Buy, "10", "10");
        bench.Limit(Side.Buy, "10", "10");
        bench.Report(handle, ExecType.Trade, "10", "1");
        bench.Limit(Side.Buy, "10", "10");
        Assert.Equal(["4 OrderToTradeRatio 4>3"], Refusals(bench));
    }

    [Fact]
    public void A_limit_set_while_running_counts_the_orders_that_work_already()
    {
        using EngineBench bench = With(RiskScope.Firm);
        bench.Limit(Side.Buy, "10", "100");
        bench.Limit(Side.Sell, "10", "100");
        OrderHandle[] sent = Handles(bench);
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxGrossCredit, Money("2500"), 1);
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxWorkingOrders, 3, 1);
        bench.Limit(Side.Buy, "10", "51");
        bench.Limit(Side.Buy, "10", "50");
        bench.Limit(Side.Buy, "10", "1");
        bench.Report(sent[0], ExecType.Canceled);
        bench.Report(sent[1], ExecType.Canceled);
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxGrossCredit, OperatorRecord.NoLimit, 1);
        bench.Limit(Side.Buy, "10", "300");
        bench.Limit(Side.Buy, "10", "300");
        bench.Limit(Side.Buy, "10", "1");
        Assert.Equal(["3 CreditLimit 2510>2500 room 50", "5 CreditLimit 2510>2500 room 0", "8 WorkingOrderLimit 0.00000004>0.00000003 room 0"], Refusals(bench, money: true));
    }
}
