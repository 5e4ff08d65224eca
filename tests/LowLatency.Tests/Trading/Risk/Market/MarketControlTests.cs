using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Market;

/// <summary>The controls that look at the market and at lists: each passes at its limit, fails one unit beyond, on both sides, and where what it compares with is missing.</summary>
public class MarketControlTests
{
    private static EngineBench With(params (RiskLimitKind Kind, Int128 Value)[] limits)
    {
        EngineBench bench = new(d =>
        {
            foreach ((RiskLimitKind kind, Int128 value) in limits)
            {
                d.SetLimit(RiskScope.Of(FirstAccount, Abc), kind, value);
            }
        });
        bench.Quote(Abc, "10.00", "10.10");
        return bench;
    }

    private static void Refer(EngineBench bench, ReferenceField field, string price)
    {
        bench.Engine.MarketData.PublishReference(Abc, field, Px(price), bench.TimeNs);
        bench.Run();
    }

    private static void Market(EngineBench bench, Side side, string quantity = "10")
    {
        bench.First.NewOrder(bench.First.NextClOrdId, bench.TimeNs++, Abc, side, OrderType.Market, TimeInForce.Ioc, default, Qty(quantity));
        bench.Run();
    }

    /// <summary>Reason, value and limit of each refusal since the last call; an order that left is a dash.</summary>
    private static string[] Outcomes(EngineBench bench)
    {
        int sent = bench.Requests().Count;
        return [.. Reports(bench.First).Where(r => r.ExecType is ExecType.Rejected or ExecType.CancelReject)
            .Select(r => $"{r.ClOrdId} {r.RejectReason} {new Price(r.RejectValue)} {new Price(r.RejectLimit)}"), $"{sent} sent"];
    }

    [Theory]
    [InlineData(RiskLimitKind.PassiveTopCollarBps, 100, Side.Buy, "9.90", "9.89", "9.9")]
    [InlineData(RiskLimitKind.PassiveTopCollarTicks, 10, Side.Sell, "10.20", "10.21", "10.2")]
    [InlineData(RiskLimitKind.AggressiveTopCollarBps, 100, Side.Buy, "10.20", "10.21", "10.201")]
    [InlineData(RiskLimitKind.AggressiveTopCollarTicks, 5, Side.Sell, "9.95", "9.94", "9.95")]
    [InlineData(RiskLimitKind.PassiveMidCollarTicks, 10, Side.Sell, "10.15", "10.16", "10.15")]
    [InlineData(RiskLimitKind.PassiveMidCollarBps, 100, Side.Buy, "9.95", "9.94", "9.9495")]
    [InlineData(RiskLimitKind.AggressiveMidCollarTicks, 10, Side.Buy, "10.15", "10.16", "10.15")]
    [InlineData(RiskLimitKind.AggressiveMidCollarBps, 100, Side.Sell, "9.95", "9.94", "9.9495")]
    [InlineData(RiskLimitKind.PassiveLastTradeCollarTicks, 20, Side.Buy, "9.80", "9.79", "9.8")]
    [InlineData(RiskLimitKind.AggressiveLastTradeCollarBps, 200, Side.Buy, "10.20", "10.21", "10.2")]
    [InlineData(RiskLimitKind.PassiveLastTradeCollarBps, 200, Side.Sell, "10.20", "10.21", "10.2")]
    [InlineData(RiskLimitKind.AggressiveLastTradeCollarTicks, 20, Side.Sell, "9.80", "9.79", "9.8")]
    [InlineData(RiskLimitKind.PassiveCloseCollarBps, 200, Side.Sell, "10.40", "10.41", "10.404")]
    [InlineData(RiskLimitKind.AggressiveCloseCollarTicks, 30, Side.Sell, "9.90", "9.89", "9.9")]
    [InlineData(RiskLimitKind.AggressiveCloseCollarBps, 200, Side.Buy, "10.40", "10.41", "10.404")]
    [InlineData(RiskLimitKind.PassiveCloseCollarTicks, 30, Side.Buy, "9.90", "9.89", "9.9")]
    public void A_price_may_lie_on_its_collar_and_not_a_tick_beyond(RiskLimitKind kind, int value, Side side, string on, string beyond, string limit)
    {
        using EngineBench bench = With((kind, value));
        Refer(bench, ReferenceField.LastTrade, "10.00");
        Refer(bench, ReferenceField.PreviousClose, "10.20");
        bench.Limit(side, on, "10");
        bench.Limit(side, beyond, "10");
        Assert.Equal([$"2 PriceCollar {Px(beyond)} {limit}", "1 sent"], Outcomes(bench));
    }

    [Fact]
    public void Aggressive_and_passive_orders_meet_their_own_collar()
    {
        using EngineBench bench = With((RiskLimitKind.AggressiveTopCollarTicks, 0), (RiskLimitKind.PassiveTopCollarTicks, 50));
        bench.Limit(Side.Buy, "9.50", "10");
        bench.Limit(Side.Buy, "10.10", "10");
        bench.Limit(Side.Buy, "10.11", "10");
        bench.Limit(Side.Sell, "10.60", "10");
        bench.Limit(Side.Sell, "10.00", "10");
        bench.Limit(Side.Sell, "9.99", "10");
        bench.Limit(Side.Sell, "10.61", "10");
        Assert.Equal(["3 PriceCollar 10.11 10.1", "6 PriceCollar 9.99 10", "7 PriceCollar 10.61 10.6", "4 sent"], Outcomes(bench));
    }

    [Theory]
    [InlineData(RiskLimitKind.PassiveLastTradeCollarBps, ReferenceField.LastTrade)]
    [InlineData(RiskLimitKind.PassiveCloseCollarTicks, ReferenceField.PreviousClose)]
    public void A_collar_without_a_price_to_lie_around_refuses_those_it_is_for(RiskLimitKind kind, ReferenceField field)
    {
        using EngineBench bench = With((kind, 100));
        bench.Limit(Side.Buy, "10.00", "10");
        bench.Limit(Side.Buy, "10.10", "10");
        Assert.Equal(["1 NoReferencePrice 0 0", "1 sent"], Outcomes(bench));
        Refer(bench, field, "10");
        bench.Limit(Side.Buy, "10.00", "10");
        Assert.Equal(["1 sent"], Outcomes(bench));
        Refer(bench, field, "0");
        bench.Limit(Side.Buy, "10.00", "10");
        Assert.Equal(["4 NoReferencePrice 0 0", "0 sent"], Outcomes(bench));
    }

    [Fact]
    public void The_middle_needs_both_sides()
    {
        using EngineBench bench = With((RiskLimitKind.PassiveMidCollarBps, 1_000_000));
        bench.Quote(Abc, "10.00", "0");
        bench.Limit(Side.Buy, "10.00", "10");
        Assert.Equal(["1 NoReferencePrice 0 0", "0 sent"], Outcomes(bench));
    }

    [Fact]
    public void A_market_order_meets_aggressive_collars_at_the_opposite_best()
    {
        using EngineBench bench = With((RiskLimitKind.AggressiveCloseCollarTicks, 10));
        Refer(bench, ReferenceField.PreviousClose, "10.00");
        Market(bench, Side.Buy);
        bench.Quote(Abc, "9.89", "10.11");
        Market(bench, Side.Buy);
        Market(bench, Side.Sell);
        Assert.Equal(["2 PriceCollar 10.11 10.1", "3 PriceCollar 9.89 9.9", "1 sent"], Outcomes(bench));
    }

    [Fact]
    public void Collars_follow_the_market_and_the_operator_and_end_with_their_limit()
    {
        using EngineBench bench = With();
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.PassiveMidCollarTicks, 10, bench.TimeNs);
        bench.Limit(Side.Buy, "9.94", "10");
        bench.Quote(Abc, "9.98", "10.10");
        bench.Limit(Side.Buy, "9.94", "10");
        bench.Engine.Operator.SetLimit(RiskScope.Of(Abc), RiskLimitKind.PassiveMidCollarTicks, 9, bench.TimeNs);
        bench.Limit(Side.Buy, "9.94", "10");
        bench.Engine.Operator.SetLimit(RiskScope.Of(Abc), RiskLimitKind.PassiveMidCollarTicks, OperatorRecord.NoLimit, bench.TimeNs);
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.PassiveMidCollarTicks, OperatorRecord.NoLimit, bench.TimeNs);
        bench.Limit(Side.Buy, "9.50", "10");
        Assert.Equal(["1 PriceCollar 9.94 9.95", "3 PriceCollar 9.94 9.95", "2 sent"], Outcomes(bench));
    }

    [Fact]
    public void A_collar_as_wide_as_can_be_lets_everything_pass()
    {
        using EngineBench bench = With((RiskLimitKind.PassiveLastTradeCollarTicks, 1_000_000_000), (RiskLimitKind.PassiveCloseCollarBps, 1_000_000));
        Refer(bench, ReferenceField.LastTrade, "10000000");
        Refer(bench, ReferenceField.PreviousClose, "92233720368");
        bench.Limit(Side.Buy, "10.00", "10");
        Assert.Equal(["1 sent"], Outcomes(bench));
    }

    [Fact]
    public void A_quantity_may_be_its_share_of_the_volume()
    {
        using EngineBench bench = With((RiskLimitKind.MaxVolumeShareBps, 50));
        bench.Limit(Side.Buy, "10.00", "1");
        bench.Engine.MarketData.PublishVolume(Abc, Qty("20199"), bench.TimeNs);
        bench.Limit(Side.Buy, "10.00", "100");
        bench.Limit(Side.Sell, "10.10", "101");
        List<ExecutionReport> refused = [.. Reports(bench.First)];
        Assert.Equal(
            ["1 VolumeShareLimit 1 0 room 0", "3 VolumeShareLimit 101 100.995 room 100"],
            refused.Select(r => $"{r.ClOrdId} {r.RejectReason} {new Quantity(r.RejectValue)} {new Quantity(r.RejectLimit)} room {r.LargestQuantity}"));
        Assert.Single(bench.Requests());
    }

    [Fact]
    public void Nothing_is_bought_above_the_band_nor_sold_below_it()
    {
        using EngineBench bench = With();
        bench.Engine.MarketData.PublishPriceBand(Abc, Px("9.95"), Px("10.12"), bench.TimeNs);
        bench.Limit(Side.Buy, "10.12", "10");
        bench.Limit(Side.Buy, "10.13", "10");
        bench.Limit(Side.Sell, "9.95", "10");
        bench.Limit(Side.Sell, "9.94", "10");
        bench.Limit(Side.Buy, "9.90", "10");
        bench.Limit(Side.Sell, "10.20", "10");
        Assert.Equal(["2 PriceBand 10.13 10.12", "4 PriceBand 9.94 9.95", "4 sent"], Outcomes(bench));
        bench.Quote(Abc, "9.94", "10.13");
        Market(bench, Side.Buy);
        Market(bench, Side.Sell);
        Assert.Equal(["7 PriceBand 10.13 10.12", "8 PriceBand 9.94 9.95", "0 sent"], Outcomes(bench));
        bench.Engine.MarketData.PublishPriceBand(Abc, default, default, bench.TimeNs);
        Market(bench, Side.Buy);
        bench.Limit(Side.Sell, "9.94", "10");
        Assert.Equal(["2 sent"], Outcomes(bench));
    }

    [Fact]
    public void Bad_reference_data_are_counted_and_not_taken()
    {
        using EngineBench bench = With();
        MarketDataPort port = bench.Engine.MarketData;
        port.PublishReference(new InstrumentId(3), ReferenceField.LastTrade, Px("10"), 1);
        port.PublishReference(new InstrumentId(0), ReferenceField.LastTrade, Px("10"), 1);
        port.PublishReference(Abc, ReferenceField.None, Px("10"), 1);
        port.PublishReference(Abc, (ReferenceField)5, Px("10"), 1);
        port.PublishReference(Abc, ReferenceField.PreviousClose, Px("-0.01"), 1);
        port.PublishPriceBand(Abc, Px("10.01"), Px("10"), 1);
        port.PublishPriceBand(Abc, Px("0"), Px("-1"), 1);
        port.PublishVolume(Abc, Qty("-1"), 1);
        bench.Run();
        Assert.Equal(8, bench.Engine.Counters.BadMarketData);
    }

    [Fact]
    public void The_top_of_book_may_be_as_old_as_allowed()
    {
        using EngineBench bench = With((RiskLimitKind.MaxMarketDataAge, 500));
        bench.TimeNs = 2_000;
        bench.Quote(Abc, "10.00", "10.10");
        bench.TimeNs = 2_500;
        bench.Limit(Side.Buy, "10.00", "10");
        bench.Limit(Side.Sell, "10.10", "10");
        bench.Quote(Abc, "10.00", "10.10");
        bench.Limit(Side.Sell, "10.10", "10");
        Assert.Equal(["2 StaleMarketData 0.00000501 0.000005", "2 sent"], Outcomes(bench));
    }

    [Theory]
    [InlineData(0, "10.00", "10.01", "")]
    [InlineData(0, "10.00", "10.00", "1 CrossedMarket 0 0")]
    [InlineData(1, "10.00", "10.00", "")]
    [InlineData(1, "10.01", "10.00", "1 CrossedMarket 0.01 0.01")]
    [InlineData(2, "10.01", "10.00", "")]
    [InlineData(0, "10.01", "0", "")]
    [InlineData(0, "0", "10.01", "")]
    public void A_book_may_be_locked_or_crossed_as_far_as_allowed(int ticks, string bid, string ask, string refusal)
    {
        using EngineBench bench = With((RiskLimitKind.MaxOverlapTicks, ticks));
        bench.Quote(Abc, bid, ask);
        bench.Limit(Side.Buy, "9.99", "10");
        Assert.Equal(refusal.Length == 0 ? ["1 sent"] : [refusal, "0 sent"], Outcomes(bench));
    }

    [Fact]
    public void Where_trading_is_restricted_only_cancels_pass()
    {
        using EngineBench bench = With();
        bench.Limit(Side.Buy, "10.00", "10");
        OrderHandle working = bench.Requests().Single().Handle;
        bench.Report(working, ExecType.New);
        bench.Engine.Operator.SetLimit(RiskScope.Of(new StrategyId(1)), RiskLimitKind.Restriction, 0, bench.TimeNs);
        bench.Limit(Side.Sell, "10.10", "10");
        bench.First.Replace(bench.First.NextClOrdId, bench.TimeNs, working, Px("10"), Qty("5"));
        bench.Run();
        bench.First.Cancel(bench.First.NextClOrdId, bench.TimeNs, working);
        bench.Run();
        Assert.Equal(["2 RestrictedInstrument 10 0", "3 RestrictedInstrument 10 0", "1 sent"], Outcomes(bench));
    }

    [Fact]
    public void Where_opening_is_restricted_a_position_may_be_closed_and_no_more()
    {
        using EngineBench bench = With();
        bench.Limit(Side.Buy, "10.00", "30");
        bench.Report(bench.Requests().Single().Handle, ExecType.Trade, "10", "30");
        bench.Engine.Operator.SetLimit(RiskScope.Of(Abc), RiskLimitKind.Restriction, 1, bench.TimeNs);
        bench.Limit(Side.Buy, "10.00", "1");
        bench.Limit(Side.Sell, "10.10", "31");
        bench.Limit(Side.Sell, "10.10", "20");
        bench.Limit(Side.Sell, "10.10", "11");
        bench.Limit(Side.Sell, "10.10", "10");
        bench.Limit(Side.Sell, "10.10", "1");
        Assert.Equal(
            ["2 RestrictedInstrument 31 0", "3 RestrictedInstrument 1 0", "5 RestrictedInstrument 1 0", "7 RestrictedInstrument 1 0", "2 sent"],
            Outcomes(bench));
    }
}
