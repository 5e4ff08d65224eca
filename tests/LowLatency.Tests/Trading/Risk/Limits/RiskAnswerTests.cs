using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Limits;

/// <summary>What a refusal says beside its reason: how much of the limits the order would have used, and what would have passed.</summary>
public class RiskAnswerTests
{
    /// <summary>Side, price and quantity of an order, the score, and the largest quantity. Limits: 1,000 an order, worth 50,000; a position of 1,500, of which 900 are long already.</summary>
    public static TheoryData<Side, string, string, int, string> Orders => new()
    {
        { Side.Buy, "10.00", "1001", 126, "600" },
        { Side.Buy, "10.00", "601", 100, "600" },
        { Side.Sell, "10.00", "2000", 200, "1000" },
        { Side.Buy, "10.00", "1.5", 60, "600" },
        { Side.Buy, "10.00", "0", 60, "600" },
        { Side.Buy, "99.99", "1001", 200, "0" },
        { Side.Buy, "10.005", "1001", 126, "0" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_refusal_names_the_highest_use_and_the_largest_quantity(Side side, string price, string quantity, int score, string largest)
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "900");
        bench.Limit(side, price, quantity);
        ExecutionReport refused = bench.OnlyReport();
        Assert.Equal((score, largest), (refused.RiskScorePercent, refused.LargestQuantity.ToString()));
    }

    [Fact]
    public void The_value_of_an_order_bounds_its_quantity()
    {
        using EngineBench bench = new(d => d.SetLimit(RiskScope.Firm, RiskLimitKind.MaxOrderNotional, Notional.Parse("1000").Raw));
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10.01", "300");
        ExecutionReport refused = bench.OnlyReport();
        Assert.Equal((RejectReason.OrderNotionalLimit, 300, "99"), (refused.RejectReason, refused.RiskScorePercent, refused.LargestQuantity.ToString()));
        bench.Limit(Side.Buy, "10.01", refused.LargestQuantity.ToString());
        Assert.Empty(bench.Lines());
    }

    [Fact]
    public void A_replacement_is_told_its_largest_total()
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Limit(Side.Buy, "10", "900");
        bench.Limit(Side.Buy, "10", "400");
        OrderHandle handle = bench.Requests()[1].Handle;
        bench.Report(handle, ExecType.New);
        bench.Report(handle, ExecType.Trade, "10", "100");
        Reports(bench.First);
        bench.First.Replace(3, 1, handle, Px("10"), Qty("601"));
        bench.Run();
        ExecutionReport refused = bench.OnlyReport();
        Assert.Equal((RejectReason.PositionLimit, 100, "600"), (refused.RejectReason, refused.RiskScorePercent, refused.LargestQuantity.ToString()));
        bench.First.Replace(4, 1, handle, Px("10"), refused.LargestQuantity);
        bench.Run();
        Assert.Empty(bench.Lines());
    }
}
