using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Testing.Model;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk;

/// <summary>Money and positions, by fills through the engine. The identity that nothing is lost by: what was paid (bought positive, sold negative) = cost − realised profit, exactly.</summary>
public class PositionTests
{
    /// <summary>An engine with one working order on each side that takes any fill: what is beyond their quantity is counted and booked all the same.</summary>
    private static EngineBench Bench(out OrderHandle buy, out OrderHandle sell)
    {
        EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "1000");
        bench.Limit(Side.Sell, "10", "1000");
        OrderHandle[] handles = [.. bench.Requests().Select(r => r.Handle)];
        (buy, sell) = (handles[0], handles[1]);

        // A cancel on its way keeps the record of an order that is filled.
        bench.First.Cancel(3, 1, buy);
        bench.First.Cancel(4, 1, sell);
        bench.Run();
        return bench;
    }

    private static PositionSnapshot Position(EngineBench bench) => bench.Engine.Position(FirstAccount, Abc);

    private static void Fill(EngineBench bench, OrderHandle handle, string price, string quantity) => bench.Report(handle, ExecType.Trade, price, quantity, Liquidity.Removed);

    private static string Line(EngineBench bench)
    {
        PositionSnapshot p = Position(bench);
        return $"{p.Position} cost={p.Cost} realised={p.RealizedPnl}";
    }

    [Fact]
    public void Average_cost_through_zero_and_back()
    {
        using EngineBench bench = Bench(out OrderHandle buy, out OrderHandle sell);
        List<string> lines = [];
        foreach ((OrderHandle handle, string price, string quantity) in ((OrderHandle, string, string)[])[
            (buy, "10", "100"),
            (buy, "11", "100"),
            (sell, "12", "50"),
            (sell, "9", "250"),
            (sell, "8", "100"),
            (buy, "8", "50"),
            (buy, "7", "150"),
            (sell, "1", "1"),
            (buy, "2", "3"),
            (sell, "3", "2")])
        {
            Fill(bench, handle, price, quantity);
            lines.Add(Line(bench));
        }

        Assert.Equal(
            [
                "100 cost=1000 realised=0",
                "200 cost=2100 realised=0",
                "150 cost=1575 realised=75",
                "-100 cost=-900 realised=-150",
                "-200 cost=-1700 realised=-150",
                "-150 cost=-1275 realised=-125",
                "0 cost=0 realised=100",
                "-1 cost=-1 realised=100",
                "2 cost=4 realised=99",
                "0 cost=0 realised=101",
            ],
            lines);
    }

    [Fact]
    public void What_average_cost_cannot_divide_stays_in_the_position()
    {
        using EngineBench bench = Bench(out OrderHandle buy, out OrderHandle sell);
        Fill(bench, buy, "0.00000001", "0.00000001");
        Fill(bench, buy, "0.00000002", "0.00000002");
        Assert.Equal("0.00000003 cost=0.0000000000000005 realised=0", Line(bench));
        Fill(bench, sell, "0.00000001", "0.00000001");
        Assert.Equal("0.00000002 cost=0.0000000000000004 realised=0", Line(bench));
        Fill(bench, sell, "0.00000001", "0.00000001");
        Assert.Equal("0.00000001 cost=0.0000000000000002 realised=-0.0000000000000001", Line(bench));
        Fill(bench, sell, "0.00000001", "0.00000001");
        Assert.Equal("0 cost=0 realised=-0.0000000000000002", Line(bench));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_fills_agree_with_whole_numbers_and_nothing_is_lost(int seed)
    {
        using EngineBench bench = Bench(out OrderHandle buy, out OrderHandle sell);
        Random random = new(seed);
        ReferencePosition expected = new();
        BigInteger fees = 0;
        for (int i = 0; i < 1_000; i++)
        {
            bool isBuy = random.Next(2) == 0;
            long price = random.NextInt64(1, 1L << random.Next(1, 50));
            long quantity = expected.Position != 0 && random.Next(5) == 0
                ? (long)BigInteger.Min(BigInteger.Abs(expected.Position), RiskLimits.MaxRawQuantity)
                : random.NextInt64(1, 1L << random.Next(1, 50));
            Liquidity liquidity = (Liquidity)random.Next(3);
            long rate = liquidity == Liquidity.Added ? -10_000 : 30_000;
            BigInteger product = (BigInteger)price * quantity * rate;
            BigInteger fee = (product - (((product % 100_000_000) + 100_000_000) % 100_000_000)) / 100_000_000;
            fee += fee * 100_000_000 < product ? 1 : 0;
            fees += fee;
            expected.Fill(isBuy ? Side.Buy : Side.Sell, price, quantity, fee);
            bench.Report(isBuy ? buy : sell, ExecType.Trade, new Price(price).ToString(), new Quantity(quantity).ToString(), liquidity);
            Assert.True(Reports(bench.First).Single().Fee.Raw == (Int128)fee, $"seed {seed}, fill {i}: fee {fee}");

            PositionSnapshot actual = Position(bench);
            string at = $"seed {seed}, fill {i}: {actual}";
            Assert.True((expected.Position, expected.Cost, expected.RealizedPnl, fees) == (actual.Position.Raw, actual.Cost.Raw, actual.RealizedPnl.Raw, actual.Fees.Raw), at);
            Assert.True(expected.Paid == (BigInteger)actual.Cost.Raw - actual.RealizedPnl.Raw, $"{at}: paid = cost - realised");
            Price mark = new(random.NextInt64(1, 1L << 50));
            BigInteger profit = -expected.Paid + ((BigInteger)actual.Position.Raw * mark.Raw);
            Assert.True(profit == (BigInteger)actual.RealizedPnl.Raw + actual.UnrealizedPnl(mark).Raw, $"{at}: profit = cash + position × mark");
        }
    }

    [Fact]
    public void A_fill_that_cannot_be_booked_stops_the_firm()
    {
        using EngineBench bench = Bench(out OrderHandle buy, out _);
        Reports(bench.First);
        string huge = new Quantity(RiskLimits.MaxRawQuantity).ToString();
        for (int i = 0; i < 4; i++)
        {
            Fill(bench, buy, "0.00000001", huge);
        }

        Assert.Equal(1L << 62, Position(bench).Position.Raw);
        Assert.Equal(0, bench.Engine.Counters.IllegalReports);
        Reports(bench.First);
        Fill(bench, buy, "0.00000001", "0.00000001");
        Assert.Equal((1L << 62, 1), (Position(bench).Position.Raw, bench.Engine.Counters.IllegalReports));
        bench.Quote(Xyz, "10", "10.5");
        bench.Limit(Side.Buy, "10", "10", Xyz);
        Assert.Equal("KillSwitch", bench.OnlyReport().FailedChecks.ToString());
        bench.Engine.Operator.Send(OperatorCommand.Release, 1);
        bench.Limit(Side.Buy, "10", "10", Xyz);
        Assert.Empty(bench.Lines());
    }

    [Fact]
    public void A_fill_worth_too_much_stops_the_firm()
    {
        using EngineBench bench = Bench(out OrderHandle buy, out _);
        string huge = new Quantity(RiskLimits.MaxRawQuantity).ToString();
        Fill(bench, buy, new Price(1L << 50).ToString(), huge);
        Fill(bench, buy, new Price((1L << 50) + 1).ToString(), huge);
        Assert.Equal((RiskLimits.MaxRawQuantity, 1), (Position(bench).Position.Raw, bench.Engine.Counters.IllegalReports));
        Reports(bench.First);
        bench.Limit(Side.Sell, "10", "1");
        Assert.True(bench.OnlyReport().FailedChecks.Contains(RejectReason.KillSwitch));
    }

    [Fact]
    public void Hugely_negative_quantities_do_not_wrap_into_the_position_limit()
    {
        using EngineBench bench = Bench(out OrderHandle buy, out OrderHandle sell);
        Fill(bench, sell, "10", "100");
        Reports(bench.First);
        bench.First.NewOrder(10, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), new Quantity(long.MinValue));
        bench.First.NewOrder(11, 1, Abc, Side.Sell, OrderType.Limit, TimeInForce.Gtc, Px("10"), new Quantity(long.MinValue));
        bench.First.Replace(12, 1, buy, Px("10"), new Quantity(long.MinValue));
        bench.First.Replace(13, 1, buy, Px("10"), new Quantity(long.MaxValue));
        bench.Run();
        Assert.Equal(
            [
                "InvalidQuantity",
                "InvalidQuantity",
                "InvalidQuantity+OrderPending",
                "QuantityOffLot+QuantityOutOfBounds+OrderPending+OrderQuantityLimit+OrderNotionalLimit+PositionLimit",
            ],
            Reports(bench.First).Select(r => r.FailedChecks.ToString()));
    }

    [Fact]
    public void A_refused_replacement_names_the_worst_case_it_would_make()
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "1000");
        bench.Limit(Side.Buy, "10", "400");
        OrderHandle second = bench.Requests()[1].Handle;
        bench.Report(second, ExecType.New);
        bench.Report(second, ExecType.Trade, "10", "100");
        Reports(bench.First);
        bench.First.Replace(3, 1, second, Px("10"), Qty("501"));
        bench.First.Replace(4, 1, second, Px("10"), Qty("500"));
        bench.Run();
        LowLatency.Trading.Reporting.ExecutionReport report = bench.OnlyReport();
        Assert.Equal((RejectReason.PositionLimit, "1501", "1500"), (report.RejectReason, new Quantity(report.RejectValue).ToString(), new Quantity(report.RejectLimit).ToString()));
        Assert.Equal("1400", Position(bench).WorkingBuy.ToString());
    }

    [Fact]
    public void A_replacement_for_more_than_was_asked_is_not_believed()
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "100");
        OrderHandle handle = bench.Requests().Single().Handle;
        bench.Report(handle, ExecType.New);
        bench.First.Replace(2, 1, handle, Px("10"), Qty("150"));
        bench.Run();
        bench.Report(handle, ExecType.Replaced, "10", "151");
        bench.Report(handle, ExecType.Replaced, "10", new Quantity(long.MaxValue).ToString());
        Assert.Equal((2, "150"), (bench.Engine.Counters.IllegalReports, Position(bench).WorkingBuy.ToString()));
        bench.Report(handle, ExecType.Replaced, "10", "140");
        Assert.Equal("140", Position(bench).WorkingBuy.ToString());
    }
}
