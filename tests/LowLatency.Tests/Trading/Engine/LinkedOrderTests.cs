using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

/// <summary>Linked orders: one cancels the other, one triggers the other, one updates the other, and brackets of all three. What the venue said, and the whole list of what the strategy was told and the venue was asked.</summary>
public class LinkedOrderTests
{
    private static EngineBench Quoted()
    {
        EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        return bench;
    }

    private static void Send(EngineBench bench, Side side, OrderType type, string price, string quantity, OrderTerms terms, TimeInForce timeInForce = TimeInForce.Gtc)
    {
        Assert.Equal(SendResult.Sent, bench.First.NewOrder(bench.First.NextClOrdId, bench.TimeNs++, Abc, side, type, timeInForce, Px(price), Qty(quantity), in terms));
        bench.Run();
    }

    private static string[] Sent(EngineBench bench) => [.. bench.Requests().Select(Asked)];

    private static string Asked(VenueRequest r) => $"{r.Kind} {r.ClOrdId} {r.Side} {r.Quantity}@{r.Price}";

    /// <summary>Two acknowledged orders at the venue, linked.</summary>
    private static (OrderHandle First, OrderHandle Second) Pair(EngineBench bench, Contingency kind, string second = "100")
    {
        bench.Limit(Side.Buy, "9.90", "100");
        Send(bench, Side.Sell, OrderType.Limit, "10.20", second, default(OrderTerms).With(kind, 1));
        List<VenueRequest> sent = bench.Requests();
        Assert.Equal(["New 1 Buy 100@9.9", $"New 2 Sell {second}@10.2"], sent.Select(Asked));
        bench.Report(sent[0].Handle, ExecType.New, number: 71);
        bench.Report(sent[1].Handle, ExecType.New, number: 72);
        _ = bench.Lines();
        return (sent[0].Handle, sent[1].Handle);
    }

    [Fact]
    public void One_cancels_the_other_as_soon_as_it_executes_anything()
    {
        using EngineBench bench = Quoted();
        (OrderHandle first, OrderHandle second) = Pair(bench, Contingency.OneCancelsTheOther);
        bench.Report(first, ExecType.Trade, "9.90", "10");
        Assert.Equal(["Cancel 0 Sell 0@0"], Sent(bench));
        bench.Report(second, ExecType.Canceled);
        bench.Report(first, ExecType.Trade, "9.90", "90");
        Assert.Empty(Sent(bench));
        Assert.Equal(
            [
                "Trade PartiallyFilled id=1 Buy 100@9.9 last=10@9.9 fee=0.0297 cum=10 leaves=90",
                "Canceled Canceled id=2 Sell 100@10.2 cum=0 leaves=0",
                "Trade Filled id=1 Buy 100@9.9 last=90@9.9 fee=0.2673 cum=100 leaves=0",
            ],
            bench.Lines());
        Assert.Equal(0, bench.Engine.OpenOrders);
    }

    [Fact]
    public void One_that_is_canceled_or_expires_leaves_the_other_alone()
    {
        using EngineBench bench = Quoted();
        (OrderHandle first, _) = Pair(bench, Contingency.OneCancelsTheOther);
        bench.Report(first, ExecType.Canceled);
        Assert.Empty(Sent(bench));
        Assert.Equal(1, bench.Engine.OpenOrders);
    }

    [Fact]
    public void One_updates_the_other_by_what_it_executes()
    {
        using EngineBench bench = Quoted();
        (OrderHandle first, OrderHandle second) = Pair(bench, Contingency.OneUpdatesTheOther);
        bench.Report(first, ExecType.Trade, "9.90", "30");
        Assert.Equal(["Replace 2 Sell 70@10.2"], Sent(bench));

        // While that is on its way more executes: it waits for the answer.
        bench.Report(first, ExecType.Trade, "9.90", "20");
        Assert.Empty(Sent(bench));
        bench.Report(second, ExecType.Replaced, "10.20", "70");
        Assert.Equal(["Replace 2 Sell 50@10.2"], Sent(bench));
        bench.Report(second, ExecType.Replaced, "10.20", "50");
        bench.Report(first, ExecType.Trade, "9.90", "50");
        Assert.Equal(["Cancel 0 Sell 0@0"], Sent(bench));
        bench.Report(second, ExecType.Canceled);
        Assert.Equal(
            [
                "Trade PartiallyFilled id=1 Buy 100@9.9 last=30@9.9 fee=0.0891 cum=30 leaves=70",
                "Trade PartiallyFilled id=1 Buy 100@9.9 last=20@9.9 fee=0.0594 cum=50 leaves=50",
                "Replaced New id=2 orig=2 Sell 70@10.2 cum=0 leaves=70",
                "Replaced New id=2 orig=2 Sell 50@10.2 cum=0 leaves=50",
                "Trade Filled id=1 Buy 100@9.9 last=50@9.9 fee=0.1485 cum=100 leaves=0",
                "Canceled Canceled id=2 Sell 50@10.2 cum=0 leaves=0",
            ],
            bench.Lines());
        Assert.Equal(0, bench.Engine.OpenOrders);
    }

    [Fact]
    public void One_that_the_venue_will_not_make_smaller_is_canceled()
    {
        using EngineBench bench = Quoted();
        (OrderHandle first, OrderHandle second) = Pair(bench, Contingency.OneUpdatesTheOther);
        bench.Report(first, ExecType.Trade, "9.90", "30");
        Assert.Equal(["Replace 2 Sell 70@10.2"], Sent(bench));
        bench.Report(second, ExecType.CancelReject, answersReplace: true, reason: RejectReason.VenueRejected);
        Assert.Equal(["Cancel 0 Sell 0@0"], Sent(bench));
    }

    [Fact]
    public void One_that_the_venue_will_not_cancel_either_is_asked_again_at_the_next_timer_and_not_before()
    {
        using EngineBench bench = Quoted();
        (OrderHandle first, OrderHandle second) = Pair(bench, Contingency.OneUpdatesTheOther);
        bench.Report(first, ExecType.Trade, "9.90", "100");
        Assert.Equal(["Cancel 0 Sell 0@0"], Sent(bench));
        bench.Report(second, ExecType.CancelReject, reason: RejectReason.VenueRejected);
        Assert.Empty(Sent(bench));
        bench.Engine.MarketData.PublishTime(bench.TimeNs++);
        bench.Run();
        Assert.Equal(["Cancel 0 Sell 0@0"], Sent(bench));
    }

    [Fact]
    public void What_is_owed_while_the_venues_ring_is_full_does_not_turn_in_a_circle()
    {
        using EngineBench bench = new(definition => definition.Limits = definition.Limits with { VenueRequests = 2 });
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "9.90", "100");
        Send(bench, Side.Sell, OrderType.Limit, "10.20", "100", default(OrderTerms).With(Contingency.OneUpdatesTheOther, 1));
        bench.Engine.VenueReports[0].Publish(new VenueReport { Handle = new(1, 1), ExecType = ExecType.New, VenueNumber = 5 }, bench.TimeNs++);
        bench.Engine.VenueReports[0].Publish(new VenueReport { Handle = new(0, 1), ExecType = ExecType.Trade, Price = Px("9.90"), Quantity = Qty("100") }, bench.TimeNs++);
        for (int turn = 0; turn < 20; turn++)
        {
            bench.Engine.Turn(64);
        }

        Assert.Equal(0, bench.Engine.Turn(64));
        Assert.Equal(["New 1 Buy 100@9.9", "New 2 Sell 100@10.2"], Sent(bench));
        bench.Engine.MarketData.PublishTime(bench.TimeNs++);
        bench.Run();
        Assert.Equal(["Cancel 0 Sell 0@0"], Sent(bench));
    }

    [Fact]
    public void One_that_is_not_acknowledged_yet_is_made_smaller_when_it_is()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "9.90", "100");
        Send(bench, Side.Sell, OrderType.Limit, "10.20", "100", default(OrderTerms).With(Contingency.OneUpdatesTheOther, 1));
        List<VenueRequest> sent = bench.Requests();
        bench.Report(sent[0].Handle, ExecType.Trade, "9.90", "40");
        Assert.Empty(Sent(bench));
        bench.Report(sent[1].Handle, ExecType.New, number: 5);
        Assert.Equal(["Replace 2 Sell 60@10.2"], Sent(bench));
    }

    [Fact]
    public void A_bracket_protects_what_has_executed_from_the_first_fill_on()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10.01", "100");
        Send(bench, Side.Sell, OrderType.Limit, "10.50", "100", default(OrderTerms).After(1));
        Send(bench, Side.Sell, OrderType.Stop, "0", "100", OrderTerms.Stop(Px("9.80")).After(1).With(Contingency.OneUpdatesTheOther, 2));
        OrderHandle entry = bench.Requests().Single().Handle;
        Assert.Equal(["New Held id=2 Sell 100@10.5 cum=0 leaves=100", "New Held id=3 Sell 100@0 cum=0 leaves=100"], bench.Lines());

        // The stop waits for its price from the first fill on, the target goes out when the entry has ended.
        bench.Quote(Abc, "9.79", "9.81");
        Assert.Equal(0, bench.Engine.HeldOrders);
        bench.Quote(Abc, "10.00", "10.01");
        bench.Report(entry, ExecType.Trade, "10.01", "60");
        Assert.Equal(1, bench.Engine.HeldOrders);
        bench.Report(entry, ExecType.Trade, "10.01", "40");
        Assert.Equal(["New 2 Sell 100@10.5"], Sent(bench));
        _ = bench.Lines();
        OrderHandle target = new(1, 1);
        bench.Report(target, ExecType.New, number: 8);
        bench.Report(target, ExecType.Trade, "10.50", "70");
        Assert.Equal(
            [
                "New New id=2 Sell 100@10.5 cum=0 leaves=100",
                "Trade PartiallyFilled id=2 Sell 100@10.5 last=70@10.5 fee=0.2205 cum=70 leaves=30",
                "Restated Held id=3 Sell 30@0 cum=0 leaves=30",
            ],
            bench.Lines());
        bench.Quote(Abc, "9.80", "9.81");
        Assert.Equal(["New 3 Sell 30@0", "Cancel 0 Sell 0@0"], Sent(bench));
        Assert.Equal(["Triggered PendingNew id=3 Sell 30@0 cum=0 leaves=30"], bench.Lines());
    }

    [Fact]
    public void A_stop_reached_while_its_entry_still_works_sends_what_has_executed_and_ends_the_entry()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10.01", "100");
        Send(bench, Side.Sell, OrderType.Stop, "0", "100", OrderTerms.Stop(Px("9.80")).After(1));
        OrderHandle entry = bench.Requests().Single().Handle;
        bench.Report(entry, ExecType.Trade, "10.01", "60");
        bench.Quote(Abc, "9.80", "9.81");
        Assert.Equal(["New 2 Sell 60@0", "Cancel 0 Buy 0@0"], Sent(bench));
    }

    [Fact]
    public void Children_of_an_entry_that_ends_partly_executed_are_cut_to_that()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10.01", "100");
        Send(bench, Side.Sell, OrderType.Limit, "10.50", "100", default(OrderTerms).After(1));
        Send(bench, Side.Sell, OrderType.Stop, "0", "100", OrderTerms.Stop(Px("9.80")).After(1).With(Contingency.OneCancelsTheOther, 2));
        OrderHandle entry = bench.Requests().Single().Handle;
        bench.Report(entry, ExecType.Trade, "10.01", "60");
        _ = bench.Lines();
        bench.Report(entry, ExecType.Canceled);
        Assert.Equal(["New 2 Sell 60@10.5"], Sent(bench));
        Assert.Equal(
            [
                "Canceled Canceled id=1 Buy 100@10.01 cum=60 leaves=0",
                "Restated Held id=3 Sell 60@0 cum=0 leaves=60",
                "Triggered PendingNew id=2 Sell 60@10.5 cum=0 leaves=60",
            ],
            bench.Lines());
        Assert.Equal("120", bench.Engine.Position(FirstAccount, Abc).WorkingSell.ToString());
    }

    [Fact]
    public void Children_of_an_entry_that_ends_unexecuted_end_with_it()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10.01", "100");
        Send(bench, Side.Sell, OrderType.Limit, "10.50", "100", default(OrderTerms).After(1));
        Send(bench, Side.Sell, OrderType.Stop, "0", "100", OrderTerms.Stop(Px("9.80")).After(1));
        Send(bench, Side.Sell, OrderType.Market, "0", "100", default(OrderTerms).After(3));
        OrderHandle entry = bench.Requests().Single().Handle;
        _ = bench.Lines();
        bench.Report(entry, ExecType.Rejected, reason: RejectReason.VenueRejected);
        Assert.Empty(Sent(bench));
        Assert.Equal(
            [
                "Rejected Rejected id=1 Buy 100@10.01 cum=0 leaves=0 VenueRejected",
                "Canceled Canceled id=3 Sell 100@0 cum=0 leaves=0",
                "Canceled Canceled id=2 Sell 100@10.5 cum=0 leaves=0",
                "Canceled Canceled id=4 Sell 100@0 cum=0 leaves=0",
            ],
            bench.Lines());
        Assert.Equal((0, "0"), (bench.Engine.OpenOrders, bench.Engine.Position(FirstAccount, Abc).WorkingSell.ToString()));
    }

    [Fact]
    public void A_reduce_only_child_is_looked_at_when_it_is_sent()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10.01", "100");
        OrderTerms after = default(OrderTerms).After(1);
        bench.First.NewOrder(2, bench.TimeNs++, Abc, Side.Sell, OrderType.Limit, TimeInForce.Gtc, Px("10.50"), Qty("100"), in after, ExecInst.ReduceOnly);
        bench.Run();
        bench.Report(bench.Requests().Single().Handle, ExecType.Trade, "10.01", "100");
        Assert.Equal(["New 2 Sell 100@10.5"], Sent(bench));
    }

    [Fact]
    public void Links_that_cannot_be_are_refused_with_the_id()
    {
        using EngineBench bench = Quoted();
        (OrderHandle first, _) = Pair(bench, Contingency.OneCancelsTheOther);
        bench.Limit(Side.Buy, "9.90", "100");
        bench.Second.NewOrder(1, bench.TimeNs++, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("9.90"), Qty("10"));
        bench.Run();
        bench.Report(bench.Requests()[0].Handle, ExecType.Canceled);
        _ = bench.Lines();
        (OrderTerms Terms, ulong Value)[] all =
        [
            (default(OrderTerms).After(99), 99),
            (default(OrderTerms).After(3), 3),
            (default(OrderTerms).With(Contingency.OneUpdatesTheOther, 1), 1),
            (default(OrderTerms).With(Contingency.None, 1), 1),
            (default(OrderTerms).With((Contingency)2, 1), 1),
            (default(OrderTerms).With(Contingency.OneCancelsTheOther, 0), 0),
            (default(OrderTerms).With(Contingency.OneCancelsTheOther, 3), 3),
        ];
        foreach ((OrderTerms terms, ulong value) in all)
        {
            Send(bench, Side.Buy, OrderType.Limit, "9.90", "10", terms);
            var report = bench.OnlyReport();
            Assert.Equal((RejectReason.InvalidLink, (long)value), (report.RejectReason, report.RejectValue));
        }

        bench.Report(first, ExecType.Trade, "9.90", "1");
        _ = bench.Lines();
        Send(bench, Side.Buy, OrderType.Limit, "9.90", "10", default(OrderTerms).With(Contingency.OneCancelsTheOther, 1));
        Assert.Equal(RejectReason.InvalidLink, bench.OnlyReport().RejectReason);
    }
}
