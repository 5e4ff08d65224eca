using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

/// <summary>What venues say of executions that were: again, busted, corrected; fills that do not fit; orders suspended and done for the day; and orders that have ended and are kept.</summary>
public class AmendmentTests
{
    private static EngineBench Quoted(int completed = 4, int executions = 8)
    {
        EngineBench bench = new(d => d.Limits = d.Limits with { MaxCompletedOrders = completed, MaxExecutions = executions });
        bench.Quote(Abc, "10.00", "10.10");
        return bench;
    }

    private static OrderHandle Send(EngineBench bench, string quantity = "100", string price = "10.00", Side side = Side.Buy)
    {
        bench.Limit(side, price, quantity);
        return bench.Requests().Single().Handle;
    }

    private static string Position(EngineBench bench)
    {
        PositionSnapshot p = bench.Engine.Position(FirstAccount, Abc);
        return $"{p.Position} cost {p.Cost} realized {p.RealizedPnl} fees {p.Fees} working {p.WorkingBuy}";
    }

    [Fact]
    public void An_execution_that_comes_twice_is_booked_once()
    {
        using EngineBench bench = Quoted();
        OrderHandle first = Send(bench);
        OrderHandle second = Send(bench);
        bench.Report(first, ExecType.Trade, "10.00", "30", number: 7);
        bench.Report(first, ExecType.Trade, "10.00", "30", number: 7);
        bench.Report(second, ExecType.Trade, "10.00", "30", number: 7);
        bench.Report(first, ExecType.Trade, "10.00", "30");
        bench.Report(first, ExecType.Trade, "10.00", "30");
        Assert.Equal(["1 30", "2 30", "1 60", "1 90"], Reports(bench.First).Select(r => $"{r.ClOrdId} {r.CumQty}"));
        Assert.Equal((1, 1), (bench.Engine.Counters.DuplicateExecutions, bench.Engine.Counters.IllegalReports));
    }

    [Fact]
    public void A_bust_gives_back_what_a_working_order_had_executed()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Send(bench);
        bench.Report(handle, ExecType.New);
        bench.Report(handle, ExecType.Trade, "10.00", "30", Liquidity.Removed, 7);
        bench.Report(handle, ExecType.Trade, "9.99", "20", Liquidity.Added, 8);
        Assert.Equal("50 cost 499.8 realized 0 fees 0.07002 working 50", Position(bench));
        bench.Lines();
        bench.Report(handle, ExecType.TradeCancel, number: 7);
        Assert.Equal(["TradeCancel PartiallyFilled id=1 Buy 100@10 last=30@10 fee=-0.09 cum=20 leaves=80"], bench.Lines());
        bench.Report(handle, ExecType.TradeCancel, number: 8);
        Assert.Equal(["TradeCancel New id=1 Buy 100@10 last=20@9.99 fee=0.01998 cum=0 leaves=100"], bench.Lines());
        Assert.StartsWith("0 cost 0 ", Position(bench), StringComparison.Ordinal);
        Assert.EndsWith("fees 0 working 100", Position(bench), StringComparison.Ordinal);
        bench.Report(handle, ExecType.TradeCancel, number: 8);
        Assert.Equal((2, 1), (bench.Engine.Counters.Busts, bench.Engine.Counters.UnknownExecutions));
        Assert.Empty(bench.Lines());
    }

    [Fact]
    public void A_bust_of_an_order_that_has_ended_leaves_it_ended()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Send(bench);
        bench.Report(handle, ExecType.Trade, "10.00", "100", number: 7);
        bench.Lines();
        bench.Report(handle, ExecType.TradeCancel, number: 7);
        Assert.Equal(["TradeCancel Filled id=1 Buy 100@10 last=100@10 fee=-0.3 cum=0 leaves=0"], bench.Lines());
        Assert.Equal("0 cost 0 realized 0 fees 0 working 0", Position(bench));
        Assert.Equal(0, bench.Engine.OpenOrders);
    }

    [Fact]
    public void A_bust_of_an_order_that_is_not_kept_any_more_still_corrects_the_position()
    {
        using EngineBench bench = Quoted(completed: 1);
        OrderHandle first = Send(bench);
        bench.Report(first, ExecType.Trade, "10.00", "100", number: 7);
        OrderHandle second = Send(bench, "50");
        bench.Report(second, ExecType.Trade, "10.00", "50", number: 7);
        bench.Lines();
        bench.Report(first, ExecType.TradeCancel, number: 7);
        ExecutionReport report = bench.OnlyReport();
        Assert.Equal(
            (ExecType.TradeCancel, OrdStatus.None, first, Side.Buy, Qty("100"), Px("10"), default(ulong)),
            (report.ExecType, report.OrdStatus, report.Handle, report.Side, report.LastQty, report.LastPx, report.ClOrdId));
        Assert.StartsWith("50 cost 500 ", Position(bench), StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_is_a_bust_and_the_right_execution()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Send(bench);
        bench.Report(handle, ExecType.New);
        bench.Report(handle, ExecType.Trade, "10.00", "30", Liquidity.Removed, 7);
        bench.Lines();
        bench.Report(handle, ExecType.TradeCorrect, "9.50", "40", number: 7);
        ExecutionReport report = bench.OnlyReport();
        Assert.Equal("TradeCorrect PartiallyFilled id=1 Buy 100@10 last=40@9.5 fee=0.024 cum=40 leaves=60", Line(report));
        Assert.Equal((Qty("30"), "380"), (report.PreviousLastQty, report.CumNotional.ToString()));
        Assert.Equal("40 cost 380 realized 0 fees 0.114 working 60", Position(bench));
        bench.Report(handle, ExecType.TradeCorrect, "9.50", "100", number: 7);
        Assert.Equal(["TradeCorrect Filled id=1 Buy 100@10 last=100@9.5 fee=0.171 cum=100 leaves=0"], bench.Lines());
        Assert.Equal((0, 2), (bench.Engine.OpenOrders, bench.Engine.Counters.Corrections));
    }

    [Theory]
    [InlineData("0", "10")]
    [InlineData("10.00", "0")]
    [InlineData("10.00", "20000000000")]
    public void A_correction_that_cannot_be_changes_nothing(string price, string quantity)
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Send(bench);
        bench.Report(handle, ExecType.Trade, "10.00", "30", number: 7);
        string before = Position(bench);
        bench.Lines();
        bench.Report(handle, ExecType.TradeCorrect, price, quantity, number: 7);
        Assert.Equal((before, 1), (Position(bench), bench.Engine.Counters.IllegalReports));
        Assert.Empty(bench.Lines());
    }

    [Fact]
    public void Only_the_latest_executions_can_be_busted()
    {
        using EngineBench bench = Quoted(executions: 2);
        OrderHandle handle = Send(bench);
        for (ulong number = 1; number <= 3; number++)
        {
            bench.Report(handle, ExecType.Trade, "10.00", "10", number: number);
        }

        bench.Report(handle, ExecType.TradeCancel, number: 1);
        bench.Report(handle, ExecType.TradeCancel, number: 2);
        Assert.Equal((1, 1, "20"), (bench.Engine.Counters.UnknownExecutions, bench.Engine.Counters.Busts, bench.Engine.Position(FirstAccount, Abc).Position.ToString()));
    }

    [Fact]
    public void A_fill_after_the_end_finds_its_order_while_that_is_kept()
    {
        using EngineBench bench = Quoted(completed: 1);
        OrderHandle handle = Send(bench);
        bench.Report(handle, ExecType.Canceled);
        bench.Lines();
        bench.Report(handle, ExecType.Trade, "10.00", "10", number: 1);
        Assert.Equal(["Trade Canceled id=1 Buy 100@10 last=10@10 fee=0.03 cum=10 leaves=0"], bench.Lines());
        bench.Report(Send(bench), ExecType.Canceled);
        bench.Report(handle, ExecType.Trade, "10.00", "10", number: 2);
        Assert.Equal((1, 1, "10"), (bench.Engine.Counters.OverFills, bench.Engine.Counters.UnmatchedReports, bench.Engine.Position(FirstAccount, Abc).Position.ToString()));
    }

    [Fact]
    public void A_cancel_of_an_order_that_has_ended_says_how()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Send(bench);
        bench.Report(handle, ExecType.Trade, "10.00", "100");
        bench.Lines();
        bench.First.Cancel(2, bench.TimeNs, handle);
        bench.Run();
        Assert.Equal(["CancelReject Filled id=2 orig=1 Buy 100@10 cum=100 leaves=0 OrderClosed"], bench.Lines());
    }

    [Theory]
    [InlineData(Side.Buy, "10.01", true)]
    [InlineData(Side.Buy, "10.00", false)]
    [InlineData(Side.Sell, "9.99", true)]
    [InlineData(Side.Sell, "10.00", false)]
    public void A_fill_worse_than_the_limit_is_an_alarm_and_counts(Side side, string price, bool isWorse)
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Send(bench, "10", "10.00", side);
        bench.Report(handle, ExecType.Trade, price, "10");
        Assert.Equal(isWorse ? 1 : 0, bench.Engine.Counters.PriceViolations);
        Assert.Equal(side == Side.Buy ? "10" : "-10", bench.Engine.Position(FirstAccount, Abc).Position.ToString());
    }

    [Fact]
    public void While_a_replacement_is_on_its_way_either_limit_holds()
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Send(bench);
        bench.Report(handle, ExecType.New);
        bench.First.Replace(2, bench.TimeNs, handle, Px("10.05"), Qty("100"));
        bench.Run();
        bench.Report(handle, ExecType.Trade, "10.05", "10", number: 1);
        bench.Report(handle, ExecType.Trade, "10.06", "10", number: 2);
        Assert.Equal(1, bench.Engine.Counters.PriceViolations);
    }

    [Theory]
    [InlineData(Side.Sell, 1, 1)]
    [InlineData(Side.Buy, 2, 1)]
    [InlineData(Side.Buy, 1, 0)]
    [InlineData(Side.None, 2, 0)]
    public void A_fill_of_another_side_or_instrument_is_an_alarm_and_counts(Side side, int instrument, long alarms)
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Send(bench);
        bench.Report(new VenueReport { Handle = handle, ExecType = ExecType.Trade, Price = Px("10.00"), Quantity = Qty("10"), Side = side, Instrument = new InstrumentId(instrument) });
        Assert.Equal((alarms, "10"), (bench.Engine.Counters.MismatchedFills, bench.Engine.Position(FirstAccount, Abc).Position.ToString()));
    }

    [Theory]
    [InlineData(ExecType.Suspended, OrdStatus.Suspended)]
    [InlineData(ExecType.DoneForDay, OrdStatus.DoneForDay)]
    public void A_venue_may_pause_an_order_which_can_be_canceled_then_but_not_replaced_and_work_on_it_again(ExecType execType, OrdStatus status)
    {
        using EngineBench bench = Quoted();
        OrderHandle handle = Send(bench);
        bench.Report(handle, ExecType.New);
        bench.Lines();
        bench.Report(handle, execType);
        Assert.Equal([$"{execType} {status} id=1 Buy 100@10 cum=0 leaves=100"], bench.Lines());
        bench.First.Replace(2, bench.TimeNs, handle, Px("10.00"), Qty("50"));
        bench.First.Cancel(3, bench.TimeNs, handle);
        bench.Run();
        Assert.Equal([VenueRequestKind.Cancel], bench.Requests().Select(request => request.Kind));
        bench.Report(handle, ExecType.CancelReject, reason: RejectReason.VenueRejected);
        bench.Report(handle, ExecType.Restated);
        bench.Report(handle, ExecType.Restated);
        Assert.Equal(
            [
                $"CancelReject {status} id=2 orig=1 Buy 100@10 cum=0 leaves=100 OrderPending", $"CancelReject {status} id=3 orig=1 Buy 100@10 cum=0 leaves=100 VenueRejected",
                "Restated New id=1 Buy 100@10 cum=0 leaves=100",
            ],
            bench.Lines());
        Assert.Equal(1, bench.Engine.Counters.IllegalReports);
    }

    [Fact]
    public void With_nothing_remembered_an_execution_may_come_twice_and_none_can_be_busted()
    {
        using EngineBench bench = Quoted(completed: 0, executions: 0);
        OrderHandle handle = Send(bench);
        bench.Report(handle, ExecType.Trade, "10.00", "10", number: 1);
        bench.Report(handle, ExecType.Trade, "10.00", "10", number: 1);
        bench.Report(handle, ExecType.TradeCancel, number: 1);
        EngineCounters counters = bench.Engine.Counters;
        Assert.Equal((2, 0, 1), (counters.Fills, counters.DuplicateExecutions, counters.UnknownExecutions));
    }
}
