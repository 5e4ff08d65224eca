using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Market;

/// <summary>Short sales: what is located is the most, what is not marked short may not become a short position, and the price test.</summary>
public class ShortSaleTests
{
    private static EngineBench With(int? shortSale, string? located = null)
    {
        EngineBench bench = new(d =>
        {
            if (shortSale is { } allows)
            {
                d.SetLimit(RiskScope.Of(Abc), RiskLimitKind.ShortSale, allows);
            }

            if (located is not null)
            {
                d.SetLimit(RiskScope.Of(FirstAccount, Abc), RiskLimitKind.LocatedQuantity, Qty(located).Raw);
            }
        });
        bench.Quote(Abc, "10.00", "10.10");
        return bench;
    }

    /// <summary>Buys so much and has it filled.</summary>
    private static void Hold(EngineBench bench, string quantity)
    {
        bench.Limit(Side.Buy, "10.00", quantity);
        bench.Report(bench.Requests().Single().Handle, ExecType.Trade, "10.00", quantity);
        Reports(bench.First);
    }

    private static string[] Outcomes(EngineBench bench)
    {
        int sent = bench.Requests().Count;
        return [.. Reports(bench.First).Where(r => r.ExecType is ExecType.Rejected or ExecType.CancelReject)
            .Select(r => $"{r.RejectReason} {new Quantity(r.RejectValue)} {new Quantity(r.RejectLimit)} largest {r.LargestQuantity}"), $"{sent} sent"];
    }

    [Theory]
    [InlineData(Side.SellShort)]
    [InlineData(Side.SellShortExempt)]
    public void What_is_located_may_be_sold_short_and_not_one_more(Side side)
    {
        using EngineBench bench = With(1, "100");
        Hold(bench, "50");
        bench.Limit(Side.Sell, "10.20", "30");
        bench.Limit(side, "10.20", "121");
        bench.Limit(side, "10.20", "120");
        bench.Limit(side, "10.20", "1");
        Assert.Equal(["LocateRequired 101 100 largest 120", "LocateRequired 101 100 largest 0", "2 sent"], Outcomes(bench));
    }

    [Fact]
    public void What_is_not_marked_short_may_not_lead_beyond_what_is_held()
    {
        using EngineBench bench = With(1, "100");
        Hold(bench, "50");
        bench.Limit(Side.Sell, "10.20", "51");
        bench.Limit(Side.Sell, "10.20", "50");
        bench.Limit(Side.Sell, "10.20", "1");
        bench.Limit(Side.Buy, "10.00", "500");
        Assert.Equal(["LocateRequired 1 0 largest 50", "LocateRequired 1 0 largest 0", "2 sent"], Outcomes(bench));
    }

    [Theory]
    [InlineData(0, "1000")]
    [InlineData(1, null)]
    public void Without_a_locate_or_where_none_is_allowed_nothing_is_sold_short(int shortSale, string? located)
    {
        using EngineBench bench = With(shortSale, located);
        bench.Limit(Side.SellShort, "10.20", "1");
        bench.Limit(Side.SellShortExempt, "10.20", "1");
        Hold(bench, "10");
        bench.Limit(Side.SellShort, "10.20", "10");
        Assert.Equal(["1 sent"], Outcomes(bench));
    }

    [Fact]
    public void Without_a_rule_shorts_need_nothing_and_an_operator_can_make_one()
    {
        using EngineBench bench = With(null);
        bench.Limit(Side.SellShort, "10.20", "10");
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.ShortSale, 1, bench.TimeNs);
        bench.Limit(Side.SellShort, "10.20", "10");
        bench.Engine.Operator.SetLimit(RiskScope.Of(FirstAccount, Abc), RiskLimitKind.LocatedQuantity, Qty("20").Raw, bench.TimeNs);
        bench.Limit(Side.SellShort, "10.20", "10");
        Assert.Equal(["LocateRequired 20 0 largest 0", "2 sent"], Outcomes(bench));
    }

    [Fact]
    public void A_replacement_is_asked_by_what_it_adds()
    {
        using EngineBench bench = With(1, "100");
        bench.Limit(Side.SellShort, "10.20", "100");
        OrderHandle handle = bench.Requests().Single().Handle;
        bench.Report(handle, ExecType.New);
        bench.First.Replace(bench.First.NextClOrdId, bench.TimeNs++, handle, Px("10.20"), Qty("101"));
        bench.First.Replace(bench.First.NextClOrdId, bench.TimeNs++, handle, Px("10.30"), Qty("100"));
        bench.Run();
        Assert.Equal(["LocateRequired 101 100 largest 100", "1 sent"], Outcomes(bench));
    }

    [Fact]
    public void A_short_position_of_fills_is_what_its_orders_were()
    {
        using EngineBench bench = With(null);
        bench.Limit(Side.SellShort, "10.10", "10");
        bench.Limit(Side.SellShortExempt, "10.10", "10");
        foreach (VenueRequest request in bench.Requests())
        {
            bench.Report(request.Handle, ExecType.Trade, "10.10", "10");
        }

        Assert.Equal(Qty("-20"), bench.Engine.Position(FirstAccount, Abc).Position);
        Assert.Equal(default, bench.Engine.Position(FirstAccount, Abc).WorkingSell);
    }

    [Theory]
    [InlineData(Side.SellShort, "10.00", "ShortSalePriceTest 10 10 largest 0")]
    [InlineData(Side.SellShort, "9.99", "ShortSalePriceTest 9.99 10 largest 0")]
    [InlineData(Side.SellShort, "10.01", "1 sent")]
    [InlineData(Side.SellShortExempt, "9.99", "1 sent")]
    [InlineData(Side.Sell, "9.99", "1 sent")]
    public void Under_the_price_test_a_short_sale_lies_above_the_best_bid(Side side, string price, string outcome)
    {
        using EngineBench bench = With(null);
        bench.Engine.MarketData.PublishShortSaleTest(Abc, isInForce: true, bench.TimeNs);
        bench.Limit(side, price, "10");
        Assert.Equal(outcome, Outcomes(bench)[0]);
        bench.Engine.MarketData.PublishShortSaleTest(Abc, isInForce: false, bench.TimeNs);
        bench.Limit(side, price, "10");
        Assert.Equal(["1 sent"], Outcomes(bench));
    }

    [Fact]
    public void Under_the_price_test_market_orders_and_an_unknown_bid_refuse()
    {
        using EngineBench bench = With(null);
        bench.Engine.MarketData.PublishShortSaleTest(Abc, isInForce: true, bench.TimeNs);
        bench.First.NewOrder(1, bench.TimeNs++, Abc, Side.SellShort, OrderType.Market, TimeInForce.Ioc, default, Qty("10"));
        bench.Run();
        bench.Quote(Abc, "0", "10.10");
        bench.Limit(Side.SellShort, "10.10", "10");
        Assert.Equal(["ShortSalePriceTest 10 10 largest 0", "ShortSalePriceTest 10.1 0 largest 0", "0 sent"], Outcomes(bench));
    }
}
