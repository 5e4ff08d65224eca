using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Ouch;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Testing.Ouch;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Gateways.Ouch;

/// <summary>The engine over OUCH with a scripted venue: what it sends, and what the strategy is told of the answers.</summary>
public sealed class OuchGatewayTests : IDisposable
{
    private readonly OuchBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void An_order_is_one_packet_of_known_bytes()
    {
        _bench.Limit(Side.Buy, "10.01", "100");
        Assert.Equal(
            "0030" + "55" + "4F" + "00000001" + "42" + "00000064" + "4142432020202020" + "0000000000018704" + "30" + "59" + "50" + "4E" + "4E" + "3030303130303030303030303031" + "0000",
            Convert.ToHexString(_bench.Venue.TakeBytes()));
        Assert.Equal("00010000000001", OuchClOrdId.Of(new StrategyId(1), 1));
        Assert.Equal("ABCDEF01234567", OuchClOrdId.Of(new StrategyId(0xABCD), 0x99EF01234567));
    }

    [Fact]
    public void Accepted_and_executed_in_parts()
    {
        _bench.Limit(Side.Buy, "10.01", "100");
        _bench.Accept(1, 100);
        _bench.Execute(1, 40, 100_000, 'R', 7);
        _bench.Execute(1, 60, 100_100, 'A', 8);
        List<ExecutionReport> reports = Reports(_bench.Port);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10.01 cum=0 leaves=100",
                "Trade PartiallyFilled id=1 Buy 100@10.01 last=40@10 fee=0.12 cum=40 leaves=60",
                "Trade Filled id=1 Buy 100@10.01 last=60@10.01 fee=-0.06006 cum=100 leaves=0",
            ],
            reports.Select(EngineBench.Line));
        Assert.Equal([900UL, 7UL, 8UL], reports.Select(r => r.VenueNumber));
        Assert.Equal([1_000_007L, 1_000_008L, 1_000_008L], reports.Select(r => r.TransactTimeNs));
        Assert.Equal([5_000L, 5_001L, 5_002L], reports.Select(r => r.TimeNs));
        AssertAllOver();
    }

    [Fact]
    public void Terms_and_instructions_have_their_letters_and_options()
    {
        _bench.Limit(Side.Sell, "10.02", "1", TimeInForce.Day, ExecInst.PostOnly);
        _bench.Limit(Side.Buy, "10.01", "2", TimeInForce.Ioc);
        _bench.Limit(Side.Buy, "10.01", "300", TimeInForce.Fok);
        _bench.Port.NewOrder(4, 2_000, Abc, Side.Sell, OrderType.Market, TimeInForce.Ioc, default, Qty("5"));
        _bench.Limit(Side.SellShort, "10.02", "6");
        _bench.Limit(Side.SellShortExempt, "10.02", "7");
        _bench.Run();
        Assert.Equal(
            [
                "O 1 S 1 ABC 100200 tif=0 YPNN 00010000000001 [020C50]",
                "O 2 B 2 ABC 100100 tif=3 YPNN 00010000000002",
                "O 3 B 300 ABC 100100 tif=3 YPNN 00010000000003 [05030000012C]",
                "O 4 S 5 ABC 2147483647 tif=3 YPNN 00010000000004",
                "O 5 T 6 ABC 100200 tif=0 YPNN 00010000000005",
                "O 6 E 7 ABC 100200 tif=0 YPNN 00010000000006",
            ],
            _bench.Sent());
    }

    [Fact]
    public void The_sessions_own_terms_are_in_every_order()
    {
        using OuchBench bench = new(new OuchSettings { Display = 'N', Capacity = 'A', Firm = "LIME", SelfMatchStrategy = 'O', FirstUserRefNum = 500 });
        ulong id = bench.Limit(Side.Buy, "10.01", "7", TimeInForce.Day, ExecInst.PostOnly);
        bench.Accept(500, 7);
        bench.Replace(id, "10", "8");
        Assert.Equal(
            [
                "O 500 B 7 ABC 100100 tif=0 NANN 00010000000001 [05024C494D45021D4F020C50]",
                "U 500>501 8 100000 tif=0 NN 00010000000002 [021D4F020C50]",
            ],
            bench.Sent());
    }

    [Fact]
    public void Canceled_on_request()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Accept(1, 100);
        _bench.Execute(1, 30, 100_000);
        _bench.Cancel(1);
        _bench.Canceled(1, 70);
        Assert.Equal("X 1 0", _bench.Sent()[1]);
        Assert.Equal("Canceled Canceled id=2 orig=1 Buy 100@10 cum=30 leaves=0", _bench.Lines()[^1]);
        AssertAllOver();
    }

    [Fact]
    public void A_cancel_that_the_venue_refuses_or_is_silent_about()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Accept(1, 100);
        _bench.Cancel(1);
        _bench.Answer(new CancelPendingMessage { UserRefNum = 1 });
        _bench.Answer(new CancelRejectMessage { UserRefNum = 1 });
        _bench.Cancel(1);
        _bench.Execute(1, 100, 100_000);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100 #900",
                "CancelReject New id=2 orig=1 Buy 100@10 cum=0 leaves=100 VenueRejected",
                "Trade Filled id=1 Buy 100@10 last=100@10 fee=-0.1 cum=100 leaves=0 #1 Added",
                "CancelReject Filled id=3 orig=1 Buy 100@10 cum=100 leaves=0 VenueTooLate",
            ],
            _bench.Lines());
        Assert.Equal(1, _bench.Session.Counters.Notices);
        AssertAllOver();
    }

    [Fact]
    public void Replaced_under_a_new_number_and_executed_there()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Accept(1, 100);
        _bench.Execute(1, 30, 100_000);
        _bench.Replace(1, "9.99", "150");
        _bench.Execute(1, 20, 100_000);
        _bench.Replaced(1, 2, 100, 99_900);
        _bench.Execute(2, 100, 99_900);
        Assert.Equal("U 1>2 150 99900 tif=0 YN 00010000000002", _bench.Sent()[1]);
        Assert.Equal(
            [
                "Trade PendingReplace id=1 Buy 100@10 last=20@10 fee=-0.02 cum=50 leaves=50 #2 Added",
                "Replaced PartiallyFilled id=2 orig=1 Buy 150@9.99 cum=50 leaves=100 #901",
                "Trade Filled id=2 Buy 150@9.99 last=100@9.99 fee=-0.0999 cum=150 leaves=0 #3 Added",
            ],
            _bench.Lines()[2..]);
        AssertAllOver();
    }

    [Fact]
    public void A_replacement_below_what_has_executed_meanwhile_ends_the_order()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Accept(1, 100);
        _bench.Replace(1, "10", "50");
        _bench.Execute(1, 60, 100_000);
        _bench.Replaced(1, 2, 0, 100_000);
        Assert.Equal("Replaced Filled id=2 orig=1 Buy 60@10 cum=60 leaves=0 #901", _bench.Lines()[^1]);
        AssertAllOver();
    }

    [Fact]
    public void A_refused_replacement_leaves_the_original()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Accept(1, 100);
        _bench.Replace(1, "9.99", "150");
        _bench.Answer(new RejectedMessage { UserRefNum = 2, Reason = 0x1D });
        _bench.Execute(1, 100, 100_000);
        Assert.Equal(
            [
                "CancelReject New id=2 orig=1 Buy 100@10 cum=0 leaves=100 VenueRejected",
                "Trade Filled id=1 Buy 100@10 last=100@10 fee=-0.1 cum=100 leaves=0 #1 Added",
            ],
            _bench.Lines()[1..]);
        AssertAllOver();
    }

    [Fact]
    public void A_replacement_of_an_order_that_has_gone_is_answered_here()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Accept(1, 100);
        _bench.Replace(1, "9.99", "150");
        _bench.Execute(1, 100, 100_000);
        Assert.Equal(
            [
                "Trade Filled id=1 Buy 100@10 last=100@10 fee=-0.1 cum=100 leaves=0 #1 Added",
                "CancelReject Filled id=2 orig=1 Buy 100@10 cum=100 leaves=0 VenueTooLate",
            ],
            _bench.Lines()[1..]);
        AssertAllOver();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_cancel_behind_a_replacement_reaches_whichever_is_alive(bool isReplaced)
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Accept(1, 100);
        _bench.Replace(1, "9.99", "150");
        _bench.Cancel(1);
        Assert.Equal(["X 1 0", "X 2 0"], _bench.Sent()[2..]);
        if (isReplaced)
        {
            _bench.Replaced(1, 2, 150, 99_900);
            _bench.Canceled(2, 150);
            Assert.Equal(
                ["Replaced PendingCancel id=2 orig=1 Buy 150@9.99 cum=0 leaves=150 #901", "Canceled Canceled id=3 orig=2 Buy 150@9.99 cum=0 leaves=0"],
                _bench.Lines()[1..]);
        }
        else
        {
            _bench.Answer(new RejectedMessage { UserRefNum = 2 });
            _bench.Canceled(1, 100);
            Assert.Equal(
                ["CancelReject PendingCancel id=2 orig=1 Buy 100@10 cum=0 leaves=100 VenueRejected", "Canceled Canceled id=3 orig=1 Buy 100@10 cum=0 leaves=0"],
                _bench.Lines()[1..]);
        }

        AssertAllOver();
    }

    [Theory]
    [InlineData('I', "Canceled Canceled")]
    [InlineData('S', "Canceled Canceled")]
    [InlineData('E', "Expired Expired")]
    [InlineData('T', "Expired Expired")]
    [InlineData('G', "Expired Expired")]
    public void Canceled_unasked(char reason, string end)
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Accept(1, 100);
        _bench.Canceled(1, 100, reason);
        Assert.Equal($"{end} id=1 Buy 100@10 cum=0 leaves=0", _bench.Lines()[^1]);
        AssertAllOver();
    }

    [Fact]
    public void Dead_on_acceptance()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Limit(Side.Buy, "10", "100", execInst: ExecInst.PostOnly);
        _bench.Accept(1, 100, state: 'D');
        _bench.Accept(2, 100, state: 'D');
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100 #900",
                "Canceled Canceled id=1 Buy 100@10 cum=0 leaves=0",
                "New New id=2 Buy 100@10 cum=0 leaves=100 #900",
                "Expired Expired id=2 Buy 100@10 cum=0 leaves=0",
            ],
            _bench.Lines());
        AssertAllOver();
    }

    [Fact]
    public void Refused_by_the_venue_even_with_a_cancel_on_its_way()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Cancel(1);
        _bench.Answer(new RejectedMessage { UserRefNum = 1, Reason = 0x07 });
        Assert.Equal(
            [
                "Rejected Rejected id=1 Buy 100@10 cum=0 leaves=0 VenueRejected",
                "CancelReject Rejected id=2 orig=1 Buy 100@10 cum=0 leaves=0 VenueTooLate",
            ],
            _bench.Lines());
        AssertAllOver();
    }

    /// <summary>The engine has no word for shares taken off an order that lives on; it learns of them when the order ends.</summary>
    [Fact]
    public void Reduced_by_self_match_prevention_and_filled()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Accept(1, 100);
        _bench.Answer(new AiqCanceledMessage { UserRefNum = 1, DecrementShares = 40, Reason = 'Q', QuantityPreventedFromTrading = 40 });
        _bench.Execute(1, 60, 100_000);
        Assert.Equal(
            [
                "Trade PartiallyFilled id=1 Buy 100@10 last=60@10 fee=-0.06 cum=60 leaves=40 #1 Added",
                "Canceled Canceled id=1 Buy 100@10 cum=60 leaves=0",
            ],
            _bench.Lines()[1..]);
        Assert.Equal(1, _bench.Session.Counters.Reductions);
        AssertAllOver();
    }

    [Fact]
    public void A_full_buffer_refuses_and_leaves_no_trace()
    {
        using OuchBench bench = new(new OuchSettings { OutboundBytes = 1024 });
        for (int i = 0; i < 20; i++)
        {
            bench.Limit(Side.Buy, "10", "1");
        }

        int refused = bench.Lines().Count(line => line.StartsWith("Rejected", StringComparison.Ordinal) && line.EndsWith("GatewayRefused", StringComparison.Ordinal));
        Assert.Equal(refused, (int)bench.Session.Counters.NoRoom);
        Assert.Equal(20 - refused, bench.Sent().Count);
        Assert.InRange(refused, 1, 5);
        Assert.Equal(bench.Engine.OpenOrders, bench.Session.OpenNumbers);
        bench.Limit(Side.Buy, "10", "1");
        Assert.Equal($"O {21 - refused} B 1 ABC 100000 tif=0 YPNN 00010000000015", Assert.Single(bench.Sent()));
    }

    [Theory]
    [InlineData("10.01", "100", OrderType.Limit, TimeInForce.Day, RejectReason.None)]
    [InlineData("0", "100", OrderType.Market, TimeInForce.Ioc, RejectReason.None)]
    [InlineData("0.0001", "1", OrderType.Limit, TimeInForce.Day, RejectReason.None)]
    [InlineData("199999.99", "999999", OrderType.Limit, TimeInForce.Fok, RejectReason.None)]
    [InlineData("10.01", "100", OrderType.Limit, TimeInForce.Gtc, RejectReason.InvalidTimeInForce)]
    [InlineData("10.00001", "100", OrderType.Limit, TimeInForce.Day, RejectReason.PriceOffTick)]
    [InlineData("10.00000001", "0.5", OrderType.Limit, TimeInForce.Day, RejectReason.PriceOffTick)]
    [InlineData("199999.9901", "100", OrderType.Limit, TimeInForce.Day, RejectReason.PriceOutOfBounds)]
    [InlineData("92233720368", "100", OrderType.Limit, TimeInForce.Day, RejectReason.PriceOutOfBounds)]
    [InlineData("0", "100", OrderType.Limit, TimeInForce.Day, RejectReason.PriceOutOfBounds)]
    [InlineData("-1", "100", OrderType.Limit, TimeInForce.Day, RejectReason.PriceOutOfBounds)]
    [InlineData("10", "0.5", OrderType.Limit, TimeInForce.Day, RejectReason.QuantityOffLot)]
    [InlineData("10", "1000000", OrderType.Limit, TimeInForce.Day, RejectReason.QuantityOutOfBounds)]
    [InlineData("10", "0", OrderType.Limit, TimeInForce.Day, RejectReason.QuantityOutOfBounds)]
    [InlineData("10", "-3", OrderType.Limit, TimeInForce.Day, RejectReason.QuantityOutOfBounds)]
    public void What_cannot_be_said_is_refused(string price, string quantity, OrderType type, TimeInForce timeInForce, RejectReason reason)
    {
        EngineEvent order = new() { Side = Side.Buy, OrderType = type, TimeInForce = timeInForce, Price = Px(price), Quantity = Qty(quantity), Listing = new(1), Handle = new OrderHandle(3, 1).Packed };
        Assert.Equal(reason, new OuchGateway(_bench.Session).NewOrder(in order));
        Assert.Equal(reason == RejectReason.None ? 1 : 0, _bench.Sent().Count);
        Assert.Equal(reason == RejectReason.None ? 0 : 1, _bench.Session.Counters.NotExpressible);
        order.Listing = new(2);
        Assert.Equal(RejectReason.UnknownVenue, new OuchGateway(_bench.Session).NewOrder(in order));
    }

    [Fact]
    public void A_number_whose_place_is_held_is_passed_over()
    {
        // The bench's engine has 64 slots and keeps 256 completed orders, so the table has 1,024 places: number 1,025 would fall on that of number 1.
        ulong resting = _bench.Limit(Side.Buy, "9.5", "1");
        _bench.Accept(1, 1);
        for (uint number = 2; number <= 1024; number++)
        {
            _bench.Limit(Side.Buy, "10", "1");
            _bench.Accept(number, 1, state: 'D');
            _bench.Lines();
        }

        _bench.Sent();
        _bench.Limit(Side.Buy, "10", "1");
        _bench.Accept(1026, 1, state: 'D');
        _bench.Cancel(resting);
        _bench.Canceled(1, 1);
        Assert.Equal(["O 1026 B 1 ABC 100000 tif=0 YPNN 00010000000401", "X 1 0"], _bench.Sent());
        AssertAllOver();
    }

    [Fact]
    public void The_venues_next_number_moves_ours_on_and_never_back()
    {
        _bench.Answer(new AccountQueryResponseMessage { NextUserRefNum = 40 });
        _bench.Limit(Side.Buy, "10", "1");
        _bench.Answer(new AccountQueryResponseMessage { NextUserRefNum = 3 });
        _bench.Limit(Side.Buy, "10", "1");
        Assert.Equal(["40", "41"], _bench.Sent().Select(line => line.Split(' ')[1]));
    }

    [Fact]
    public void What_does_not_fit_an_order_is_counted_and_changes_nothing()
    {
        _bench.Limit(Side.Buy, "10", "100");
        _bench.Execute(1, 10, 100_000);
        _bench.Accept(2, 100);
        _bench.Accept(1, 100);
        _bench.Accept(1, 100);
        _bench.Execute(1, 0, 100_000);
        _bench.Execute(1, 10, ulong.MaxValue);
        _bench.Replaced(1, 1, 100, 100_000);
        _bench.Answer(new CancelRejectMessage { UserRefNum = 1 });
        _bench.Answer(new RejectedMessage { UserRefNum = 1 });
        _bench.Answer(new BrokenTradeMessage { UserRefNum = 1, MatchNumber = 77 });
        Assert.Equal(["New New id=1 Buy 100@10 cum=0 leaves=100 #900"], _bench.Lines());
        FeedAnomalies anomalies = _bench.Session.Anomalies;
        Assert.Equal((5, 1, 2, 8), (anomalies[FeedAnomalyKind.OutOfState], anomalies[FeedAnomalyKind.UnknownOrder], anomalies[FeedAnomalyKind.OutOfRange], anomalies.Total));
        Assert.Equal((1, 1), (_bench.Session.Counters.BrokenTrades, _bench.Engine.Counters.UnknownExecutions));
        _bench.Execute(1, 150, 100_000);
        Assert.Equal(1, anomalies[FeedAnomalyKind.Overfilled]);
        Assert.Equal(0, _bench.Session.OpenNumbers);
    }

    [Fact]
    public void Set_up_lists_every_fault()
    {
        EngineDefinition definition = Define();
        definition.AddListing(new ListingDefinition { Instrument = definition.Instruments.Add("TOOLONGNAME", "USD", Px("1"), Qty("1")).Id, Venue = FirstVenue, TickSize = Px("1"), LotSize = Qty("1") });
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new OuchSession(
            definition,
            FirstVenue,
            new OuchSettings { Display = 'x', Capacity = ' ', Firm = "TOO LONG", SelfMatchStrategy = '?', FirstUserRefNum = 0, OutboundBytes = 1000, InboundBytes = 0 }));
        foreach (string name in (string[])["display=x", "capacity= ", "firm=TOO LONG", "selfMatchStrategy=?", "firstUserRefNum=0", "outboundBytes=1000", "inboundBytes=0", "listings[3].symbol=TOOLONGNAME"])
        {
            Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        }
    }

    private void AssertAllOver()
    {
        Assert.Equal(0, _bench.Engine.OpenOrders);
        Assert.Equal(0, _bench.Session.OpenNumbers);
        Assert.Equal(0, _bench.Session.Anomalies.Total);
        Assert.Equal(0, _bench.Engine.Counters.IllegalReports + _bench.Engine.Counters.UnmatchedReports + _bench.Engine.Counters.OverFills);
        Assert.True(_bench.Session.IsQuiet);
        Assert.True(_bench.Engine.IsQuiet);
        Assert.Equal(default, Assert.IsType<Quantity>(_bench.Engine.Position(FirstAccount, Abc).WorkingBuy));
    }
}
