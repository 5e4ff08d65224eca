using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Controls;

/// <summary>Beyond a limit on values a position can be closed, and no more than closed.</summary>
public class ReducingOrderTests
{
    [Theory]
    [InlineData(RiskLimitKind.MaxGrossExposure, Side.Buy)]
    [InlineData(RiskLimitKind.MaxGrossExposure, Side.Sell)]
    [InlineData(RiskLimitKind.MaxNetExposure, Side.Buy)]
    [InlineData(RiskLimitKind.MaxLeverageBps, Side.Buy)]
    [InlineData(RiskLimitKind.MaxConcentrationBps, Side.Sell)]
    [InlineData(RiskLimitKind.MaxSectorExposure, Side.Buy)]
    public void A_position_beyond_a_limit_can_be_closed_and_not_turned(RiskLimitKind kind, Side side)
    {
        using EngineBench bench = new(d => d.SetSector(Abc, "tech"));
        bench.Quote(Abc, "9.90", "10.10");
        bench.Limit(side, "10.00", "100");
        bench.Report(bench.Requests().Single().Handle, ExecType.Trade, "10.00", "100");
        bench.Engine.Operator.SetLimit(RiskScope.Of(FirstAccount), kind, 0, bench.TimeNs);
        bench.Lines();
        Side other = side == Side.Buy ? Side.Sell : Side.Buy;
        bench.Limit(side, "10.00", "1");
        bench.Limit(other, "10.00", "101");
        bench.Limit(other, "10.00", "60");
        bench.Limit(other, "10.00", "41");
        bench.Limit(other, "10.00", "40");
        Assert.Equal([60L, 40L], bench.Requests().Select(request => request.Quantity.Raw / 100_000_000));
        Assert.Equal(["0", "100", "40"], Reports(bench.First).Where(report => report.ExecType == ExecType.Rejected).Select(report => report.LargestQuantity.ToString()));
    }
}
