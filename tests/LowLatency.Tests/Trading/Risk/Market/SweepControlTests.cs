using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Market;

/// <summary>The average price an order is expected to pay in the known book: at the limit, beyond it, beyond the book, and where the book is not known.</summary>
public class SweepControlTests
{
    private static EngineBench With(int bps)
    {
        EngineBench bench = new(d => d.SetLimit(RiskScope.Firm, RiskLimitKind.MaxSweepBps, bps));
        bench.Quote(Abc, "10.00", "10.10");
        Show(bench, Side.Sell, ("10.10", "10"), ("10.20", "10"), ("10.40", "20"));
        Show(bench, Side.Buy, ("10.00", "10"), ("9.90", "10"), ("9.70", "20"));
        return bench;
    }

    private static void Show(EngineBench bench, Side side, params (string Price, string Quantity)[] levels)
    {
        for (int i = 0; i < levels.Length; i++)
        {
            bench.Engine.MarketData.PublishDepth(Abc, side, i, Px(levels[i].Price), Qty(levels[i].Quantity), bench.TimeNs);
            bench.Run();
        }
    }

    private static void Market(EngineBench bench, Side side, string quantity)
    {
        bench.First.NewOrder(bench.First.NextClOrdId, bench.TimeNs++, Abc, side, OrderType.Market, TimeInForce.Ioc, default, Qty(quantity));
        bench.Run();
    }

    private static string[] Outcomes(EngineBench bench)
    {
        int sent = bench.Requests().Count;
        return [.. Reports(bench.First).Where(r => r.ExecType is ExecType.Rejected or ExecType.CancelReject)
            .Select(r => $"{r.ClOrdId} {r.RejectReason} {new Price(r.RejectValue)} {new Price(r.RejectLimit)}"), $"{sent} sent"];
    }

    [Fact]
    public void The_average_may_lie_at_the_limit_and_not_beyond()
    {
        // 50 bps of 10.00 are 0.05: ten at 10.00 and ten at 9.90 sell at 9.95, one more at 9.70 does not.
        using EngineBench bench = With(50);
        Market(bench, Side.Sell, "20");
        Market(bench, Side.Sell, "21");
        bench.Limit(Side.Sell, "9.70", "20");
        bench.Limit(Side.Sell, "9.70", "21");
        Assert.Equal(["2 SweepLimit 9.93809523 9.95", "4 SweepLimit 9.93809523 9.95", "2 sent"], Outcomes(bench));

        // 50 bps of 10.10 are 0.0505: twenty buy at 10.15, one more at 10.40 does not.
        Market(bench, Side.Buy, "20");
        Market(bench, Side.Buy, "21");
        Assert.Equal(["6 SweepLimit 10.16190476 10.1505", "1 sent"], Outcomes(bench));
    }

    [Fact]
    public void What_would_rest_is_not_swept()
    {
        using EngineBench bench = With(0);
        bench.Limit(Side.Buy, "10.10", "500");
        bench.Limit(Side.Buy, "10.09", "500");
        bench.Limit(Side.Buy, "10.20", "10");
        bench.Limit(Side.Buy, "10.20", "11");
        Assert.Equal(["4 SweepLimit 10.10909090 10.1", "3 sent"], [.. Outcomes(bench).Select(line => line.Replace("10.1090909 ", "10.10909090 ", StringComparison.Ordinal))]);
    }

    [Fact]
    public void Beyond_the_known_book_nothing_passes()
    {
        using EngineBench bench = With(10_000);
        Market(bench, Side.Buy, "40");
        Market(bench, Side.Buy, "41");
        bench.Limit(Side.Sell, "9.70", "41");
        bench.Limit(Side.Sell, "9.71", "41");
        Assert.Equal(["2 SweepLimit 10.275 20.2", "3 SweepLimit 9.825 0", "2 sent"], Outcomes(bench));
        Show(bench, Side.Sell, ("10.10", "0"));
        Market(bench, Side.Buy, "1");
        Assert.Equal(["5 SweepLimit 0 20.2", "0 sent"], Outcomes(bench));
    }

    [Fact]
    public void A_level_out_of_order_ends_what_is_known()
    {
        using EngineBench bench = With(10_000);
        Show(bench, Side.Sell, ("10.10", "10"), ("10.10", "10"));
        Market(bench, Side.Buy, "10");
        Market(bench, Side.Buy, "11");
        Assert.Equal(["2 SweepLimit 10.1 20.2", "1 sent"], Outcomes(bench));
    }

    [Fact]
    public void Bad_levels_are_counted_and_not_taken()
    {
        using EngineBench bench = With(0);
        MarketDataPort port = bench.Engine.MarketData;
        port.PublishDepth(new InstrumentId(3), Side.Buy, 0, Px("10"), Qty("1"), 1);
        port.PublishDepth(Abc, Side.None, 0, Px("10"), Qty("1"), 1);
        port.PublishDepth(Abc, (Side)3, 0, Px("10"), Qty("1"), 1);
        port.PublishDepth(Abc, Side.Buy, 10, Px("10"), Qty("1"), 1);
        port.PublishDepth(Abc, Side.Buy, -1, Px("10"), Qty("1"), 1);
        port.PublishDepth(Abc, Side.Buy, 0, Px("-10"), Qty("1"), 1);
        port.PublishDepth(Abc, Side.Buy, 0, Px("10"), Qty("-1"), 1);
        bench.Run();
        Assert.Equal(7, bench.Engine.Counters.BadMarketData);
    }
}
