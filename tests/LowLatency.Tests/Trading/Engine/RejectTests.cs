using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

/// <summary>Every check: passes at the limit, fails one unit beyond, and says value and limit.</summary>
public class RejectTests
{
    public static TheoryData<string, int, int, Side, OrderType, int, int, string, string, RejectReason> Orders => new()
    {
        // name, instrument, venue, side, type, time in force, instructions, price, quantity, reason
        { "good", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10.00", "100", RejectReason.None },
        { "good at the second venue", 1, 2, Side.Buy, OrderType.Limit, 0, 0, "10.05", "100", RejectReason.None },
        { "good market", 1, 0, Side.Sell, OrderType.Market, 3, 0, "0", "100", RejectReason.None },
        { "good post-only", 1, 0, Side.Sell, OrderType.Limit, 1, 1, "10.01", "1", RejectReason.None },
        { "instrument 0", 0, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "1", RejectReason.UnknownInstrument },
        { "instrument 3", 3, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "1", RejectReason.UnknownInstrument },
        { "instrument -1", -1, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "1", RejectReason.UnknownInstrument },
        { "instrument max", int.MaxValue, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "1", RejectReason.UnknownInstrument },
        { "not listed there", 2, 2, Side.Buy, OrderType.Limit, 1, 0, "10", "10", RejectReason.UnknownVenue },
        { "venue 3", 1, 3, Side.Buy, OrderType.Limit, 1, 0, "10", "1", RejectReason.UnknownVenue },
        { "venue max", 1, 65535, Side.Buy, OrderType.Limit, 1, 0, "10", "1", RejectReason.UnknownVenue },
        { "no side", 1, 0, Side.None, OrderType.Limit, 1, 0, "10", "1", RejectReason.InvalidSide },
        { "side 3", 1, 0, (Side)3, OrderType.Limit, 1, 0, "10", "1", RejectReason.InvalidSide },
        { "no type", 1, 0, Side.Buy, OrderType.None, 1, 0, "10", "1", RejectReason.InvalidOrderType },
        { "type 11", 1, 0, Side.Buy, (OrderType)11, 1, 0, "10", "1", RejectReason.InvalidOrderType },
        { "at the opening", 1, 0, Side.Buy, OrderType.Limit, 2, 0, "10", "1", RejectReason.UnsupportedOrderType },
        { "a date without terms", 1, 0, Side.Buy, OrderType.Limit, 6, 0, "10", "1", RejectReason.InvalidTerms },
        { "time in force 5", 1, 0, Side.Buy, OrderType.Limit, 5, 0, "10", "1", RejectReason.InvalidTimeInForce },
        { "time in force 255", 1, 0, Side.Buy, OrderType.Limit, 255, 0, "10", "1", RejectReason.InvalidTimeInForce },
        { "post-only IOC", 1, 0, Side.Buy, OrderType.Limit, 3, 1, "10", "1", RejectReason.InvalidExecInst },
        { "post-only market", 1, 0, Side.Buy, OrderType.Market, 1, 1, "0", "1", RejectReason.InvalidExecInst },
        { "hidden market", 1, 0, Side.Buy, OrderType.Market, 1, 8, "0", "1", RejectReason.InvalidExecInst },
        { "post-only market to limit", 1, 0, Side.Buy, OrderType.MarketToLimit, 1, 1, "0", "1", RejectReason.InvalidExecInst },
        { "hidden", 1, 0, Side.Buy, OrderType.Limit, 1, 8, "10", "1", RejectReason.UnsupportedOrderType },
        { "reduce-only without a position", 1, 0, Side.Buy, OrderType.Limit, 1, 2, "10", "1", RejectReason.ReduceOnly },
        { "unknown instruction", 1, 0, Side.Buy, OrderType.Limit, 1, 16, "10", "1", RejectReason.InvalidExecInst },
        { "no price", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "0", "1", RejectReason.InvalidPrice },
        { "negative price", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "-10", "1", RejectReason.InvalidPrice },
        { "market with a price", 1, 0, Side.Buy, OrderType.Market, 1, 0, "10", "1", RejectReason.InvalidPrice },
        { "off tick", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10.005", "1", RejectReason.PriceOffTick },
        { "off tick by the smallest unit", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10.00000001", "1", RejectReason.PriceOffTick },
        { "off the second venue's tick", 1, 2, Side.Buy, OrderType.Limit, 1, 0, "10.01", "100", RejectReason.PriceOffTick },
        { "below the lowest price", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "0.99", "1", RejectReason.PriceOutOfBounds },
        { "above the highest price", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "1000.01", "1", RejectReason.PriceOutOfBounds },
        { "highest there is", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "92233720368.54", "1", RejectReason.PriceOutOfBounds },
        { "quantity 0", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "0", RejectReason.InvalidQuantity },
        { "negative quantity", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "-1", RejectReason.InvalidQuantity },
        { "most negative quantity", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "-92233720368.54775808", RejectReason.InvalidQuantity },
        { "off lot", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "1.5", RejectReason.QuantityOffLot },
        { "off the second venue's lot", 1, 2, Side.Buy, OrderType.Limit, 1, 0, "10", "50", RejectReason.QuantityOffLot },
        { "too many for the listing", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "5001", RejectReason.QuantityOutOfBounds },
        { "huge quantity", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "92233720368", RejectReason.QuantityOutOfBounds },
        { "largest quantity of an order", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "1000", RejectReason.None },
        { "one above", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "10", "1001", RejectReason.OrderQuantityLimit },
        { "highest price of the collar", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "11.01", "1", RejectReason.None },
        { "one tick above", 1, 0, Side.Buy, OrderType.Limit, 1, 0, "11.02", "1", RejectReason.PriceCollar },
        { "lowest price of the collar", 1, 0, Side.Sell, OrderType.Limit, 1, 0, "9.00", "1", RejectReason.None },
        { "one tick below", 1, 0, Side.Sell, OrderType.Limit, 1, 0, "8.99", "1", RejectReason.PriceCollar },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Each_check_stands_at_its_limit(string name, int instrument, int venue, Side side, OrderType type, int timeInForce, int execInst, string price, string quantity, RejectReason reason)
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Quote(Xyz, "10.00", "10.50");
        bench.First.NewOrder(7, 5_000, new InstrumentId(instrument), side, type, (TimeInForce)timeInForce, Px(price), Qty(quantity), (ExecInst)execInst, new VenueId((ushort)venue));
        bench.Run();
        if (reason == RejectReason.None)
        {
            Assert.True(bench.Requests().Count + bench.Requests(1).Count == 1, name);
            Assert.Empty(bench.Lines());
            return;
        }

        ExecutionReport report = bench.OnlyReport();
        Assert.Equal((ExecType.Rejected, OrdStatus.Rejected, 7UL, reason), (report.ExecType, report.OrdStatus, report.ClOrdId, report.RejectReason));
        Assert.Equal(reason, report.FailedChecks.First);
        Assert.Equal(0, bench.Engine.OpenOrders);
        Assert.Equal(1, bench.Engine.Counters.RejectsFor(reason));
        Assert.Empty(bench.Requests());
        Assert.Empty(bench.Requests(1));
    }

    [Fact]
    public void A_reject_names_the_value_and_the_limit()
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "1001");
        bench.Limit(Side.Buy, "11.02", "1");
        bench.Limit(Side.Buy, "10.001", "1");
        bench.Limit(Side.Buy, "1000.5", "1");
        bench.First.NewOrder(2, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
        bench.Run();
        (string, string)[] expected = [("1001", "1000"), ("11.02", "11.011"), ("10.001", "0.01"), ("1000.5", "1000"), ("0.00000002", "0.00000004")];
        Assert.Equal(expected, Reports(bench.First).Select(r => (new Price(r.RejectValue).ToString(), new Price(r.RejectLimit).ToString())));
    }

    [Fact]
    public void Every_failed_check_is_in_the_mask()
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "1");
        bench.Engine.Operator.Send(OperatorCommand.Kill, 1);
        bench.First.NewOrder(1, 1, Abc, Side.None, OrderType.Limit, (TimeInForce)9, Px("1000.005"), Qty("92233720368.5"), (ExecInst)16);
        bench.Run();
        Assert.Equal(
            [
                RejectReason.InvalidSide,
                RejectReason.InvalidTimeInForce,
                RejectReason.InvalidExecInst,
                RejectReason.PriceOffTick,
                RejectReason.PriceOutOfBounds,
                RejectReason.QuantityOffLot,
                RejectReason.QuantityOutOfBounds,
                RejectReason.DuplicateClOrdId,
                RejectReason.KillSwitch,
                RejectReason.OrderQuantityLimit,
                RejectReason.OrderNotionalLimit,
                RejectReason.PriceCollar,
                RejectReason.PositionLimit,
            ],
            bench.OnlyReport().FailedChecks.Reasons());
    }

    [Fact]
    public void The_value_of_an_order_is_limited_exactly()
    {
        using EngineBench bench = new(d => d.SetLimit(RiskScope.Of(FirstAccount, Abc), RiskLimitKind.MaxOrderNotional, Notional.Parse("1000").Raw));
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10.00", "100");
        bench.Limit(Side.Buy, "10.01", "100");
        bench.First.NewOrder(bench.First.NextClOrdId, 1, Abc, Side.Buy, OrderType.Market, TimeInForce.Ioc, default, Qty("100"));
        bench.First.NewOrder(bench.First.NextClOrdId, 1, Abc, Side.Sell, OrderType.Market, TimeInForce.Ioc, default, Qty("100"));
        bench.Run();
        Assert.Equal([1UL, 4UL], bench.Requests().Select(r => r.ClOrdId));
        List<ExecutionReport> refused = Reports(bench.First);
        Assert.Equal([RejectReason.OrderNotionalLimit, RejectReason.OrderNotionalLimit], refused.Select(r => r.RejectReason));
        Assert.Equal(("1001", "1000"), (new Price(refused[0].RejectValue).ToString(), new Price(refused[0].RejectLimit).ToString()));
    }

    [Fact]
    public void The_position_limit_counts_working_orders_and_both_sides_apart()
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "1000");
        bench.Limit(Side.Buy, "10", "500");
        bench.Limit(Side.Buy, "10", "1");
        bench.Limit(Side.Sell, "10", "1000");
        bench.Limit(Side.Sell, "10", "501");
        bench.Limit(Side.Buy, "10", "1000", port: bench.Second);
        Assert.Equal([1UL, 2UL, 4UL, 1UL], bench.Requests().Select(r => r.ClOrdId));
        Assert.Equal(
            [
                "Rejected Rejected id=3 Buy 1@10 cum=0 leaves=0 PositionLimit",
                "Rejected Rejected id=5 Sell 501@10 cum=0 leaves=0 PositionLimit",
            ],
            bench.Lines());
        PositionSnapshot position = bench.Engine.Position(FirstAccount, Abc);
        Assert.Equal(("1500", "1000"), (position.WorkingBuy.ToString(), position.WorkingSell.ToString()));
    }

    [Fact]
    public void Without_a_top_of_book_nothing_is_sent()
    {
        using EngineBench bench = new();
        bench.Limit(Side.Buy, "10", "1");
        bench.First.NewOrder(2, 1, Abc, Side.Buy, OrderType.Market, TimeInForce.Ioc, default, Qty("1"));
        bench.Run();
        bench.Quote(Abc, "10.00", "0");
        bench.First.NewOrder(3, 1, Abc, Side.Buy, OrderType.Market, TimeInForce.Ioc, default, Qty("1"));
        bench.First.NewOrder(4, 1, Abc, Side.Sell, OrderType.Market, TimeInForce.Ioc, default, Qty("1"));
        bench.First.NewOrder(5, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Ioc, Px("10"), Qty("1"));
        bench.Run();
        Assert.Equal([4UL, 5UL], bench.Requests().Select(r => r.ClOrdId));
        Assert.Equal([1UL, 2UL, 3UL], Reports(bench.First).Where(r => r.RejectReason == RejectReason.NoReferencePrice).Select(r => r.ClOrdId));
    }

    [Fact]
    public void Without_limits_nothing_is_sent()
    {
        EngineDefinition bare = Define();
        using EngineBench bench = new(d => d.SetLimits(FirstAccount, Abc, new RiskLimits { MaxOrderQuantity = default, MaxOrderNotional = default, MaxPosition = default, PriceCollarBps = 0 }));
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "1");
        Assert.Equal([RejectReason.OrderQuantityLimit, RejectReason.OrderNotionalLimit, RejectReason.PositionLimit], bench.OnlyReport().FailedChecks.Reasons());
        Assert.Empty(bare.Check());
    }

    [Fact]
    public void An_id_is_used_once_even_by_a_refused_order()
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        foreach ((ulong id, string quantity) in ((ulong, string)[])[(5, "1"), (5, "1"), (4, "1"), (6, "0"), (6, "1"), (7, "1"), (0, "1"), (ulong.MaxValue, "1"), (ulong.MaxValue, "1")])
        {
            bench.First.NewOrder(id, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty(quantity));
        }

        bench.Second.NewOrder(5, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
        bench.Run();
        Assert.Equal([5UL, 7UL, ulong.MaxValue, 5UL], bench.Requests().Select(r => r.ClOrdId));
        Assert.Equal(
            [(5UL, RejectReason.DuplicateClOrdId), (4UL, RejectReason.DuplicateClOrdId), (6UL, RejectReason.InvalidQuantity), (6UL, RejectReason.DuplicateClOrdId), (0UL, RejectReason.DuplicateClOrdId), (ulong.MaxValue, RejectReason.DuplicateClOrdId)],
            Reports(bench.First).Select(r => (r.ClOrdId, r.RejectReason)));
    }

    [Fact]
    public void When_every_slot_is_taken_orders_are_refused_until_one_is_free()
    {
        using EngineBench bench = new(d => d.Limits = d.Limits with { MaxOrders = 2 });
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "1");
        bench.Limit(Side.Buy, "10", "1");
        bench.Limit(Side.Buy, "10", "1");
        VenueRequest[] sent = [.. bench.Requests()];
        Assert.Equal(["Rejected Rejected id=3 Buy 1@10 cum=0 leaves=0 OrderCapacity"], bench.Lines());
        bench.Report(sent[0].Handle, ExecType.Canceled);
        bench.Limit(Side.Buy, "10", "1");
        Assert.Equal([4UL], bench.Requests().Select(r => r.ClOrdId));
    }
}
