using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

/// <summary>Orders the engine holds until the market reaches their trigger: what the market did, and the whole list of what the strategy was told and the venue was sent.</summary>
public class HeldOrderTests
{
    private static EngineBench Quoted()
    {
        EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        return bench;
    }

    private static void Send(EngineBench bench, Side side, OrderType type, string price, string quantity, OrderTerms terms, TimeInForce timeInForce = TimeInForce.Gtc, ExecInst execInst = ExecInst.None)
    {
        Assert.Equal(SendResult.Sent, bench.First.NewOrder(bench.First.NextClOrdId, bench.TimeNs++, Abc, side, type, timeInForce, Px(price), Qty(quantity), in terms, execInst));
        bench.Run();
    }

    private static string[] Sent(EngineBench bench) =>
        [.. bench.Requests().Select(r => $"{r.Kind} {r.Side} {r.OrderType} {r.TimeInForce} {r.Quantity}@{r.Price}")];

    [Theory]
    [InlineData(Side.Buy, OrderType.Stop, "0", "10.05", "10.00 10.04", "10.04 10.05", "Market", "0")]
    [InlineData(Side.Sell, OrderType.Stop, "0", "9.95", "9.96 9.97", "9.95 9.96", "Market", "0")]
    [InlineData(Side.Buy, OrderType.StopLimit, "10.06", "10.05", "10.00 10.04", "10.00 10.05", "Limit", "10.06")]
    [InlineData(Side.Sell, OrderType.StopLimit, "9.94", "9.95", "9.96 10.02", "9.94 10.02", "Limit", "9.94")]
    [InlineData(Side.Buy, OrderType.MarketIfTouched, "0", "9.95", "9.94 9.96", "9.94 9.95", "Market", "0")]
    [InlineData(Side.Sell, OrderType.MarketIfTouched, "0", "10.05", "10.04 10.05", "10.05 10.06", "Market", "0")]
    [InlineData(Side.Buy, OrderType.LimitIfTouched, "9.95", "9.95", "9.94 9.96", "9.94 9.95", "Limit", "9.95")]
    [InlineData(Side.Sell, OrderType.LimitIfTouched, "10.06", "10.05", "10.04 10.07", "10.05 10.07", "Limit", "10.06")]
    public void A_trigger_is_reached_at_its_price_and_not_a_tick_before(Side side, OrderType type, string price, string stop, string before, string at, string sentAs, string sentAt)
    {
        using EngineBench bench = Quoted();
        Send(bench, side, type, price, "100", OrderTerms.Stop(Px(stop)));
        bench.Quote(Abc, before.Split(' ')[0], before.Split(' ')[1]);
        Assert.Empty(Sent(bench));
        Assert.Equal(1, bench.Engine.HeldOrders);
        bench.Quote(Abc, at.Split(' ')[0], at.Split(' ')[1]);
        Assert.Equal([$"New {side} {sentAs} Gtc 100@{sentAt}"], Sent(bench));
        Assert.Equal(
            [$"New Held id=1 {side} 100@{price} cum=0 leaves=100", $"Triggered PendingNew id=1 {side} 100@{price} cum=0 leaves=100"],
            bench.Lines());
        Assert.Equal(0, bench.Engine.HeldOrders);
        Assert.Equal(1, bench.Engine.Counters.Triggers);
    }

    [Fact]
    public void A_trigger_that_is_reached_already_releases_at_once_and_stays_reached_when_the_market_goes_back()
    {
        using EngineBench bench = Quoted();
        OrderTerms terms = OrderTerms.Stop(Px("10.01"));
        bench.First.NewOrder(1, bench.TimeNs++, Abc, Side.Buy, OrderType.Stop, TimeInForce.Gtc, default, Qty("10"), in terms);
        bench.Run();
        Assert.Equal(["New Buy Market Gtc 10@0"], Sent(bench));
    }

    [Fact]
    public void Those_reached_at_once_go_in_the_order_the_market_reached_them()
    {
        using EngineBench bench = Quoted();
        foreach (string stop in (string[])["10.07", "10.05", "10.06", "10.05"])
        {
            Send(bench, Side.Buy, OrderType.Stop, "0", "10", OrderTerms.Stop(Px(stop)));
        }

        bench.Quote(Abc, "10.07", "10.08");
        Assert.Equal([2UL, 4UL, 3UL, 1UL], bench.Requests().Select(r => r.ClOrdId));
    }

    [Theory]
    [InlineData(TriggerSource.BestBid)]
    [InlineData(TriggerSource.BestOffer)]
    [InlineData(TriggerSource.LastTrade)]
    public void A_trigger_watches_the_price_it_names(TriggerSource source)
    {
        using EngineBench bench = Quoted();
        Send(bench, Side.Buy, OrderType.Stop, "0", "10", OrderTerms.Stop(Px("10.50"), source));
        bench.Quote(Abc, "10.00", "10.49");
        Assert.Empty(Sent(bench));
        switch (source)
        {
            case TriggerSource.BestBid:
                bench.Quote(Abc, "10.00", "10.60");
                Assert.Empty(Sent(bench));
                bench.Quote(Abc, "10.50", "10.60");
                break;
            case TriggerSource.BestOffer:
                bench.Quote(Abc, "10.00", "10.50");
                break;
            default:
                bench.Quote(Abc, "10.55", "10.60");
                Assert.Empty(Sent(bench));
                bench.Engine.MarketData.PublishReference(Abc, ReferenceField.LastTrade, Px("10.50"), bench.TimeNs++);
                bench.Run();
                break;
        }

        Assert.Equal(["New Buy Market Gtc 10@0"], Sent(bench));
    }

    [Theory]
    [InlineData(OffsetUnit.Price, "0.10", "10.11 10.12", "10.01 10.10", "10.02 10.10")]
    [InlineData(OffsetUnit.Ticks, "5", "10.11 10.12", "10.06 10.10", "10.07 10.10")]
    [InlineData(OffsetUnit.BasisPoints, "100", "10.20 10.21", "10.09 10.20", "10.10 10.20")]
    public void A_trailing_stop_follows_the_best_price_and_not_back(OffsetUnit unit, string distance, string best, string reached, string notYet)
    {
        using EngineBench bench = Quoted();
        long offset = unit == OffsetUnit.Price ? Px(distance).Raw : long.Parse(distance, System.Globalization.CultureInfo.InvariantCulture);
        Send(bench, Side.Sell, OrderType.TrailingStop, "0", "10", OrderTerms.Trail(offset, unit));
        foreach (string quote in (string[])[best, notYet])
        {
            bench.Quote(Abc, quote.Split(' ')[0], quote.Split(' ')[1]);
            Assert.Empty(Sent(bench));
        }

        bench.Quote(Abc, reached.Split(' ')[0], reached.Split(' ')[1]);
        Assert.Equal(["New Sell Market Gtc 10@0"], Sent(bench));
    }

    [Fact]
    public void A_trailing_stop_limit_is_sent_at_its_distance_rounded_in_the_orders_favour()
    {
        using EngineBench bench = Quoted();
        Send(bench, Side.Sell, OrderType.TrailingStopLimit, "0", "10", OrderTerms.Trail(100, OffsetUnit.BasisPoints, Px("0.005")));
        bench.Quote(Abc, "10.15", "10.16");
        bench.Quote(Abc, "10.04", "10.16");

        // 10.15 less 1 % is 10.0485, less 0.005 is 10.0435: a sell order goes up to the tick.
        Assert.Equal(["New Sell Limit Gtc 10@10.05"], Sent(bench));
        Assert.Equal(["New Held id=1 Sell 10@0 cum=0 leaves=10", "Triggered PendingNew id=1 Sell 10@10.05 cum=0 leaves=10"], bench.Lines());
    }

    [Fact]
    public void A_held_order_reserves_and_gives_back()
    {
        using EngineBench bench = Quoted();
        Send(bench, Side.Buy, OrderType.Stop, "0", "1000", OrderTerms.Stop(Px("10.50")));
        bench.Limit(Side.Buy, "10", "501");
        bench.Limit(Side.Buy, "10", "500");
        bench.First.Cancel(bench.First.NextClOrdId, bench.TimeNs++, 1UL);
        bench.Run();
        bench.Limit(Side.Buy, "10", "1000");
        Assert.Equal(
            [
                "New Held id=1 Buy 1000@0 cum=0 leaves=1000",
                "Rejected Rejected id=2 Buy 501@10 cum=0 leaves=0 PositionLimit",
                "Canceled Canceled id=4 orig=1 Buy 1000@0 cum=0 leaves=0",
            ],
            bench.Lines());
        Assert.Equal(["New Buy Limit Gtc 500@10", "New Buy Limit Gtc 1000@10"], Sent(bench));
    }

    [Fact]
    public void A_held_order_takes_other_terms_price_and_quantity_at_once()
    {
        using EngineBench bench = Quoted();
        Send(bench, Side.Buy, OrderType.StopLimit, "10.60", "100", OrderTerms.Stop(Px("10.50")));
        OrderHandle handle = Reports(bench.First).Single().Handle;
        OrderTerms terms = OrderTerms.Stop(Px("10.30"));
        bench.First.Replace(2, bench.TimeNs++, handle, Px("10.40"), Qty("50"), in terms);
        bench.First.Replace(3, bench.TimeNs++, handle, Px("10.45"), Qty("60"));
        bench.First.Cancel(4, bench.TimeNs++, 1UL);
        bench.Run();
        Assert.Empty(Sent(bench));
        bench.Quote(Abc, "10.20", "10.30");
        Assert.Equal(["New Buy Limit Gtc 60@10.45"], Sent(bench));
        Assert.Equal(
            [
                "Replaced Held id=2 orig=1 Buy 50@10.4 cum=0 leaves=50",
                "Replaced Held id=3 orig=2 Buy 60@10.45 cum=0 leaves=60",
                "CancelReject Rejected id=4 orig=1 None 0@0 cum=0 leaves=0 OrderClosed",
                "Triggered PendingNew id=3 Buy 60@10.45 cum=0 leaves=60",
            ],
            bench.Lines());
    }

    [Fact]
    public void A_release_meets_the_controls_that_the_market_and_operators_have_moved()
    {
        using EngineBench bench = Quoted();
        Send(bench, Side.Buy, OrderType.StopLimit, "13", "100", OrderTerms.Stop(Px("10.50")));
        Send(bench, Side.Buy, OrderType.Stop, "0", "100", OrderTerms.Stop(Px("10.50")));
        Send(bench, Side.Buy, OrderType.Stop, "0", "100", OrderTerms.Stop(Px("10.60")));
        bench.Engine.Operator.SetLimit(RiskScope.Of(FirstAccount, Abc), RiskLimitKind.MaxOrderQuantity, Qty("99").Raw, bench.TimeNs++);
        bench.Quote(Abc, "10.49", "10.50");
        bench.Engine.Operator.SetLimit(RiskScope.Of(FirstAccount, Abc), RiskLimitKind.MaxOrderQuantity, Qty("100").Raw, bench.TimeNs++);
        bench.Quote(Abc, "10.59", "10.60");
        Assert.Equal(
            [
                "New Held id=1 Buy 100@13 cum=0 leaves=100",
                "New Held id=2 Buy 100@0 cum=0 leaves=100",
                "New Held id=3 Buy 100@0 cum=0 leaves=100",
                "Rejected Rejected id=1 Buy 100@13 cum=0 leaves=0 OrderQuantityLimit",
                "Rejected Rejected id=2 Buy 100@0 cum=0 leaves=0 OrderQuantityLimit",
                "Triggered PendingNew id=3 Buy 100@0 cum=0 leaves=100",
            ],
            bench.Lines());
        Assert.Equal(["New Buy Market Gtc 100@0"], Sent(bench));
        Assert.Equal("100", bench.Engine.Position(FirstAccount, Abc).WorkingBuy.ToString());
    }

    [Fact]
    public void The_collar_is_for_the_moment_of_release()
    {
        using EngineBench bench = Quoted();
        Send(bench, Side.Buy, OrderType.StopLimit, "20", "100", OrderTerms.Stop(Px("19")));
        Send(bench, Side.Buy, OrderType.StopLimit, "22", "100", OrderTerms.Stop(Px("19")));
        bench.Quote(Abc, "18.99", "19");
        Assert.Equal(["New Buy Limit Gtc 100@20"], Sent(bench));
        Assert.Equal("Rejected Rejected id=2 Buy 100@22 cum=0 leaves=0 PriceCollar", bench.Lines()[^1]);
    }

    [Theory]
    [InlineData(OperatorCommand.Kill)]
    [InlineData(OperatorCommand.CancelAll)]
    public void A_switch_or_a_mass_cancel_ends_what_is_held(OperatorCommand command)
    {
        using EngineBench bench = Quoted();
        Send(bench, Side.Buy, OrderType.Stop, "0", "100", OrderTerms.Stop(Px("10.50")));
        Send(bench, Side.Sell, OrderType.TrailingStop, "0", "100", OrderTerms.Trail(5, OffsetUnit.Ticks));
        bench.Engine.Operator.Send(command, bench.TimeNs++, RiskScope.Of(FirstAccount));
        bench.Engine.MarketData.PublishTop(Abc, new(Px("10.60"), Qty("1"), Px("10.61"), Qty("1")), bench.TimeNs++);
        bench.Run();
        Assert.Empty(Sent(bench));
        Assert.Equal(
            [
                "New Held id=1 Buy 100@0 cum=0 leaves=100",
                "New Held id=2 Sell 100@0 cum=0 leaves=100",
                "Canceled Canceled id=1 Buy 100@0 cum=0 leaves=0",
                "Canceled Canceled id=2 Sell 100@0 cum=0 leaves=0",
            ],
            bench.Lines());
        Assert.Equal((0, 0, "0"), (bench.Engine.OpenOrders, bench.Engine.HeldOrders, bench.Engine.Position(FirstAccount, Abc).WorkingBuy.ToString()));
    }

    [Fact]
    public void A_date_ends_what_is_held_and_what_is_at_a_venue_that_knows_no_dates()
    {
        using EngineBench bench = Quoted();
        OrderTerms until = OrderTerms.Until(bench.TimeNs + 100);
        Send(bench, Side.Buy, OrderType.Limit, "9.99", "100", until, TimeInForce.Gtd);
        OrderTerms stop = OrderTerms.Stop(Px("10.50"));
        stop.ExpireTimeNs = until.ExpireTimeNs;
        Send(bench, Side.Buy, OrderType.Stop, "0", "100", stop, TimeInForce.Gtd);
        OrderHandle working = bench.Requests().Single().Handle;
        bench.Report(working, ExecType.New, number: 9);
        bench.Engine.MarketData.PublishTime(until.ExpireTimeNs - 1);
        bench.Run();
        Assert.Empty(Sent(bench));
        bench.Engine.MarketData.PublishTime(until.ExpireTimeNs);
        bench.Run();
        Assert.Equal([(VenueRequestKind.Cancel, 9UL)], bench.Requests().Select(r => (r.Kind, r.VenueOrderId)));
        bench.TimeNs = until.ExpireTimeNs + 1;
        bench.Report(working, ExecType.Canceled);
        Assert.Equal(
            [
                "New Held id=2 Buy 100@0 cum=0 leaves=100",
                "New New id=1 Buy 100@9.99 cum=0 leaves=100",
                "Expired Expired id=2 Buy 100@0 cum=0 leaves=0",
                "Expired Expired id=1 Buy 100@9.99 cum=0 leaves=0",
            ],
            bench.Lines());
        Assert.Equal(0, bench.Engine.OpenOrders);
    }

    [Fact]
    public void A_venue_that_does_a_type_itself_is_sent_its_terms()
    {
        using EngineBench bench = new(definition => definition.SetAbilities(FirstVenue, VenueAbilities.All));
        bench.Quote(Abc, "10.00", "10.01");
        OrderTerms terms = OrderTerms.Stop(Px("10.50"), TriggerSource.LastTrade);
        terms.ExpireTimeNs = 5_000;
        terms.DisplayQuantity = Qty("10");
        terms.MinQuantity = Qty("5");
        Send(bench, Side.Buy, OrderType.StopLimit, "10.60", "100", terms, TimeInForce.Gtd);
        List<VenueRequest> requests = bench.Requests();
        Assert.Equal([VenueRequestKind.Terms, VenueRequestKind.New], requests.Select(r => r.Kind));
        Assert.Equal(terms, requests[0].Terms);
        Assert.Equal((OrderType.StopLimit, TimeInForce.Gtd, "10.6"), (requests[1].OrderType, requests[1].TimeInForce, requests[1].Price.ToString()));
        OrderHandle handle = requests[1].Handle;
        bench.Report(handle, ExecType.New, number: 3);
        bench.First.Replace(2, bench.TimeNs++, handle, Px("10.65"), Qty("100"));
        bench.Run();
        bench.Report(handle, ExecType.Triggered);
        bench.First.Replace(3, bench.TimeNs++, handle, Px("10.65"), Qty("100"));
        bench.Run();
        Assert.Equal(
            [
                "New New id=1 Buy 100@10.6 cum=0 leaves=100",
                "CancelReject New id=2 orig=1 Buy 100@10.6 cum=0 leaves=100 NotReplaceable",
                "Triggered New id=1 Buy 100@10.6 cum=0 leaves=100",
            ],
            bench.Lines());
        Assert.Equal([VenueRequestKind.Replace], bench.Requests().Select(r => r.Kind));
    }

    [Theory]
    [InlineData(OrderType.MarketToLimit, TimeInForce.Gtc, ExecInst.None, VenueAbilities.MarketToLimit)]
    [InlineData(OrderType.Limit, TimeInForce.AtTheOpening, ExecInst.None, VenueAbilities.AtTheOpening)]
    [InlineData(OrderType.Limit, TimeInForce.AtTheClose, ExecInst.None, VenueAbilities.AtTheClose)]
    [InlineData(OrderType.Limit, TimeInForce.Gtc, ExecInst.AllOrNone, VenueAbilities.AllOrNone)]
    [InlineData(OrderType.Limit, TimeInForce.Gtc, ExecInst.Hidden, VenueAbilities.Hidden)]
    public void What_neither_venue_nor_engine_does_is_refused_and_named(OrderType type, TimeInForce timeInForce, ExecInst execInst, VenueAbilities missing)
    {
        using EngineBench bench = Quoted();
        bench.First.NewOrder(1, bench.TimeNs++, Abc, Side.Buy, type, timeInForce, type == OrderType.Limit ? Px("10") : default, Qty("10"), execInst);
        bench.Run();
        var report = bench.OnlyReport();
        Assert.Equal((RejectReason.UnsupportedOrderType, (long)missing, (long)VenueAbilities.Standard), (report.RejectReason, report.RejectValue, report.RejectLimit));
        Assert.Equal(FailedChecks.Of(RejectReason.UnsupportedOrderType), report.FailedChecks);
    }

    [Fact]
    public void Terms_that_cannot_be_are_refused_with_what_they_broke()
    {
        (OrderType Type, TimeInForce TimeInForce, OrderTerms Terms, long Value, long Limit)[] all =
        [
            (OrderType.Stop, TimeInForce.Gtc, OrderTerms.Stop(Px("10.505")), Px("10.505").Raw, Px("0.01").Raw),
            (OrderType.Stop, TimeInForce.Gtc, OrderTerms.Stop(Px("1001")), Px("1001").Raw, Px("1000").Raw),
            (OrderType.Stop, TimeInForce.Gtc, OrderTerms.Stop(Px("0.5")), Px("0.5").Raw, Px("1").Raw),
            (OrderType.Limit, TimeInForce.Gtc, OrderTerms.Stop(Px("10.5")), Px("10.5").Raw, 0),
            (OrderType.TrailingStop, TimeInForce.Gtc, OrderTerms.Trail(0, OffsetUnit.Ticks), 0, 0),
            (OrderType.TrailingStop, TimeInForce.Gtc, OrderTerms.Trail(10_000, OffsetUnit.BasisPoints), 10_000, 9_999),
            (OrderType.TrailingStop, TimeInForce.Gtc, OrderTerms.Trail(5, OffsetUnit.Ticks, Px("0.01")), Px("0.01").Raw, 0),
            (OrderType.Stop, TimeInForce.Gtc, OrderTerms.Stop(Px("10.5"), (TriggerSource)9), 9, 0),
            (OrderType.Limit, TimeInForce.Gtd, OrderTerms.Until(1), 1, -1),
            (OrderType.Limit, TimeInForce.Gtc, OrderTerms.Until(1_000_000), 1_000_000, 0),
            (OrderType.Limit, TimeInForce.Gtc, new OrderTerms { DisplayQuantity = Qty("100") }, Qty("100").Raw, Qty("100").Raw),
            (OrderType.Limit, TimeInForce.Gtc, new OrderTerms { MinQuantity = Qty("101") }, Qty("101").Raw, Qty("100").Raw),
            (OrderType.Limit, TimeInForce.Gtc, new OrderTerms { PegSource = PegSource.Mid }, 2, 0),
        ];
        foreach ((OrderType type, TimeInForce timeInForce, OrderTerms terms, long value, long limit) in all)
        {
            using EngineBench bench = Quoted();
            long nowNs = bench.TimeNs;
            Send(bench, Side.Buy, type, type == OrderType.Limit ? "10" : "0", "100", terms, timeInForce);
            var report = bench.OnlyReport();
            Assert.Equal((RejectReason.InvalidTerms, value, limit == -1 ? nowNs : limit), (report.RejectReason, report.RejectValue, report.RejectLimit));
        }
    }

    [Fact]
    public void Terms_count_for_the_request_directly_behind_them_alone()
    {
        using EngineBench bench = Quoted();
        OrderTerms terms = OrderTerms.Stop(Px("10.50"));
        Send(bench, Side.Buy, OrderType.Stop, "0", "10", terms);
        bench.First.NewOrder(2, bench.TimeNs++, Abc, Side.Buy, OrderType.Stop, TimeInForce.Gtc, default, Qty("10"));
        bench.Run();
        Assert.Equal(["New Held id=1 Buy 10@0 cum=0 leaves=10", "Rejected Rejected id=2 Buy 10@0 cum=0 leaves=0 InvalidTerms"], bench.Lines());
    }

    [Fact]
    public void A_fill_of_what_no_venue_was_sent_counts_and_is_an_alarm()
    {
        using EngineBench bench = Quoted();
        Send(bench, Side.Buy, OrderType.Stop, "0", "100", OrderTerms.Stop(Px("10.50")));
        OrderHandle handle = Reports(bench.First).Single().Handle;
        bench.Report(handle, ExecType.New);
        bench.Report(handle, ExecType.Canceled);
        bench.Report(handle, ExecType.Trade, "10", "40");
        bench.Quote(Abc, "10.49", "10.50");
        Assert.Equal(["New Buy Market Gtc 60@0"], Sent(bench));
        Assert.Equal(
            [
                "Trade Held id=1 Buy 100@0 last=40@10 fee=0.12 cum=40 leaves=60",
                "Triggered PendingNew id=1 Buy 100@0 cum=40 leaves=60",
            ],
            bench.Lines());
        Assert.Equal((2L, 1L, "40"), (bench.Engine.Counters.IllegalReports, bench.Engine.Counters.OverFills, bench.Engine.Position(FirstAccount, Abc).Position.ToString()));
    }

    [Fact]
    public void A_reduce_only_order_may_close_a_position_and_no_more()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10.01", "100");
        OrderHandle bought = bench.Requests().Single().Handle;
        bench.Report(bought, ExecType.Trade, "10.01", "100");
        _ = bench.Lines();
        bench.Limit(Side.Sell, "10.01", "101", execInst: ExecInst.ReduceOnly);
        bench.Limit(Side.Sell, "10.01", "60", execInst: ExecInst.ReduceOnly);
        bench.Limit(Side.Sell, "10.01", "41", execInst: ExecInst.ReduceOnly);
        bench.Limit(Side.Buy, "10", "1", execInst: ExecInst.ReduceOnly);
        Send(bench, Side.Sell, OrderType.Stop, "0", "40", OrderTerms.Stop(Px("9.90")), execInst: ExecInst.ReduceOnly);
        var reports = Reports(bench.First);
        Assert.Equal(
            [
                "Rejected Rejected id=2 Sell 101@10.01 cum=0 leaves=0 ReduceOnly",
                "Rejected Rejected id=4 Sell 41@10.01 cum=0 leaves=0 ReduceOnly",
                "Rejected Rejected id=5 Buy 1@10 cum=0 leaves=0 ReduceOnly",
                "New Held id=6 Sell 40@0 cum=0 leaves=40",
            ],
            reports.Select(Line));
        Assert.Equal(["100", "40", "0"], reports.Take(3).Select(r => r.LargestQuantity.ToString()));
        Assert.Equal((Qty("101").Raw, Qty("100").Raw), (reports[0].RejectValue, reports[0].RejectLimit));
    }

    [Fact]
    public void A_strategy_that_leaves_its_reports_undrained_holds_releases_back_and_loses_none()
    {
        using EngineBench bench = new(definition => definition.Limits = definition.Limits with { StrategyReports = 4 });
        bench.Quote(Abc, "10.00", "10.01");
        for (int i = 0; i < 4; i++)
        {
            Send(bench, Side.Buy, OrderType.Stop, "0", "10", OrderTerms.Stop(Px("10.50")));
        }

        Assert.Equal(4, bench.Lines().Count);
        bench.Limit(Side.Buy, "10", "10");
        bench.Report(bench.Requests().Single().Handle, ExecType.New);
        bench.Quote(Abc, "10.49", "10.50");
        Assert.Equal(3, bench.Requests().Count);
        Assert.Equal(4, Reports(bench.First).Count);
        bench.Run();
        Assert.Single(bench.Requests());
        Assert.Equal(["Triggered PendingNew id=4 Buy 10@0 cum=0 leaves=10"], bench.Lines());
    }

    [Fact]
    public void As_many_orders_have_terms_as_there_are_places()
    {
        using EngineBench bench = new(definition => definition.Limits = definition.Limits with { MaxOrdersWithTerms = 2 });
        bench.Quote(Abc, "10.00", "10.01");
        for (int i = 0; i < 3; i++)
        {
            Send(bench, Side.Buy, OrderType.Stop, "0", "10", OrderTerms.Stop(Px("10.50")));
        }

        var last = Reports(bench.First)[^1];
        Assert.Equal((RejectReason.OrderCapacity, 2L, 2L), (last.RejectReason, last.RejectValue, last.RejectLimit));
    }
}
