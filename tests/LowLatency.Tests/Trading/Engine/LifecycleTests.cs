using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

/// <summary>Orders from birth to end, races included: what the venue said, and the whole list of what the strategy was told.</summary>
public class LifecycleTests
{
    private static OrderHandle Working(EngineBench bench, Side side = Side.Buy, string price = "10", string quantity = "100")
    {
        bench.Limit(side, price, quantity);
        OrderHandle handle = bench.Requests().Single().Handle;
        bench.Report(handle, ExecType.New, number: 77);
        return handle;
    }

    private static EngineBench Quoted()
    {
        EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        return bench;
    }

    [Fact]
    public void Ack_partial_fill_and_fill()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Working(bench);
        bench.Report(handle, ExecType.Trade, "9.99", "40", Liquidity.Removed, 1);
        bench.Report(handle, ExecType.Trade, "10", "60", Liquidity.Added, 2);
        List<ExecutionReport> reports = Reports(bench.First);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "Trade PartiallyFilled id=1 Buy 100@10 last=40@9.99 fee=0.11988 cum=40 leaves=60",
                "Trade Filled id=1 Buy 100@10 last=60@10 fee=-0.06 cum=100 leaves=0",
            ],
            reports.Select(Line));
        Assert.Equal(["0", "399.6", "999.6"], reports.Select(r => r.CumNotional.ToString()));
        Assert.Equal([77UL, 1UL, 2UL], reports.Select(r => r.VenueNumber));
        Assert.All(reports, r => Assert.True(r.TransactTimeNs < r.TimeNs && r.Handle == handle && r.Venue == FirstVenue && r.Account == FirstAccount));
        PositionSnapshot position = bench.Engine.Position(FirstAccount, Abc);
        Assert.Equal(("100", "999.6", "0", "0.05988", "0"), (position.Position.ToString(), position.Cost.ToString(), position.RealizedPnl.ToString(), position.Fees.ToString(), position.WorkingBuy.ToString()));
        Assert.Equal("1.4", position.UnrealizedPnl(Px("10.01")).ToString());
        Assert.Equal(0, bench.Engine.OpenOrders);
    }

    [Fact]
    public void Cancel_by_handle_and_by_id()
    {
        using EngineBench bench = Quoted();
        OrderHandle first = Working(bench);
        OrderHandle second = Working(bench);
        bench.First.Cancel(3, 1, first);
        bench.First.Cancel(4, 1, 2UL);
        bench.Run();
        Assert.Equal(
            [(VenueRequestKind.Cancel, first, 3UL, 77UL), (VenueRequestKind.Cancel, second, 4UL, 77UL)],
            bench.Requests().Select(r => (r.Kind, r.Handle, r.ClOrdId, r.VenueOrderId)));
        bench.Report(first, ExecType.Canceled);
        bench.Report(second, ExecType.Canceled);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "New New id=2 Buy 100@10 cum=0 leaves=100",
                "Canceled Canceled id=3 orig=1 Buy 100@10 cum=0 leaves=0",
                "Canceled Canceled id=4 orig=2 Buy 100@10 cum=0 leaves=0",
            ],
            bench.Lines());
        Assert.Equal("0", bench.Engine.Position(FirstAccount, Abc).WorkingBuy.ToString());
    }

    [Fact]
    public void Cancels_of_what_is_not_there_are_refused()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Working(bench);
        bench.Second.Cancel(1, 1, handle);
        bench.First.Cancel(2, 1, 99UL);
        bench.First.Cancel(3, 1, new OrderHandle(63, 1));
        bench.First.Cancel(4, 1, new OrderHandle(int.MinValue, uint.MaxValue));
        bench.First.Cancel(5, 1, OrderHandle.None);
        bench.First.Cancel(6, 1, 1UL);
        bench.First.Cancel(7, 1, 1UL);
        bench.First.Cancel(7, 1, 1UL);
        bench.Run();
        bench.Report(handle, ExecType.Canceled);
        bench.First.Cancel(8, 1, handle);
        bench.First.Cancel(9, 1, 1UL);
        bench.First.Cancel(10, 1, 10UL);
        bench.Run();
        Assert.Equal(["CancelReject Rejected id=1 None 0@0 cum=0 leaves=0 UnknownOrder"], bench.Lines(bench.Second));
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "CancelReject Rejected id=2 orig=99 None 0@0 cum=0 leaves=0 UnknownOrder",
                "CancelReject Rejected id=3 None 0@0 cum=0 leaves=0 UnknownOrder",
                "CancelReject Rejected id=4 None 0@0 cum=0 leaves=0 UnknownOrder",
                "CancelReject Rejected id=5 None 0@0 cum=0 leaves=0 UnknownOrder",
                "CancelReject PendingCancel id=7 orig=1 Buy 100@10 cum=0 leaves=100 OrderPending",
                "CancelReject PendingCancel id=7 orig=1 Buy 100@10 cum=0 leaves=100 DuplicateClOrdId",
                "Canceled Canceled id=6 orig=1 Buy 100@10 cum=0 leaves=0",
                "CancelReject Canceled id=8 orig=1 Buy 100@10 cum=0 leaves=0 OrderClosed",
                "CancelReject Canceled id=9 orig=1 Buy 100@10 cum=0 leaves=0 OrderClosed",
                "CancelReject Rejected id=10 orig=10 None 0@0 cum=0 leaves=0 UnknownOrder",
            ],
            bench.Lines());
    }

    [Fact]
    public void Fill_while_a_cancel_is_pending_then_too_late()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Working(bench);
        bench.First.Cancel(2, 1, handle);
        bench.Run();
        bench.Report(handle, ExecType.Trade, "10", "30", Liquidity.Added, 1);
        bench.Report(handle, ExecType.Trade, "10", "70", Liquidity.Added, 2);
        Assert.Equal(1, bench.Engine.OpenOrders);
        bench.First.Cancel(3, 1, handle);
        bench.Run();
        bench.Report(handle, ExecType.CancelReject, reason: RejectReason.VenueTooLate);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "Trade PendingCancel id=1 Buy 100@10 last=30@10 fee=-0.03 cum=30 leaves=70",
                "Trade Filled id=1 Buy 100@10 last=70@10 fee=-0.07 cum=100 leaves=0",
                "CancelReject Filled id=3 orig=1 Buy 100@10 cum=100 leaves=0 OrderClosed",
                "CancelReject Filled id=2 orig=1 Buy 100@10 cum=100 leaves=0 VenueTooLate",
            ],
            bench.Lines());
        Assert.Equal(0, bench.Engine.OpenOrders);
    }

    [Fact]
    public void A_refused_cancel_returns_the_order_to_where_it_stood()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Working(bench);
        bench.Report(handle, ExecType.Trade, "10", "30", Liquidity.Added, 1);
        bench.First.Cancel(2, 1, handle);
        bench.Run();
        bench.Report(handle, ExecType.CancelReject, reason: RejectReason.VenueRejected);
        bench.First.Cancel(3, 1, handle);
        bench.Run();
        bench.Report(handle, ExecType.Canceled);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "Trade PartiallyFilled id=1 Buy 100@10 last=30@10 fee=-0.03 cum=30 leaves=70",
                "CancelReject PartiallyFilled id=2 orig=1 Buy 100@10 cum=30 leaves=70 VenueRejected",
                "Canceled Canceled id=3 orig=1 Buy 100@10 cum=30 leaves=0",
            ],
            bench.Lines());
    }

    [Fact]
    public void Replace_reserves_the_larger_until_it_is_answered()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Working(bench);
        string Reserved() => bench.Engine.Position(FirstAccount, Abc).WorkingBuy.ToString();
        bench.First.Replace(2, 1, handle, Px("10.01"), Qty("150"));
        bench.Run();
        Assert.Equal("150", Reserved());
        VenueRequest request = bench.Requests().Single();
        Assert.Equal((VenueRequestKind.Replace, 2UL, 77UL, "10.01", "150"), (request.Kind, request.ClOrdId, request.VenueOrderId, request.Price.ToString(), request.Quantity.ToString()));
        bench.Report(handle, ExecType.Replaced, number: 78);
        bench.First.Replace(3, 1, 2UL, Px("10"), Qty("20"));
        bench.Run();
        Assert.Equal("150", Reserved());
        bench.Report(handle, ExecType.Replaced);
        Assert.Equal("20", Reserved());
        bench.First.Replace(4, 1, 3UL, Px("10"), Qty("500"));
        bench.Run();
        Assert.Equal("500", Reserved());
        bench.Report(handle, ExecType.CancelReject, answersReplace: true, reason: RejectReason.VenueRejected);
        Assert.Equal("20", Reserved());
        bench.First.Cancel(5, 1, 2UL);
        bench.First.Cancel(6, 1, 4UL);
        bench.First.Cancel(7, 1, 3UL);
        bench.Run();
        Assert.Equal(78UL, bench.Requests().Last().VenueOrderId);
        bench.Report(handle, ExecType.Canceled);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "Replaced New id=2 orig=1 Buy 150@10.01 cum=0 leaves=150",
                "Replaced New id=3 orig=2 Buy 20@10 cum=0 leaves=20",
                "CancelReject New id=4 orig=3 Buy 20@10 cum=0 leaves=20 VenueRejected",
                "CancelReject Rejected id=5 orig=2 None 0@0 cum=0 leaves=0 OrderClosed",
                "CancelReject Rejected id=6 orig=4 None 0@0 cum=0 leaves=0 OrderClosed",
                "Canceled Canceled id=7 orig=3 Buy 20@10 cum=0 leaves=0",
            ],
            bench.Lines());
        Assert.Equal("0", Reserved());
    }

    [Fact]
    public void Replacements_are_checked_like_orders()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Working(bench);
        bench.Report(handle, ExecType.Trade, "10", "50", Liquidity.Added, 1);
        Reports(bench.First);
        (string Price, string Quantity)[] tries = [("10.005", "100"), ("0", "100"), ("12", "100"), ("10", "0"), ("10", "50"), ("10", "50.5"), ("10", "1001"), ("10", "92233720368"), ("1000.01", "60")];
        ulong id = 2;
        foreach ((string price, string quantity) in tries)
        {
            bench.First.Replace(id++, 1, handle, Px(price), Qty(quantity));
        }

        bench.Run();
        bench.First.Replace(id++, 1, 99UL, Px("10"), Qty("100"));
        bench.Run();
        Assert.Empty(bench.Requests());
        Assert.Equal(
            [
                "PriceOffTick",
                "InvalidPrice+PriceCollar",
                "PriceCollar",
                "InvalidQuantity",
                "QuantityBelowExecuted",
                "QuantityOffLot",
                "OrderQuantityLimit",
                "QuantityOutOfBounds+OrderQuantityLimit+OrderNotionalLimit+PositionLimit",
                "PriceOutOfBounds+OrderNotionalLimit+PriceCollar",
                "UnknownOrder",
            ],
            Reports(bench.First).Select(r => r.FailedChecks.ToString()));
        Assert.Equal("50", bench.Engine.Position(FirstAccount, Abc).WorkingBuy.ToString());
    }

    [Fact]
    public void Fill_while_a_replacement_is_pending()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Working(bench);
        bench.First.Replace(2, 1, handle, Px("10.01"), Qty("120"));
        bench.Run();
        bench.First.Replace(3, 1, handle, Px("10.01"), Qty("130"));
        bench.Run();
        bench.Report(handle, ExecType.Trade, "10", "40", Liquidity.Added, 1);
        Assert.Equal("80", bench.Engine.Position(FirstAccount, Abc).WorkingBuy.ToString());
        bench.First.Cancel(4, 1, handle);
        bench.Run();
        bench.Report(handle, ExecType.Replaced, "10.01", "120");
        bench.Report(handle, ExecType.Trade, "10.01", "80", Liquidity.Removed, 2);
        bench.Report(handle, ExecType.CancelReject, reason: RejectReason.VenueTooLate);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "CancelReject PendingReplace id=3 orig=1 Buy 100@10 cum=0 leaves=100 OrderPending",
                "Trade PendingReplace id=1 Buy 100@10 last=40@10 fee=-0.04 cum=40 leaves=60",
                "Replaced PendingCancel id=2 orig=1 Buy 120@10.01 cum=40 leaves=80",
                "Trade Filled id=2 Buy 120@10.01 last=80@10.01 fee=0.24024 cum=120 leaves=0",
                "CancelReject Filled id=4 orig=2 Buy 120@10.01 cum=120 leaves=0 VenueTooLate",
            ],
            bench.Lines());
        Assert.Equal(0, bench.Engine.OpenOrders);
    }

    [Fact]
    public void Fill_before_the_ack_and_a_cancel_before_it()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10", "100");
        OrderHandle handle = bench.Requests().Single().Handle;
        bench.First.Replace(2, 1, handle, Px("10"), Qty("50"));
        bench.Run();
        bench.Report(handle, ExecType.Trade, "10", "10", Liquidity.Removed, 1);
        bench.Report(handle, ExecType.New, number: 5);
        bench.Limit(Side.Buy, "10", "100");
        OrderHandle second = bench.Requests().Single().Handle;
        bench.First.Cancel(4, 1, second);
        bench.Run();
        bench.Report(second, ExecType.New, number: 6);
        bench.Report(second, ExecType.Canceled);
        Assert.Equal(
            [
                "CancelReject PendingNew id=2 orig=1 Buy 100@10 cum=0 leaves=100 OrderPending",
                "Trade PartiallyFilled id=1 Buy 100@10 last=10@10 fee=0.03 cum=10 leaves=90",
                "New PendingCancel id=3 Buy 100@10 cum=0 leaves=100",
                "Canceled Canceled id=4 orig=3 Buy 100@10 cum=0 leaves=0",
            ],
            bench.Lines());
        Assert.Equal(1, bench.Engine.Counters.IllegalReports);
    }

    [Fact]
    public void Venue_rejects_and_expiries_end_an_order()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10", "100");
        bench.Limit(Side.Buy, "10.01", "100", execInst: ExecInst.PostOnly);
        VenueRequest[] sent = [.. bench.Requests()];
        bench.Report(sent[0].Handle, ExecType.Rejected, reason: RejectReason.VenueRejected);
        bench.Report(sent[1].Handle, ExecType.Expired);
        Assert.Equal(
            [
                "Rejected Rejected id=1 Buy 100@10 cum=0 leaves=0 VenueRejected",
                "Expired Expired id=2 Buy 100@10.01 cum=0 leaves=0",
            ],
            bench.Lines());
        Assert.Equal(0, bench.Engine.OpenOrders);
        Assert.Equal(1, bench.Engine.Counters.RejectsFor(RejectReason.VenueRejected));
    }

    [Fact]
    public void What_a_venue_cannot_say_is_counted_and_changes_nothing()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Working(bench);
        Reports(bench.First);
        bench.Report(handle, ExecType.New);
        bench.Report(handle, ExecType.Rejected);
        bench.Report(handle, ExecType.Replaced);
        bench.Report(handle, ExecType.CancelReject);
        bench.Report(handle, ExecType.CancelReject, answersReplace: true);
        bench.Report(handle, (ExecType)200);
        bench.Report(handle, ExecType.Trade, "10", "0");
        bench.Report(handle, ExecType.Trade, "10", "-5");
        bench.Report(handle, ExecType.Trade, "0", "5");
        bench.Report(handle, ExecType.Trade, "92233720368", "92233720368");
        Assert.Equal(10, bench.Engine.Counters.IllegalReports);
        bench.Report(new OrderHandle(5, 1), ExecType.New);
        bench.Report(new OrderHandle(-1, 1), ExecType.Trade, "1", "1");
        bench.Report(OrderHandle.None, ExecType.Trade, "1", "1");
        Assert.Equal(3, bench.Engine.Counters.UnmatchedReports);
        Assert.Empty(bench.Lines());
        Assert.Equal(("0", "100"), (bench.Engine.Position(FirstAccount, Abc).Position.ToString(), bench.Engine.Position(FirstAccount, Abc).WorkingBuy.ToString()));
    }

    [Fact]
    public void An_over_fill_changes_the_position_and_is_counted()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Working(bench);
        bench.First.Cancel(2, 1, handle);
        bench.Run();
        bench.Report(handle, ExecType.Trade, "10", "130", Liquidity.Added, 1);
        bench.Report(handle, ExecType.Trade, "10", "20", Liquidity.Added, 2);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "Trade Filled id=1 Buy 100@10 last=130@10 fee=-0.13 cum=130 leaves=0",
                "Trade Filled id=1 Buy 100@10 last=20@10 fee=-0.02 cum=150 leaves=0",
            ],
            bench.Lines());
        Assert.Equal(2, bench.Engine.Counters.OverFills);
        Assert.Equal(("150", "0"), (bench.Engine.Position(FirstAccount, Abc).Position.ToString(), bench.Engine.Position(FirstAccount, Abc).WorkingBuy.ToString()));
    }

    [Fact]
    public void A_gateway_that_refuses_answers_by_a_report()
    {
        using EngineBench bench = new(d => d.Limits = d.Limits with { VenueRequests = 2 });
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "1");
        bench.Limit(Side.Buy, "10", "1");
        bench.Limit(Side.Buy, "10", "1");
        OrderHandle first = bench.Requests().First().Handle;
        bench.Limit(Side.Buy, "10", "1");
        bench.Limit(Side.Buy, "10", "1");
        bench.First.Cancel(6, 1, first);
        bench.Run();
        bench.Report(first, ExecType.New);
        bench.First.Replace(7, 1, first, Px("10"), Qty("2"));
        bench.Run();
        Assert.Equal(
            [
                "Rejected Rejected id=3 Buy 1@10 cum=0 leaves=0 GatewayRefused",
                "CancelReject PendingNew id=6 orig=1 Buy 1@10 cum=0 leaves=1 GatewayRefused",
                "New New id=1 Buy 1@10 cum=0 leaves=1",
                "CancelReject New id=7 orig=1 Buy 1@10 cum=0 leaves=1 GatewayRefused",
            ],
            bench.Lines());
        Assert.Equal(3, bench.Engine.Counters.RejectsFor(RejectReason.GatewayRefused));
        Assert.Equal("4", bench.Engine.Position(FirstAccount, Abc).WorkingBuy.ToString());
    }

    [Fact]
    public void One_turn_works_off_everything_that_waits()
    {
        using EngineBench bench = new(d => d.Limits = d.Limits with { StrategyInbox = 256, VenueRequests = 256, MaxOrders = 256, StrategyReports = 256 });
        bench.Quote(Abc, "10.00", "10.01");
        for (ulong id = 1; id <= 200; id++)
        {
            bench.First.NewOrder(id, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
            bench.Second.NewOrder(id, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("0"));
        }

        Assert.Equal(400, bench.Engine.Turn(1024));
        Assert.True(bench.Engine.IsQuiet);
        Assert.Equal(200, bench.Requests().Count);
        Assert.Equal(200, Reports(bench.Second).Count);
        Assert.Equal(0, bench.Engine.Turn(1024));
    }
}
