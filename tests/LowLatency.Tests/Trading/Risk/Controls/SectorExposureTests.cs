using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Controls;

/// <summary>What may be held in a sector: marks are 10 (ABC) and 20 (XYZ), both of one sector.</summary>
public class SectorExposureTests
{
    private static EngineBench With(RiskScope scope, string limit, string? xyz = "tech")
    {
        EngineBench bench = new(d =>
        {
            d.SetSector(Abc, "tech");
            if (xyz is not null)
            {
                d.SetSector(Xyz, xyz);
            }

            d.SetLimit(in scope, RiskLimitKind.MaxSectorExposure, Notional.Parse(limit).Raw);
        });
        bench.Quote(Abc, "9.90", "10.10");
        bench.Quote(Xyz, "19.50", "20.50");
        return bench;
    }

    private static void Hold(EngineBench bench, InstrumentId instrument, string price, string quantity, Side side = Side.Buy)
    {
        bench.Limit(side, price, quantity, instrument);
        bench.Report(bench.Requests().Single().Handle, ExecType.Trade, price, quantity);
        Reports(bench.First);
    }

    private static string[] Outcomes(EngineBench bench)
    {
        int sent = bench.Requests().Count;
        return [.. Reports(bench.First).Where(r => r.ExecType == ExecType.Rejected).Select(r => $"{r.RejectReason} {new Price(r.RejectValue)} {new Price(r.RejectLimit)} largest {r.LargestQuantity}"), $"{sent} sent"];
    }

    [Fact]
    public void The_worst_cases_of_all_positions_together_pass_at_the_limit_and_fail_a_lot_beyond()
    {
        using EngineBench bench = With(RiskScope.Of(FirstAccount), "3000");
        Hold(bench, Xyz, "20", "100");
        bench.Limit(Side.Buy, "10.00", "60");
        bench.Limit(Side.Sell, "10.00", "101");
        bench.Limit(Side.Buy, "10.00", "41");
        bench.Limit(Side.Buy, "10.00", "40");
        Assert.Equal(["SectorExposure 3010 3000 largest 100", "SectorExposure 3010 3000 largest 40", "2 sent"], Outcomes(bench));
    }

    [Fact]
    public void An_order_that_only_reduces_passes_beyond_the_limit()
    {
        using EngineBench bench = With(RiskScope.Of(FirstAccount), "3000");
        Hold(bench, Xyz, "20", "100");
        bench.Quote(Xyz, "39.50", "40.50");
        bench.Limit(Side.Sell, "40.00", "100", Xyz);
        bench.Limit(Side.Buy, "10.00", "1");
        Assert.Equal(["SectorExposure 4010 3000 largest 0", "1 sent"], Outcomes(bench));
    }

    [Fact]
    public void Of_the_firm_every_account_counts_and_other_sectors_do_not()
    {
        using EngineBench firm = With(RiskScope.Firm, "1000");
        firm.Limit(Side.Sell, "10.10", "60", port: firm.Second);
        firm.Limit(Side.Buy, "10.00", "41");
        firm.Limit(Side.Buy, "10.00", "40");
        Assert.Equal(["SectorExposure 1010 1000 largest 40", "2 sent"], Outcomes(firm));
        using EngineBench other = With(RiskScope.Firm, "1000", "energy");
        Hold(other, Xyz, "20", "50");
        other.Limit(Side.Buy, "10.00", "100");
        Assert.Equal(["1 sent"], Outcomes(other));
        using EngineBench none = With(RiskScope.Firm, "1000", null);
        Hold(none, Xyz, "20", "500");
        none.Limit(Side.Buy, "10.00", "100");
        Assert.Equal(["1 sent"], Outcomes(none));
    }
}
