using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Market;

/// <summary>What passes in which state of a session, of a venue and of an instrument, and what becomes of held orders.</summary>
public class TradingSessionTests
{
    private static EngineBench Quoted(VenueAbilities abilities = VenueAbilities.All & ~VenueAbilities.Stop)
    {
        EngineBench bench = new(d => d.SetAbilities(FirstVenue, abilities));
        bench.Quote(Abc, "10.00", "10.01");
        return bench;
    }

    private static void Announce(EngineBench bench, TradingStatus status, bool ofVenue)
    {
        _ = ofVenue ? bench.Engine.MarketData.PublishStatus(FirstVenue, status, bench.TimeNs) : bench.Engine.MarketData.PublishStatus(Abc, status, bench.TimeNs);
        bench.Run();
    }

    private static void Send(EngineBench bench, OrderType type, TimeInForce timeInForce, string price = "0")
    {
        bench.First.NewOrder(bench.First.NextClOrdId, bench.TimeNs++, Abc, Side.Buy, type, timeInForce, Px(price), Qty("10"));
        bench.Run();
    }

    [Theory]
    [InlineData(TradingStatus.Unknown, "Day Gtc Ioc Fok AtTheOpening AtTheClose Market MarketAtTheOpening MarketAtTheClose", "")]
    [InlineData(TradingStatus.Open, "Day Gtc Ioc Fok AtTheClose Market MarketAtTheClose", "SessionClosed 2")]
    [InlineData(TradingStatus.PreOpen, "Day Gtc AtTheOpening AtTheClose MarketAtTheOpening MarketAtTheClose", "SessionClosed 1")]
    [InlineData(TradingStatus.Quotation, "Day Gtc AtTheOpening AtTheClose MarketAtTheOpening MarketAtTheClose", "SessionClosed 4")]
    [InlineData(TradingStatus.Auction, "Day Gtc AtTheOpening AtTheClose MarketAtTheOpening MarketAtTheClose", "SessionClosed 6")]
    [InlineData(TradingStatus.Halted, "", "TradingHalted 3")]
    [InlineData(TradingStatus.Closed, "", "SessionClosed 5")]
    public void Each_state_lets_pass_what_it_is_for(TradingStatus status, string passing, string refusal)
    {
        foreach (bool ofVenue in (bool[])[true, false])
        {
            using EngineBench bench = Quoted();
            Announce(bench, status, ofVenue);
            List<string> passed = [];
            foreach (TimeInForce timeInForce in (TimeInForce[])[TimeInForce.Day, TimeInForce.Gtc, TimeInForce.Ioc, TimeInForce.Fok, TimeInForce.AtTheOpening, TimeInForce.AtTheClose])
            {
                Send(bench, OrderType.Limit, timeInForce, "10.00");
                passed.AddRange(bench.Requests().Select(_ => $"{timeInForce}"));
            }

            foreach (TimeInForce timeInForce in (TimeInForce[])[TimeInForce.Day, TimeInForce.AtTheOpening, TimeInForce.AtTheClose])
            {
                Send(bench, OrderType.Market, timeInForce);
                passed.AddRange(bench.Requests().Select(_ => timeInForce == TimeInForce.Day ? "Market" : $"Market{timeInForce}"));
            }

            Assert.Equal(passing, string.Join(' ', passed));
            Assert.All(Reports(bench.First), report => Assert.Equal(refusal, $"{report.RejectReason} {report.RejectValue}"));
        }
    }

    [Fact]
    public void Venue_and_instrument_must_both_trade_and_both_reasons_are_named()
    {
        using EngineBench bench = Quoted();
        Announce(bench, TradingStatus.Closed, ofVenue: true);
        Announce(bench, TradingStatus.Halted, ofVenue: false);
        bench.Limit(Side.Buy, "10.00", "10");
        Announce(bench, TradingStatus.Open, ofVenue: true);
        bench.Limit(Side.Buy, "10.00", "10");
        Announce(bench, TradingStatus.Open, ofVenue: false);
        bench.Limit(Side.Buy, "10.00", "10");
        Assert.Equal(
            ["1 SessionClosed SessionClosed+TradingHalted", "2 TradingHalted TradingHalted"],
            Reports(bench.First).Select(r => $"{r.ClOrdId} {r.RejectReason} {string.Join('+', r.FailedChecks.Reasons())}"));
        Assert.Single(bench.Requests());
    }

    [Fact]
    public void A_halt_refuses_replacements_and_lets_cancels_pass()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10.00", "10");
        OrderHandle handle = bench.Requests().Single().Handle;
        bench.Report(handle, ExecType.New);
        Announce(bench, TradingStatus.Halted, ofVenue: false);
        bench.First.Replace(2, bench.TimeNs, handle, Px("9.99"), Qty("10"));
        bench.First.Cancel(3, bench.TimeNs, handle);
        bench.Run();
        Assert.Equal([VenueRequestKind.Cancel], bench.Requests().Select(r => r.Kind));
        Assert.Equal(["New", "CancelReject"], Reports(bench.First).Select(r => $"{r.ExecType}"));
        Assert.Equal(1, bench.Engine.Counters.RejectsFor(RejectReason.TradingHalted));
    }

    [Fact]
    public void A_venue_that_waits_for_its_calendar_is_closed_until_it_is_opened()
    {
        using EngineBench bench = new(d => d.SetStatus(FirstVenue, TradingStatus.Closed));
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10.00", "10");
        Announce(bench, TradingStatus.Open, ofVenue: true);
        bench.Limit(Side.Buy, "10.00", "10");
        Assert.Equal(["Rejected SessionClosed"], Reports(bench.First).Select(r => $"{r.ExecType} {r.RejectReason}"));
        Assert.Single(bench.Requests());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stop_is_taken_while_closed_waits_through_a_halt_and_looks_again_when_trading_resumes(bool ofVenue)
    {
        using EngineBench bench = Quoted();
        Announce(bench, TradingStatus.Closed, ofVenue);
        OrderTerms stop = OrderTerms.Stop(Px("10.05"));
        bench.First.NewOrder(1, bench.TimeNs, Abc, Side.Buy, OrderType.Stop, TimeInForce.Gtc, default, Qty("10"), in stop);
        bench.Run();
        Assert.Equal(["New Held"], Reports(bench.First).Select(r => $"{r.ExecType} {r.OrdStatus}"));
        Announce(bench, TradingStatus.Halted, ofVenue);
        bench.Quote(Abc, "10.04", "10.06");
        Assert.Empty(bench.Requests());
        Announce(bench, TradingStatus.Open, ofVenue);
        Assert.Equal(["Triggered PendingNew"], Reports(bench.First).Select(r => $"{r.ExecType} {r.OrdStatus}"));
        Assert.Single(bench.Requests());
    }

    [Theory]
    [InlineData(TimeInForce.Day, true)]
    [InlineData(TimeInForce.AtTheClose, true)]
    [InlineData(TimeInForce.Gtc, false)]
    public void A_held_order_of_the_day_ends_with_it(TimeInForce timeInForce, bool ends)
    {
        using EngineBench bench = Quoted();
        OrderTerms stop = OrderTerms.Stop(Px("10.05"));
        bench.First.NewOrder(1, bench.TimeNs, Abc, Side.Buy, OrderType.Stop, timeInForce, default, Qty("10"), in stop);
        Announce(bench, TradingStatus.Open, ofVenue: true);
        Announce(bench, TradingStatus.Halted, ofVenue: true);
        bench.Run();
        Assert.Equal(1, bench.Engine.HeldOrders);
        Announce(bench, TradingStatus.Closed, ofVenue: true);
        Assert.Equal(ends ? ["New Held", "Expired Expired"] : ["New Held"], Reports(bench.First).Select(r => $"{r.ExecType} {r.OrdStatus}"));
        Assert.Equal(ends ? 0 : 1, bench.Engine.HeldOrders);
    }

    [Fact]
    public void A_status_that_cannot_be_is_counted_and_changes_nothing()
    {
        using EngineBench bench = Quoted();
        foreach ((InstrumentId instrument, TradingStatus status) in ((InstrumentId, TradingStatus)[])[(new(-1), TradingStatus.Closed), (new(99), TradingStatus.Closed), (Abc, (TradingStatus)7), (default, TradingStatus.Closed)])
        {
            bench.Engine.MarketData.PublishStatus(instrument, status, bench.TimeNs);
        }

        bench.Engine.MarketData.PublishStatus(new VenueId(9), TradingStatus.Closed, bench.TimeNs);
        bench.Run();
        bench.Limit(Side.Buy, "10.00", "10");
        Assert.Equal(5, bench.Engine.Counters.BadMarketData);
        Assert.Single(bench.Requests());
    }
}
