using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Controls;

/// <summary>The controls that value positions at the middle of the last top of book: each passes at its limit and fails one beyond.</summary>
public class ValuationControlTests
{
    private static EngineBench With(RiskScope scope, params (RiskLimitKind Kind, Int128 Value)[] limits)
    {
        EngineBench bench = new(d =>
        {
            foreach ((RiskLimitKind kind, Int128 value) in limits)
            {
                d.SetLimit(in scope, kind, value);
            }
        });
        bench.Quote(Abc, "10.00", "10.00");
        bench.Quote(Xyz, "20.00", "20.00");
        return bench;
    }

    private static Int128 Money(string text) => Notional.Parse(text).Raw;

    /// <summary>Sends an order and fills it at its price.</summary>
    private static void Trade(EngineBench bench, Side side, string price, string quantity, InstrumentId? instrument = null, StrategyPort? port = null)
    {
        bench.Requests();
        bench.Limit(side, price, quantity, instrument, port);
        bench.Report(bench.Requests().Single().Handle, ExecType.Trade, price, quantity, Liquidity.Added);
        Reports(port ?? bench.First);
    }

    private static List<string> Refusals(EngineBench bench) => [.. Reports(bench.First)
        .Where(r => r.ExecType is ExecType.Rejected)
        .Select(r => $"{r.ClOrdId} {r.RejectReason} {new Price(r.RejectValue)}>{new Price(r.RejectLimit)} room {r.LargestQuantity}")];

    [Fact]
    public void Gross_exposure_adds_long_short_and_open_orders()
    {
        using EngineBench bench = With(RiskScope.Of(FirstAccount), (RiskLimitKind.MaxGrossExposure, Money("5000")));
        Trade(bench, Side.Buy, "10", "100");
        Trade(bench, Side.Sell, "20", "100", Xyz);
        bench.Limit(Side.Buy, "10", "101");
        bench.Limit(Side.Sell, "20", "110", Xyz);
        bench.Limit(Side.Buy, "10", "201");
        bench.Limit(Side.Buy, "10", "201", port: bench.Second);
        bench.Quote(Abc, "10.50", "10.51");
        bench.Limit(Side.Buy, "10", "94");
        bench.Limit(Side.Buy, "10", "93");
        Assert.Equal(["4 GrossPositionLimit 6210>5000 room 40", "5 GrossPositionLimit 6020>5000 room 99", "6 GrossPositionLimit 5000.5>5000 room 93"], Refusals(bench));
        Assert.Empty(Reports(bench.Second));
    }

    [Fact]
    public void Net_exposure_counts_in_the_direction_of_the_order()
    {
        using EngineBench bench = With(RiskScope.Firm, (RiskLimitKind.MaxNetExposure, Money("1500")));
        Trade(bench, Side.Buy, "10", "100");
        bench.Limit(Side.Buy, "10", "51");
        bench.Limit(Side.Buy, "10", "50");
        bench.Limit(Side.Sell, "20", "130", Xyz);
        bench.Limit(Side.Sell, "20", "120", Xyz);
        Assert.Equal(["2 GrossPositionLimit 1510>1500 room 50", "4 GrossPositionLimit 1600>1500 room 120"], Refusals(bench));
    }

    [Fact]
    public void Leverage_is_of_capital_and_what_was_won_and_lost()
    {
        using EngineBench bench = With(RiskScope.Of(FirstAccount), (RiskLimitKind.MaxLeverageBps, 20_000), (RiskLimitKind.Capital, Money("1000")));
        bench.Limit(Side.Buy, "10", "201");
        Trade(bench, Side.Buy, "10", "150");
        bench.Limit(Side.Buy, "10", "51");
        bench.Quote(Abc, "9.00", "9.00");
        bench.Limit(Side.Buy, "9", "40");
        bench.Limit(Side.Buy, "9", "39");
        Assert.Equal(["3 LeverageLimit 2010>2000.3 room 50", "4 LeverageLimit 1710>1700.3 room 38", "5 LeverageLimit 1701>1700.3 room 38"], Refusals(bench));
    }

    [Fact]
    public void Without_capital_nothing_passes()
    {
        using EngineBench bench = With(RiskScope.Firm, (RiskLimitKind.MaxLeverageBps, 20_000), (RiskLimitKind.MaxConcentrationBps, 20_000));
        bench.Limit(Side.Buy, "10", "1");
        ExecutionReport refused = bench.OnlyReport();
        Assert.Equal([RejectReason.LeverageLimit, RejectReason.ConcentrationLimit], refused.FailedChecks.Reasons());
    }

    [Fact]
    public void One_position_has_its_share_of_the_capital()
    {
        using EngineBench bench = With(RiskScope.Firm, (RiskLimitKind.MaxConcentrationBps, 1_000), (RiskLimitKind.Capital, Money("10000")));
        Trade(bench, Side.Buy, "10", "60");
        bench.Limit(Side.Buy, "10", "41");
        bench.Limit(Side.Buy, "10", "40");
        bench.Limit(Side.Buy, "10", "1");
        bench.Limit(Side.Sell, "10", "161");
        bench.Limit(Side.Sell, "10", "160");
        bench.Limit(Side.Sell, "20", "50", Xyz);
        Assert.Equal(["2 ConcentrationLimit 1010>1000 room 40", "4 ConcentrationLimit 1010>1000 room 0", "5 ConcentrationLimit 1010>1000 room 160"], Refusals(bench));
    }

    [Fact]
    public void A_loss_stops_all_but_what_reduces()
    {
        using EngineBench bench = With(RiskScope.Of(FirstAccount), (RiskLimitKind.MaxDailyLoss, Money("100")));
        Trade(bench, Side.Buy, "10.00", "100", port: bench.Second);
        Trade(bench, Side.Buy, "10.00", "100");
        bench.Quote(Abc, "9.00", "9.01");
        bench.Limit(Side.Buy, "9", "1");
        bench.Quote(Abc, "8.99", "9.00");
        bench.Limit(Side.Buy, "9", "1");
        bench.Limit(Side.Sell, "9", "60");
        bench.Limit(Side.Sell, "9", "41");
        bench.Limit(Side.Sell, "9", "40");
        bench.Limit(Side.Buy, "9", "1", port: bench.Second);
        Assert.Equal(["3 LossLimit 100.4>100 room 0", "5 LossLimit 100.4>100 room 0"], Refusals(bench));
        bench.Engine.Operator.Send(OperatorCommand.StartDay, 1);
        bench.Limit(Side.Buy, "9", "1");
        bench.Quote(Abc, "8.00", "8.00");
        bench.Limit(Side.Buy, "8", "1");
        Assert.Empty(Refusals(bench));
    }

    [Fact]
    public void A_drawdown_is_measured_from_the_best_moment_of_the_day()
    {
        using EngineBench bench = With(RiskScope.Of(FirstAccount, Abc), (RiskLimitKind.MaxDrawdown, Money("100")));
        Trade(bench, Side.Sell, "10.00", "100");
        bench.Quote(Abc, "8.00", "8.00");
        bench.Quote(Abc, "9.00", "9.00");
        bench.Limit(Side.Sell, "9", "1");
        bench.Quote(Abc, "9.01", "9.01");
        bench.Limit(Side.Sell, "9", "1");
        bench.Limit(Side.Sell, "20", "10", Xyz);
        bench.Limit(Side.Buy, "9", "100");
        bench.Limit(Side.Buy, "9", "1");
        Assert.Equal(["3 DrawdownLimit 101>100 room 0", "6 DrawdownLimit 101>100 room 0"], Refusals(bench));
    }

    [Fact]
    public void What_is_set_while_running_begins_with_what_is_there()
    {
        using EngineBench bench = With(RiskScope.Firm);
        Trade(bench, Side.Buy, "10", "100");
        bench.Quote(Abc, "9.50", "9.50");
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxDailyLoss, Money("10"), 1);
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxGrossExposure, Money("960"), 1);
        bench.Limit(Side.Buy, "9.50", "2");
        bench.Limit(Side.Buy, "9.50", "1");
        bench.Quote(Abc, "9.39", "9.39");
        bench.Limit(Side.Buy, "9.50", "1");
        Assert.Equal(["2 GrossPositionLimit 969>960 room 1", "4 LossLimit 11>10 room 0"], Refusals(bench));
    }
}
