using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue.L2;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Tests.Replay.ReplaySetup;

namespace LowLatency.Tests.Replay.Venue.L2;

/// <summary>Every rule of the model, then all of them at random against a plain one.</summary>
public sealed class RiskAverseQueueVenueTests : IDisposable
{
    private readonly RiskAverseQueueVenue _venue;
    private readonly List<string> _reports = [];
    private long _timeNs = 1;

    public RiskAverseQueueVenueTests()
    {
        _venue = Build();
        Market(Level(1, Side.Buy, "10.00", 5), Level(1, Side.Buy, "9.99", 7), Level(1, Side.Sell, "10.02", 4), Level(1, Side.Sell, "10.03", 8));
    }

    public void Dispose() => _venue.Dispose();

    [Fact]
    public void A_taker_fills_whole_at_the_opposite_best_however_small_that_is()
    {
        Send(New(1, Side.Buy, "10.03", 100), New(2, Side.Sell, "9.99", 100), Market(3, Side.Buy, 50), Market(4, Side.Sell, 50));
        AssertReports(
            "New 1 #1", "Trade 1 #1 100@10.02 Removed",
            "New 2 #2", "Trade 2 #2 100@10 Removed",
            "New 3 #3", "Trade 3 #3 50@10.02 Removed",
            "New 4 #4", "Trade 4 #4 50@10 Removed");
    }

    [Fact]
    public void Orders_that_may_not_rest_end_as_the_transitions_say()
    {
        Send(
            New(1, Side.Buy, "10.02", 1, execInst: ExecInst.PostOnly),
            New(2, Side.Buy, "10.01", 1, TimeInForce.Ioc),
            New(3, Side.Sell, "10.01", 1, TimeInForce.Fok),
            New(4, Side.Sell, "10.00", 9, TimeInForce.Fok),
            New(5, Side.Buy, "10.01", 1, TimeInForce.Day, ExecInst.PostOnly));
        Market(Level(2, Side.Buy, "10.00", 0), Level(2, Side.Buy, "9.99", 0));
        Send(Market(6, Side.Sell, 1), New(7, Side.Sell, "0.01", 1));
        AssertReports(
            "New 1 #1", "Expired 1 #1",
            "New 2 #2", "Canceled 2 #2",
            "New 3 #3", "Canceled 3 #3",
            "New 4 #4", "Trade 4 #1 9@10 Removed",
            "New 5 #5",
            "New 6 #6", "Canceled 6 #6",
            "New 7 #7");
    }

    [Fact]
    public void The_queue_is_what_is_displayed_less_trades_and_never_grows()
    {
        Send(New(1, Side.Buy, "10.00", 3));
        Market(Level(2, Side.Buy, "10.00", 20), Trade(2, Side.Sell, "10.00", 4), Trade(2, Side.Buy, "10.00", 50), Trade(2, Side.Sell, "10.00", 1));
        AssertReports("New 1 #1");
        Market(Trade(3, Side.Sell, "10.00", 1));
        AssertReports("New 1 #1", "Trade 1 #1 3@10 Added");
    }

    [Fact]
    public void A_level_that_shrinks_or_goes_shortens_the_queue_but_does_not_fill()
    {
        Send(New(1, Side.Sell, "10.02", 3), New(2, Side.Sell, "10.03", 3));
        Market(Level(2, Side.Sell, "10.02", 2), Level(2, Side.Sell, "10.03", 0), Level(2, Side.Sell, "10.02", 9));
        AssertReports("New 1 #1", "New 2 #2");
        Market(Trade(3, Side.Buy, "10.02", 2));
        AssertReports("New 1 #1", "New 2 #2");
        Market(Trade(4, Side.Buy, "10.03", 1));
        AssertReports("New 1 #1", "New 2 #2", "Trade 1 #1 3@10.02 Added", "Trade 2 #2 3@10.03 Added");
    }

    [Fact]
    public void A_trade_through_the_price_or_the_opposite_best_reaching_it_fills_at_the_own_price()
    {
        Send(New(1, Side.Buy, "10.00", 3), New(2, Side.Buy, "9.99", 3), New(3, Side.Buy, "9.99", 4), New(4, Side.Buy, "9.98", 5));
        Market(Trade(2, Side.Sell, "9.99", 1));
        Market(Level(3, Side.Sell, "9.99", 1));
        AssertReports("New 1 #1", "New 2 #2", "New 3 #3", "New 4 #4", "Trade 1 #1 3@10 Added", "Trade 2 #2 3@9.99 Added", "Trade 3 #3 4@9.99 Added");
    }

    [Fact]
    public void A_trade_of_unknown_aggressor_counts_for_both_sides()
    {
        Send(New(1, Side.Buy, "10.00", 1), New(2, Side.Sell, "10.02", 1));
        Market(Trade(2, Side.None, "9.99", 1), Trade(2, Side.None, "10.03", 1));
        AssertReports("New 1 #1", "New 2 #2", "Trade 1 #1 1@10 Added", "Trade 2 #2 1@10.02 Added");
    }

    [Fact]
    public void A_replacement_keeps_its_place_only_at_the_same_price_and_not_larger()
    {
        Send(New(1, Side.Buy, "10.00", 5), New(2, Side.Buy, "10.00", 5), New(3, Side.Buy, "9.98", 5));
        Market(Level(2, Side.Buy, "10.00", 50));
        Send(Replace(1, "10.00", 4), Replace(2, "10.00", 6), Replace(3, "10.00", 5));
        Market(Trade(3, Side.Sell, "10.00", 6), Trade(3, Side.Sell, "10.00", 44), Trade(3, Side.Sell, "10.00", 1));
        AssertReports(
            "New 1 #1", "New 2 #2", "New 3 #3",
            "Replaced 1 #1 4@10", "Replaced 2 #2 6@10", "Replaced 3 #3 5@10",
            "Trade 1 #1 4@10 Added", "Trade 2 #2 6@10 Added", "Trade 3 #3 5@10 Added");
    }

    [Fact]
    public void A_replacement_that_crosses_takes_or_expires()
    {
        Send(New(1, Side.Buy, "10.00", 5), New(2, Side.Buy, "10.00", 5, execInst: ExecInst.PostOnly), Replace(1, "10.03", 7), Replace(2, "10.02", 5));
        AssertReports("New 1 #1", "New 2 #2", "Replaced 1 #1 7@10.03", "Trade 1 #1 7@10.02 Removed", "Replaced 2 #2 5@10.02", "Expired 2 #2");
    }

    [Fact]
    public void What_has_ended_or_never_was_is_too_late()
    {
        Send(New(1, Side.Buy, "10.00", 5), Cancel(1), Cancel(1), Replace(1, "10.00", 1), Cancel(9), New(2, Side.Buy, "10.02", 1), Cancel(2));
        AssertReports(
            "New 1 #1", "Canceled 1 #1", "CancelReject 1 VenueTooLate", "CancelReject 1 VenueTooLate replace", "CancelReject 9 VenueTooLate",
            "New 2 #2", "Trade 2 #1 1@10.02 Removed", "CancelReject 2 VenueTooLate");
    }

    [Fact]
    public void A_slot_is_free_again_and_an_older_handle_does_not_reach_its_new_order()
    {
        Send(New(1, Side.Buy, "10.00", 5), Cancel(1));
        Send(New(1, Side.Buy, "10.00", 6) with { Handle = new OrderHandle(1, 2) }, Cancel(1), New(1, Side.Buy, "10.00", 6), New(1, Side.Buy, "10.00", 6) with { Handle = new OrderHandle(5_000, 1) });
        AssertReports("New 1 #1", "Canceled 1 #1", "New 1 #2", "CancelReject 1 VenueTooLate", "Rejected 1 VenueRejected", "Rejected 5000 VenueRejected");
    }

    [Fact]
    public void An_old_level_beyond_a_newer_best_is_passed_over()
    {
        Market(Level(2, Side.Buy, "10.02", 1));
        Send(New(1, Side.Buy, "10.02", 1), New(2, Side.Buy, "10.03", 1));
        AssertReports("New 1 #1", "New 2 #2", "Trade 2 #1 1@10.03 Removed");
        Market(Level(3, Side.Sell, "10.02", 6));
        AssertReports("New 1 #1", "New 2 #2", "Trade 2 #1 1@10.03 Removed", "Trade 1 #2 1@10.02 Added");
        Send(New(3, Side.Sell, "10.00", 2));
        Assert.Equal("Trade 3 #3 2@10 Removed", _reports[^1]);
    }

    [Fact]
    public void Bad_events_are_counted_and_change_nothing_and_other_instruments_are_ignored()
    {
        Market(
            Level(2, Side.None, "10.01", 1),
            Level(2, Side.Buy, "10.015", 1),
            Level(2, Side.Buy, "-1", 1),
            Level(2, Side.Sell, "10.01", -1),
            Level(2, Side.None, "0", 0) with { Kind = MarketEventKind.LevelsCleared },
            Level(2, Side.Buy, "10.50", 1) with { Instrument = new InstrumentId(77) });
        Assert.Equal(5, _venue.BadEvents);
        Send(New(1, Side.Buy, "10.02", 1));
        AssertReports("New 1 #1", "Trade 1 #1 1@10.02 Removed");
        Assert.Throws<NotSupportedException>(() => Market(Level(2, Side.Buy, "10.00", 1) with { Kind = MarketEventKind.OrderAdded }));
    }

    [Fact]
    public void A_venue_that_lists_nothing_or_off_the_grid_is_refused()
    {
        EngineDefinition definition = new(Table());
        VenueId venue = definition.AddVenue("a");
        Assert.Equal("venue=1 lists nothing (Parameter 'definition')", Assert.Throws<ArgumentException>(() => new RiskAverseQueueVenue(venue, definition)).Message);
        definition.AddListing(new ListingDefinition { Instrument = Abc, Venue = venue, TickSize = Price.Parse("0.001"), LotSize = Quantity.FromWhole(1) });
        Assert.StartsWith("tickSize=0.001 of ABC must be a multiple of its market data's tickSize=0.01", Assert.Throws<ArgumentException>(() => new RiskAverseQueueVenue(venue, definition)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_streams_give_what_the_plain_model_gives(int seed)
    {
        Random random = new(seed);
        using RiskAverseQueueVenue venue = Build();
        PlainRiskAverseQueueModel plain = new(lot: Quantity.One);
        List<string> actual = [];
        uint[] generations = new uint[20];
        for (int step = 1; step <= 20_000; step++)
        {
            int what = random.Next(10);
            Side side = (Side)random.Next(1, 3);
            string price = $"{9.90m + (random.Next(20) * 0.01m)}";
            if (what < 4)
            {
                MarketEvent e = Level(step, side, price, random.Next(0, 9));
                venue.OnMarketEvent(in e);
                plain.OnMarketEvent(in e);
            }
            else if (what < 7)
            {
                MarketEvent e = Trade(step, (Side)random.Next(3), price, random.Next(1, 5));
                venue.OnMarketEvent(in e);
                plain.OnMarketEvent(in e);
            }
            else
            {
                int slot = random.Next(generations.Length);
                VenueRequest request = (what, random.Next(4)) switch
                {
                    (7, _) => Cancel(slot),
                    (8, < 3) => Replace(slot, price, random.Next(1, 9)),
                    _ => New(slot, side, price, random.Next(1, 9), (TimeInForce)(random.Next(5) is 2 ? 1 : random.Next(5)), (ExecInst)random.Next(2)),
                };
                if (request.Kind == VenueRequestKind.New)
                {
                    request.TimeInForce = request.TimeInForce == (TimeInForce)2 ? TimeInForce.Gtc : request.TimeInForce;
                    request.ExecInst = request.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok ? ExecInst.None : request.ExecInst;
                    generations[slot] += plain.IsOpen(slot) ? 0u : 1;
                }

                request.Handle = new OrderHandle(slot, Math.Max(1, generations[slot]));
                venue.OnRequest(in request, step);
                plain.OnRequest(in request, step);
            }

            Drain(venue, actual);
        }

        Assert.Equal(plain.Reports, actual);
        Assert.True(actual.Count(line => line.EndsWith("Added", StringComparison.Ordinal)) > 300, $"seed={seed}: too few passive fills");
    }

    internal static string Describe(in VenueReport r) => $"{r.ExecType} {r.Handle.Slot}"
        + (r.VenueNumber != 0 ? $" #{r.VenueNumber}" : "")
        + (r.Quantity.Raw != 0 ? $" {r.Quantity}@{r.Price}" : "")
        + (r.Liquidity != 0 ? $" {r.Liquidity}" : "")
        + (r.Reason != 0 ? $" {r.Reason}" : "")
        + (r.AnswersReplace ? " replace" : "");

    private static RiskAverseQueueVenue Build()
    {
        EngineDefinition definition = new(Table()) { Limits = new EngineLimits { MaxOrders = 64 } };
        VenueId venue = definition.AddVenue("venue");
        definition.AddListing(new ListingDefinition { Instrument = Abc, Venue = venue, TickSize = Price.Parse("0.01"), LotSize = Quantity.FromWhole(1) });
        return new RiskAverseQueueVenue(venue, definition);
    }

    private static VenueRequest New(int slot, Side side, string price, long quantity, TimeInForce timeInForce = TimeInForce.Gtc, ExecInst execInst = ExecInst.None) => new()
    {
        Kind = VenueRequestKind.New,
        Handle = new OrderHandle(slot, 1),
        Instrument = Abc,
        Venue = new VenueId(1),
        Side = side,
        OrderType = OrderType.Limit,
        TimeInForce = timeInForce,
        ExecInst = execInst,
        Price = Price.Parse(price),
        Quantity = Quantity.FromWhole(quantity),
    };

    private static VenueRequest Market(int slot, Side side, long quantity) =>
        New(slot, side, "0", quantity, TimeInForce.Ioc) with { OrderType = OrderType.Market };

    private static VenueRequest Cancel(int slot) => New(slot, Side.None, "0", 0) with { Kind = VenueRequestKind.Cancel, OrderType = OrderType.None };

    private static VenueRequest Replace(int slot, string price, long quantity) => New(slot, Side.None, price, quantity) with { Kind = VenueRequestKind.Replace, OrderType = OrderType.None };

    private static void Drain(RiskAverseQueueVenue venue, List<string> into)
    {
        while (venue.TryTake(out VenueReport report))
        {
            into.Add(Describe(in report));
        }
    }

    private void Market(params MarketEvent[] events)
    {
        foreach (MarketEvent e in events)
        {
            _venue.OnMarketEvent(in e);
            Drain(_venue, _reports);
        }
    }

    private void Send(params VenueRequest[] requests)
    {
        foreach (VenueRequest request in requests)
        {
            _venue.OnRequest(in request, ++_timeNs);
            Drain(_venue, _reports);
        }
    }

    private void AssertReports(params string[] expected) => Assert.Equal(expected, _reports);
}
