using LowLatency.Gateways.PassThrough;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Gateways.PassThrough;

public sealed class PassThroughGatewayTests : IDisposable
{
    private readonly SpscRing<EngineEvent> _ring = new(64);
    private readonly TradingEngine _engine;

    public PassThroughGatewayTests()
    {
        _engine = new TradingEngine<PassThroughGateway, NoJournal, NoProbe>(Define(), new PassThroughGateway(_ring));
        _engine.MarketData.PublishTop(Abc, new TopOfBook(Px("10.00"), Qty("1"), Px("10.02"), Qty("1")), 1_000);
        _engine.Turn(64);
    }

    public void Dispose()
    {
        _engine.Dispose();
        _ring.Dispose();
    }

    private static List<string> Order(TradingEngine engine, Side side, OrderType type, string price, string quantity, TimeInForce timeInForce = TimeInForce.Gtc, ExecInst execInst = ExecInst.None)
    {
        StrategyPort port = engine.Strategies[0];
        port.NewOrder(port.NextClOrdId, 2_000, Abc, side, type, timeInForce, Px(price), Qty(quantity), execInst);
        engine.Turn(64);
        return [.. Reports(port).Select(r => $"{EngineBench.Line(r)} {r.Liquidity} #{r.VenueNumber}")];
    }

    [Fact]
    public void A_limit_order_fills_whole_at_its_price()
    {
        Assert.Equal(
            [
                "New New id=1 Buy 100@10.01 cum=0 leaves=100 None #1",
                "Trade Filled id=1 Buy 100@10.01 last=100@10.01 fee=0.3003 cum=100 leaves=0 Removed #1",
            ],
            Order(_engine, Side.Buy, OrderType.Limit, "10.01", "100"));
        Assert.Equal((0, "100"), (_engine.OpenOrders, _engine.Position(FirstAccount, Abc).Position.ToString()));
    }

    [Theory]
    [InlineData(Side.Buy, "10.02", "0.03006")]
    [InlineData(Side.Sell, "10", "0.03")]
    public void A_market_order_fills_at_the_last_opposite_best(Side side, string price, string fee) => Assert.Equal(
        [
            $"New New id=1 {side} 10@0 cum=0 leaves=10 None #1",
            $"Trade Filled id=1 {side} 10@0 last=10@{price} fee={fee} cum=10 leaves=0 Removed #1",
        ],
        Order(_engine, side, OrderType.Market, "0", "10", TimeInForce.Ioc));

    [Fact]
    public void A_post_only_order_counts_as_maker()
    {
        Order(_engine, Side.Buy, OrderType.Limit, "10.01", "1");
        Assert.Equal(
            [
                "New New id=2 Sell 100@10 cum=0 leaves=100 None #2",
                "Trade Filled id=2 Sell 100@10 last=100@10 fee=-0.1 cum=100 leaves=0 Added #2",
            ],
            Order(_engine, Side.Sell, OrderType.Limit, "10", "100", execInst: ExecInst.PostOnly));
    }

    [Fact]
    public void Many_orders_of_one_batch_keep_their_order()
    {
        StrategyPort port = _engine.Strategies[0];
        for (ulong id = 1; id <= 16; id++)
        {
            port.NewOrder(id, 2_000, Abc, id % 2 == 0 ? Side.Sell : Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
        }

        _engine.Turn(64);
        List<ExecutionReport> reports = Reports(port);
        Assert.Equal(Enumerable.Range(1, 16).SelectMany(i => (ulong[])[(ulong)i, (ulong)i]), reports.Select(r => r.ClOrdId));
        Assert.True(_engine.IsQuiet);
        Assert.All(reports, r => Assert.Equal((2_000, 2_000), (r.TimeNs, r.TransactTimeNs)));
    }

    /// <summary>Orders never rest here long enough to be asked about; so the question is put where both wait in one batch.</summary>
    [Fact]
    public void Cancel_and_replace_come_too_late()
    {
        StrategyPort port = _engine.Strategies[0];
        port.NewOrder(1, 2_000, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("5"));
        port.Cancel(2, 2_000, 1UL);
        port.NewOrder(3, 2_000, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("5"));
        _engine.Turn(64);
        port.Cancel(4, 2_000, 3UL);
        _engine.Turn(64);
        Assert.Equal(
            [
                "New PendingCancel id=1 Buy 5@10 cum=0 leaves=5",
                "Trade Filled id=1 Buy 5@10 last=5@10 fee=0.015 cum=5 leaves=0",
                "CancelReject Filled id=2 orig=1 Buy 5@10 cum=5 leaves=0 VenueTooLate",
                "New New id=3 Buy 5@10 cum=0 leaves=5",
                "Trade Filled id=3 Buy 5@10 last=5@10 fee=0.015 cum=5 leaves=0",
                "CancelReject Filled id=4 orig=3 Buy 5@10 cum=5 leaves=0 OrderClosed",
            ],
            Reports(port).Select(EngineBench.Line));
        Assert.Equal(0, _engine.OpenOrders);
    }

    [Fact]
    public void A_replacement_it_is_shown_is_answered_too_late()
    {
        PassThroughGateway gateway = new(_ring);
        EngineEvent replace = new() { Kind = EngineEventKind.Replace, Handle = new OrderHandle(3, 7).Packed, TimeNs = 55 };
        Assert.True(gateway.IsQuiet);
        Assert.Equal(RejectReason.None, gateway.Replace(in replace));
        Assert.False(gateway.IsQuiet);
        Assert.Equal(1, gateway.Available);
        EngineEvent report = gateway.Seen(0);
        gateway.Release(1);
        Assert.Equal(
            (EngineEventKind.VenueReport, ExecType.CancelReject, RejectReason.VenueTooLate, EngineEventFlags.AnswersReplace, new OrderHandle(3, 7).Packed, 55L),
            (report.Kind, report.ExecType, report.VenueReason, report.Flags, report.Target, report.TimeNs));
        Assert.True(gateway.IsQuiet);
    }

    [Fact]
    public void Where_its_ring_is_too_small_it_refuses_and_nothing_is_lost()
    {
        using SpscRing<EngineEvent> small = new(4);
        using TradingEngine<PassThroughGateway, NoJournal, NoProbe> engine = new(Define(), new PassThroughGateway(small));
        engine.MarketData.PublishTop(Abc, new TopOfBook(Px("10.00"), Qty("1"), Px("10.02"), Qty("1")), 1_000);
        engine.Turn(64);
        StrategyPort port = engine.Strategies[0];
        for (ulong id = 1; id <= 4; id++)
        {
            port.NewOrder(id, 2_000, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
        }

        port.Cancel(5, 2_000, 1UL);
        engine.Turn(64);
        Assert.Equal(
            [
                (1UL, ExecType.New, RejectReason.None),
                (1UL, ExecType.Trade, RejectReason.None),
                (2UL, ExecType.New, RejectReason.None),
                (2UL, ExecType.Trade, RejectReason.None),
                (3UL, ExecType.Rejected, RejectReason.GatewayRefused),
                (4UL, ExecType.Rejected, RejectReason.GatewayRefused),
                (5UL, ExecType.CancelReject, RejectReason.GatewayRefused),
            ],
            Reports(port).Select(r => (r.ClOrdId, r.ExecType, r.RejectReason)).OrderBy(r => r.ClOrdId));
        Assert.Equal((0, "2", "0"), (engine.OpenOrders, engine.Position(FirstAccount, Abc).Position.ToString(), engine.Position(FirstAccount, Abc).WorkingBuy.ToString()));
        Assert.Equal(2, Order(engine, Side.Buy, OrderType.Limit, "10", "1").Count);
        Assert.Equal(Quantity.Parse("3"), engine.Position(FirstAccount, Abc).Position);
    }
}
