using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Venues;
using Xunit;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>What comes of requests: taking, resting, replacing, refusing.</summary>
public sealed class PriceTimeVenueRequestTests
{
    private readonly VenueScript _script = VenueScript.Recorded();

    [Fact]
    public void A_taker_walks_the_displayed_orders_in_priority_and_rests_with_the_rest()
    {
        _script.Added(11, Side.Sell, 10, 1001).Added(12, Side.Sell, 20, 1000).Added(13, Side.Sell, 30, 1001).Added(14, Side.Sell, 40, 1002);
        Assert.Equal(
            ["1 New", "1 Trade 20@1000 Removed", "1 Trade 10@1001 Removed", "1 Trade 30@1001 Removed"],
            _script.Buy(1, 100, 1001).Take());
        Assert.Equal(new TopOfBook(At(1001), Lots(40), At(1002), Lots(40)), Top());
        Assert.Equal(["1 Canceled"], _script.Cancel(1).Take());
    }

    [Fact]
    public void Immediate_or_cancel_and_market_orders_cancel_what_they_cannot_take()
    {
        _script.Added(11, Side.Sell, 10, 1000).Added(12, Side.Sell, 10, 1005);
        Assert.Equal(["1 New", "1 Trade 10@1000 Removed", "1 Canceled"], _script.Buy(1, 25, 1004, TimeInForce.Ioc).Take());
        Assert.Equal(["2 New", "2 Trade 10@1005 Removed", "2 Canceled"], _script.Market(2, Side.Buy, 25).Take());
        Assert.Equal(["3 New", "3 Canceled"], _script.Market(3, Side.Buy, 1).Take());
        Assert.Equal(default, Top());
    }

    [Fact]
    public void Fill_or_kill_takes_all_or_nothing()
    {
        _script.Added(11, Side.Buy, 10, 1000).Added(12, Side.Buy, 10, 999);
        Assert.Equal(["1 New", "1 Canceled"], _script.Sell(1, 21, 999, TimeInForce.Fok).Take());
        Assert.Equal(["2 New", "2 Canceled"], _script.Sell(2, 20, 1000, TimeInForce.Fok).Take());
        Assert.Equal(["3 New", "3 Trade 10@1000 Removed", "3 Trade 10@999 Removed"], _script.Sell(3, 20, 999, TimeInForce.Fok).Take());
    }

    [Fact]
    public void A_smaller_quantity_keeps_the_place_and_more_or_another_price_loses_it()
    {
        _script.Buy(1, 10, 1000).Added(11, Side.Buy, 5, 1000).Take();
        Assert.Equal(["1 Replaced 8@1000"], _script.Replace(1, 8, 1000).Take());
        Assert.Equal((Lots(8), Lots(0)), Order(1));
        _script.Replace(1, 8, 1000);
        Assert.Equal((Lots(8), Lots(0)), Order(1));
        _script.Replace(1, 9, 1000);
        Assert.Equal((Lots(9), Lots(5)), Order(1));
        _script.Deleted(11).Added(12, Side.Buy, 6, 999).Replace(1, 9, 999);
        Assert.Equal((Lots(9), Lots(6)), Order(1));
    }

    [Fact]
    public void A_replacement_counts_what_has_executed_and_may_trade()
    {
        _script.Buy(1, 10, 1000).Added(11, Side.Sell, 4, 1000).Take();
        Assert.Equal(["1 Replaced 9@1000"], _script.Replace(1, 9, 1000).Take());
        Assert.Equal((Lots(5), Lots(0)), Order(1));
        _script.Added(12, Side.Sell, 7, 1002);
        Assert.Equal(["1 Replaced 10@1002", "1 Trade 6@1002 Removed"], _script.Replace(1, 10, 1002).Take());
        Assert.Equal(["1 ReplaceReject VenueTooLate"], _script.Replace(1, 11, 1002).Take());
    }

    [Fact]
    public void A_replacement_to_no_more_than_has_executed_cancels_the_rest()
    {
        _script.Buy(1, 10, 1000).Added(11, Side.Sell, 4, 1000).Take();
        Assert.Equal(["1 Canceled"], _script.Replace(1, 4, 1000).Take());
        Assert.Equal(["1 CancelReject VenueTooLate"], _script.Cancel(1).Take());
        Assert.Equal(default, Top());
    }

    [Fact]
    public void A_post_only_order_expires_when_a_replacement_would_take()
    {
        _script.Added(11, Side.Sell, 4, 1001).Buy(1, 10, 1000, inst: ExecInst.PostOnly).Take();
        Assert.Equal(["1 Replaced 10@1001", "1 Expired"], _script.Replace(1, 10, 1001).Take());
        Assert.Equal(Lots(4), Shown(Side.Sell, 1001));
    }

    [Fact]
    public void A_refused_replacement_leaves_the_order_as_it_is()
    {
        _script.Added(11, Side.Buy, 3, 1000).Buy(1, 10, 1000).Take();
        Assert.Equal(
            ["1 ReplaceReject InvalidPrice", "1 ReplaceReject InvalidQuantity", "1 ReplaceReject InvalidQuantity"],
            _script.Replace(1, 10, 0).Replace(1, 0, 1000).Replace(1, -4, 1000).Take());
        VenueRequest offTick = new() { Kind = VenueRequestKind.Replace, Price = new(Price.One + 1), Quantity = Lots(1) };
        VenueRequest offLot = new() { Kind = VenueRequestKind.Replace, Price = At(1000), Quantity = new(Quantity.One + 1) };
        Assert.Equal(["1 ReplaceReject PriceOffTick", "1 ReplaceReject QuantityOffLot"], _script.Request(offTick, 1).Request(offLot, 1).Take());
        Assert.Equal((Lots(10), Lots(3)), Order(1));
        Assert.Equal(5, Venue().Counters.CancelRejects);
    }

    [Fact]
    public void An_order_stops_at_an_own_one_and_the_rest_is_canceled()
    {
        _script.Added(11, Side.Sell, 10, 1000).Sell(1, 5, 1000).Added(12, Side.Sell, 10, 1000).Added(13, Side.Sell, 3, 999).Take();
        Assert.Equal(["2 New", "2 Trade 3@999 Removed", "2 Trade 10@1000 Removed", "2 Canceled"], _script.Buy(2, 20, 1000).Take());
        Assert.Equal(["3 New", "3 Canceled"], _script.Market(3, Side.Buy, 1).Take());
        Assert.Equal(["4 New", "4 Canceled"], _script.Buy(4, 1, 1001, TimeInForce.Fok).Take());
        Assert.Equal(["5 New", "5 Expired"], _script.Buy(5, 1, 1000, inst: ExecInst.PostOnly).Take());
        Assert.Equal((Lots(5), Lots(0)), Order(1));
        Assert.Equal(3, Venue().Counters.SelfMatchesPrevented);
    }

    [Fact]
    public void A_fill_or_kill_order_that_is_filled_before_an_own_order_fills()
    {
        _script.Added(11, Side.Sell, 10, 1000).Sell(1, 5, 1000).Take();
        Assert.Equal(["2 New", "2 Trade 10@1000 Removed"], _script.Buy(2, 10, 1000, TimeInForce.Fok).Take());
        Assert.Equal(0, Venue().Counters.SelfMatchesPrevented);
    }

    [Fact]
    public void What_is_not_an_order_is_rejected_with_the_reason()
    {
        VenueRequest good = new()
        {
            Kind = VenueRequestKind.New,
            Side = Side.Buy,
            OrderType = OrderType.Limit,
            Price = At(1000),
            Quantity = Lots(1),
        };
        _script.Request(good with { Side = Side.None }, 1).Request(good with { OrderType = OrderType.None }, 2).Request(good with { TimeInForce = (TimeInForce)9 }, 3);
        _script.Request(good with { TimeInForce = TimeInForce.Ioc, ExecInst = ExecInst.PostOnly }, 4).Request(good with { ExecInst = (ExecInst)2 }, 5);
        _script.Request(good with { Price = new(-VenueScript.Tick) }, 6).Request(good with { Price = new(1) }, 7).Request(good with { Quantity = default }, 8);
        _script.Request(good with { Quantity = new(1) }, 9).Request(good with { Quantity = new(long.MaxValue / VenueScript.Lot * VenueScript.Lot) }, 10);
        _script.Request(good with { Instrument = new InstrumentId(2) }, 11).Request(good with { Instrument = new InstrumentId(-1) }, 12);
        _script.Request(good, 0).Request(good with { Kind = (VenueRequestKind)9 }, 13);
        Assert.Equal(
            [
                "1 Rejected InvalidSide", "2 Rejected InvalidOrderType", "3 Rejected InvalidTimeInForce", "4 Rejected InvalidExecInst", "5 Rejected InvalidExecInst",
                "6 Rejected InvalidPrice", "7 Rejected PriceOffTick", "8 Rejected InvalidQuantity", "9 Rejected QuantityOffLot", "11 Rejected UnknownInstrument",
                "12 Rejected UnknownInstrument", "0 Rejected VenueRejected", "13 Rejected VenueRejected",
            ],
            _script.Take().Where(line => !line.StartsWith("10 ", StringComparison.Ordinal)));
        Assert.Equal(default(TopOfBook).AskQuantity, Top().AskQuantity);
    }

    [Fact]
    public void A_quantity_beyond_the_books_largest_is_rejected()
    {
        using VenueScript tiny = new(new PriceTimeVenue([VenueScript.Instrument() with { LotSize = new(1) }], new(16, 16, 64, 16)));
        Assert.Equal(["1 Rejected QuantityOutOfBounds"], tiny.Buy(1, 92_000_000_000, 1000).Take());
    }

    [Fact]
    public void A_handle_that_is_open_is_not_taken_again_until_its_order_has_ended()
    {
        Assert.Equal(["1 New", "1 Rejected VenueRejected"], _script.Buy(1, 10, 1000).Buy(1, 10, 1001).Take());
        Assert.Equal(["1 Canceled", "1 New"], _script.Cancel(1).Buy(1, 10, 1001).Take());
        Assert.Equal((1, 1), (Venue().Counters.DuplicateHandles, Venue().Counters.Rejected));
    }

    [Fact]
    public void Full_of_own_orders_it_rejects_until_one_has_ended()
    {
        using VenueScript full = VenueScript.Recorded(new(16, 32, 64, 16));
        for (int order = 1; order <= 32; order++)
        {
            full.Buy(order, 1, 1000 + order);
        }

        full.Take();
        Assert.Equal(["33 Rejected OrderCapacity", "34 Rejected OrderCapacity"], full.Buy(33, 1, 1000).Market(34, Side.Sell, 1).Take());
        Assert.Equal(["5 Canceled", "35 New", "36 Rejected OrderCapacity"], full.Cancel(5).Buy(35, 1, 1000).Buy(36, 1, 1000).Take());
        Assert.Equal(3, ((PriceTimeVenue)full.Venue).Counters.CapacityRejects);
    }

    [Fact]
    public void A_price_for_which_the_book_has_no_room_is_canceled_and_counted()
    {
        using VenueScript full = VenueScript.Recorded(new(16, 32, 64, 2));
        full.Buy(1, 1, 1_000_000).Buy(2, 1, 900_000).Buy(3, 1, 800_000).Take();
        Assert.Equal(["4 New", "4 Canceled"], full.Buy(4, 1, 700_000).Take());
        Assert.Equal(1, ((PriceTimeVenue)full.Venue).Counters.RemaindersNotKept);
    }

    [Fact]
    public void While_halted_nothing_new_comes_and_cancels_work()
    {
        _script.Added(11, Side.Sell, 5, 1001).Buy(1, 10, 1000).Buy(2, 10, 999).Status(TradingStatus.Halted).Take();
        Assert.Equal(
            ["3 Rejected VenueRejected", "2 ReplaceReject VenueRejected", "1 Canceled"],
            _script.Buy(3, 1, 1001).Replace(2, 5, 999).Cancel(1).Take());
        Assert.Equal(["2 Replaced 5@999"], _script.Status(TradingStatus.Open).Replace(2, 5, 999).Take());
    }

    [Theory]
    [InlineData(TradingStatus.PreOpen)]
    [InlineData(TradingStatus.Quotation)]
    [InlineData(TradingStatus.Closed)]
    public void Outside_of_continuous_trading_new_orders_are_rejected(TradingStatus status) =>
        Assert.Equal(["1 Rejected VenueRejected"], _script.Status(status).Buy(1, 1, 1000).Take());

    [Fact]
    public void The_close_expires_day_orders_best_first_and_leaves_the_others()
    {
        _script.Buy(1, 1, 998).Buy(2, 1, 999).Buy(3, 1, 999, TimeInForce.Gtc).Buy(4, 1, 999).Sell(5, 1, 1001).Take();
        Assert.Equal(["2 Expired", "4 Expired", "1 Expired", "5 Expired"], _script.Status(TradingStatus.Closed).Take());
        Assert.Equal(1, Venue().OpenOrders);
        Assert.Equal(["3 Canceled"], _script.Cancel(3).Take());
    }

    private static Price At(long ticks) => new(ticks * VenueScript.Tick);

    private static Quantity Lots(long lots) => new(lots * VenueScript.Lot);

    private PriceTimeVenue Venue() => (PriceTimeVenue)_script.Venue;

    private TopOfBook Top() => Venue().TopOf(new(1));

    private Quantity Shown(Side side, long price) => Venue().QuantityAt(new(1), side, At(price));

    private (Quantity Leaves, Quantity Ahead) Order(int order)
    {
        Assert.True(Venue().TryGetOrder(VenueScript.Handle(order), out Quantity leaves, out Quantity ahead));
        return (leaves, ahead);
    }
}
