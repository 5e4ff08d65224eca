using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;
using Xunit;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>When the recorded market hits own orders, and what own orders do to it.</summary>
public sealed class PriceTimeVenueMarketTests
{
    private readonly VenueScript _script = VenueScript.Recorded();

    [Fact]
    public void An_order_moves_up_as_what_is_ahead_executes_or_goes_and_fills_from_what_executes_behind()
    {
        _script.Added(11, Side.Buy, 10, 1000).Added(12, Side.Buy, 20, 1000).Buy(1, 15, 1000).Added(13, Side.Buy, 30, 1000).Take();
        Assert.Equal(30, Ahead(1));
        Assert.Empty(_script.Executed(11, 4).Take());
        Assert.Equal(26, Ahead(1));
        Assert.Empty(_script.Reduced(12, 5).Take());
        Assert.Equal(21, Ahead(1));
        Assert.Empty(_script.Deleted(12).Executed(11, 6).Take());
        Assert.Equal(0, Ahead(1));
        Assert.Equal(["1 Trade 9@1000 Added"], _script.Executed(13, 9).Take());
        Assert.Equal(["1 Trade 6@1000 Added"], _script.Executed(13, 20).Take());
        Assert.Equal(1, Shown(Side.Buy, 1000));
        Assert.Empty(_script.Executed(13, 1).Take());
    }

    [Fact]
    public void An_execution_at_a_worse_price_hits_own_orders_best_first_each_lot_once()
    {
        _script.Added(11, Side.Sell, 50, 1003).Sell(1, 5, 1002).Sell(2, 5, 1001).Sell(3, 5, 1003).Sell(4, 5, 1002).Take();
        Assert.Equal(["2 Trade 5@1001 Added", "1 Trade 5@1002 Added", "4 Trade 2@1002 Added"], _script.Executed(11, 12).Take());
        Assert.Equal(38 + 5, Shown(Side.Sell, 1003));
        Assert.Equal(["4 Trade 3@1002 Added"], _script.Executed(11, 38).Take());
    }

    [Fact]
    public void An_execution_at_another_price_hits_only_own_orders_that_its_aggressor_would_have_taken()
    {
        _script.Added(11, Side.Buy, 50, 1000).Buy(1, 5, 1001).Buy(2, 5, 1003).Take();
        Assert.Equal(["2 Trade 5@1003 Added"], _script.ExecutedAt(11, 10, 1002).Take());
        Assert.Equal(["1 Trade 5@1001 Added"], _script.ExecutedAt(11, 10, 999).Take());
    }

    [Fact]
    public void An_execution_never_hits_more_than_the_recorded_order_had()
    {
        _script.Buy(1, 50, 1000).Added(11, Side.Buy, 5, 1000).Take();
        Assert.Equal(["1 Trade 5@1000 Added"], _script.Executed(11, 20).Take());
        Assert.Equal(1, Counters().ClampedReductions);
        Assert.Empty(_script.Executed(11, 20).Take());
        Assert.Equal(1, Counters().UnknownReferences);
    }

    [Fact]
    public void A_trade_through_the_price_fills_and_one_at_it_only_beyond_what_is_displayed_ahead()
    {
        _script.Added(11, Side.Buy, 10, 1000).Buy(1, 20, 1000).Buy(2, 5, 1000).Take();
        Assert.Empty(_script.Traded(50, 1001).Traded(10, 1000).Take());
        Assert.Equal(["1 Trade 2@1000 Added"], _script.Traded(12, 1000).Take());
        Assert.Equal(["1 Trade 4@1000 Added"], _script.Traded(4, 999).Take());
        _script.Deleted(11);
        Assert.Equal(["1 Trade 14@1000 Added", "2 Trade 1@1000 Added"], _script.Traded(15, 1000).Take());
        Assert.Equal(["2 Trade 4@1000 Added"], _script.Traded(15, 1).Take());
        _script.Sell(3, 5, 1010).Take();
        Assert.Equal(["3 Trade 5@1010 Added"], _script.Traded(7, 1011).Take());
    }

    [Fact]
    public void A_recorded_order_that_crosses_hits_own_orders_and_rests_with_the_rest()
    {
        _script.Buy(1, 5, 1001).Buy(2, 5, 1002).Buy(3, 5, 1000).Take();
        Assert.Equal(["2 Trade 5@1002 Added", "1 Trade 5@1001 Added"], _script.Added(11, Side.Sell, 12, 1001).Take());
        Assert.Equal(2, Shown(Side.Sell, 1001));
        Assert.Equal(["4 New", "4 Trade 2@1001 Removed"], _script.Buy(4, 2, 1001).Take());
        Assert.Empty(_script.Executed(11, 12).Take());
        Assert.Equal(0, Counters().ClampedReductions);
    }

    [Fact]
    public void A_recorded_order_smaller_than_the_own_one_is_used_up_and_its_later_events_still_count()
    {
        _script.Buy(1, 50, 1001).Take();
        Assert.Equal(["1 Trade 12@1001 Added"], _script.Added(11, Side.Sell, 12, 1000).Take());
        Assert.Equal(0, Shown(Side.Sell, 1000));
        Assert.Empty(_script.Executed(11, 4).Reduced(11, 4).Deleted(11).Take());
        Assert.Equal((0, 0), (Counters().UnknownReferences, Counters().ClampedReductions));
        Assert.Equal(["1 Trade 1@1001 Added"], _script.Added(12, Side.Buy, 1, 999).Replaced(12, 13, 2, 1000).Added(14, Side.Sell, 1, 1001).Take());
    }

    [Fact]
    public void A_replacement_to_a_crossing_price_hits()
    {
        _script.Added(11, Side.Sell, 10, 1005).Buy(1, 4, 1001).Take();
        Assert.Equal(["1 Trade 4@1001 Added"], _script.Replaced(11, 12, 10, 1001).Take());
        Assert.Equal(6, Shown(Side.Sell, 1001));
        Assert.Equal(0, Shown(Side.Sell, 1005));
    }

    [Fact]
    public void A_recorded_replacement_goes_behind_own_orders_of_its_new_price()
    {
        _script.Added(11, Side.Buy, 10, 1000).Buy(1, 5, 1000).Take();
        Assert.Equal(10, Ahead(1));
        Assert.Empty(_script.Replaced(11, 12, 10, 1000).Take());
        Assert.Equal(0, Ahead(1));
        Assert.Equal(["1 Trade 5@1000 Added"], _script.Executed(12, 7).Take());
    }

    [Fact]
    public void What_is_taken_stays_taken()
    {
        _script.Added(11, Side.Sell, 100, 1000).Buy(1, 40, 1000).Take();
        Assert.Equal(60, Shown(Side.Sell, 1000));
        _script.Executed(11, 30);
        Assert.Equal(30, Shown(Side.Sell, 1000));
        _script.Reduced(11, 40);
        Assert.Equal(0, Shown(Side.Sell, 1000));
        Assert.Equal(["2 New", "2 Canceled"], _script.Buy(2, 1, 1000, TimeInForce.Ioc).Take());
        _script.Deleted(11);
        Assert.Equal((0, 0), (Counters().ClampedReductions, Counters().UnknownReferences));
    }

    [Fact]
    public void A_replacement_shows_its_quantity_less_what_was_taken()
    {
        _script.Added(11, Side.Sell, 100, 1000).Buy(1, 40, 1000).Replaced(11, 12, 100, 1001);
        Assert.Equal((0, 60), (Shown(Side.Sell, 1000), Shown(Side.Sell, 1001)));
        _script.Replaced(12, 13, 30, 1001);
        Assert.Equal(0, Shown(Side.Sell, 1001));
        _script.Replaced(13, 14, 50, 1001);
        Assert.Equal(20, Shown(Side.Sell, 1001));
    }

    [Fact]
    public void An_execution_ahead_never_hits_even_where_own_orders_took_what_executes()
    {
        _script.Added(11, Side.Sell, 10, 1000).Buy(1, 10, 1000).Sell(2, 5, 1000).Take();
        Assert.Equal(0, Ahead(2));
        Assert.Empty(_script.Executed(11, 10).Take());
    }

    [Fact]
    public void While_halted_nothing_fills_and_at_the_reopening_what_crosses_hits()
    {
        _script.Added(10, Side.Buy, 5, 999).Buy(1, 10, 1000).Sell(2, 10, 1010).Status(TradingStatus.Halted).Take();
        Assert.Empty(_script.Added(11, Side.Sell, 4, 1000).Added(12, Side.Sell, 3, 998).Executed(10, 5).Traded(9, 990).Added(13, Side.Buy, 2, 1011).Take());
        Assert.Empty(_script.Status(TradingStatus.Quotation).Take());
        Assert.Equal(
            ["1 Trade 3@1000 Added", "1 Trade 4@1000 Added", "2 Trade 2@1010 Added"],
            _script.Status(TradingStatus.Open).Take());
        Assert.True(((PriceTimeVenue)_script.Venue).CheckInvariants(out string broken), broken);
    }

    [Fact]
    public void Odd_events_are_counted_and_change_nothing()
    {
        _script.Buy(1, 10, 1000).Added(11, Side.Buy, 5, 1000).Take();
        _script.Executed(99, 5).Reduced(99, 5).Deleted(99).Replaced(99, 100, 5, 1000).Deleted(0).Deleted(ulong.MaxValue);
        _script.Added(11, Side.Buy, 5, 1000);
        _script.Added(12, Side.None, 5, 1000).Added(12, Side.Buy, 0, 1000).Added(12, Side.Buy, -1, 1000).Added(12, Side.Buy, 5, 0).Added(12, Side.Buy, 5, -5);
        _script.Executed(11, -1).Traded(-1, 1000).Traded(5, 0);
        _script.Event(new() { Kind = MarketEventKind.OrderAdded, OrderId = 13, Side = Side.Buy, Price = new(1), Quantity = new(VenueScript.Lot) });
        _script.Event(new() { Kind = MarketEventKind.OrderAdded, OrderId = 13, Side = Side.Buy, Price = new(VenueScript.Tick), Quantity = new(1) });
        _script.Event(new() { Kind = MarketEventKind.LevelSet }).Event(new() { Kind = (MarketEventKind)200 });
        _script.Event(new() { Kind = MarketEventKind.OrderDeleted, Instrument = new InstrumentId(2) }).Event(new() { Kind = MarketEventKind.OrderDeleted, Instrument = new InstrumentId(-2) });
        Assert.Empty(_script.Take());
        Assert.Equal(15, Shown(Side.Buy, 1000));
        Assert.Equal(
            new PriceTimeVenueCounters { UnknownReferences = 6, DuplicateReferences = 1, InvalidEvents = 10, IgnoredEvents = 2, UnlistedEvents = 2 },
            Counters());
    }

    [Fact]
    public void A_recorded_order_without_room_is_left_out_and_counted()
    {
        using VenueScript full = VenueScript.Recorded(new(2, 32, 64, 16));
        full.Added(11, Side.Buy, 1, 1000).Added(12, Side.Buy, 1, 1000).Added(13, Side.Buy, 1, 1000).Deleted(13);
        full.Deleted(11).Added(14, Side.Buy, 1, 1000);
        PriceTimeVenue venue = (PriceTimeVenue)full.Venue;
        Assert.Equal(new PriceTimeVenueCounters { RecordedOrdersNotKept = 1, UnknownReferences = 1 }, venue.Counters);
        Assert.Equal(2 * VenueScript.Lot, venue.QuantityAt(new(1), Side.Buy, new(1000 * VenueScript.Tick)).Raw);
    }

    private PriceTimeVenueCounters Counters() => ((PriceTimeVenue)_script.Venue).Counters;

    private long Shown(Side side, long price) =>
        ((PriceTimeVenue)_script.Venue).QuantityAt(new(1), side, new(price * VenueScript.Tick)).Raw / VenueScript.Lot;

    private long Ahead(int order)
    {
        Assert.True(((PriceTimeVenue)_script.Venue).TryGetOrder(VenueScript.Handle(order), out _, out Quantity ahead));
        return ahead.Raw / VenueScript.Lot;
    }
}
