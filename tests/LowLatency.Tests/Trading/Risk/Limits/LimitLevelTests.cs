using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk.Limits;

/// <summary>A limit of any level covers what stands in its scope, and of several the tightest counts.</summary>
public class LimitLevelTests
{
    /// <summary>A scope, and which of strategy, instrument and venue it limits.</summary>
    public static TheoryData<RiskScope, string> Scopes => new()
    {
        { RiskScope.Firm, "1ABC1 1ABC2 1XYZ1 2ABC1 2ABC2 2XYZ1" },
        { RiskScope.Of(FirstAccount), "1ABC1 1ABC2 1XYZ1" },
        { RiskScope.Of(new StrategyId(2)), "2ABC1 2ABC2 2XYZ1" },
        { RiskScope.Of(SecondVenue), "1ABC2 2ABC2" },
        { RiskScope.Of(Xyz), "1XYZ1 2XYZ1" },
        { RiskScope.Of(SecondAccount, Abc), "2ABC1 2ABC2" },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_limit_covers_its_scope_from_the_start(RiskScope scope, string covered)
    {
        using EngineBench bench = new(d => d.SetLimit(in scope, RiskLimitKind.MaxOrderQuantity, Qty("100").Raw));
        Assert.Equal(covered, Refused(bench, "200", RejectReason.OrderQuantityLimit));
        Assert.Equal("", Refused(bench, "100", RejectReason.OrderQuantityLimit));
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_limit_can_be_set_and_taken_away_while_running(RiskScope scope, string covered)
    {
        using EngineBench bench = new();
        Assert.Equal("", Refused(bench, "200", RejectReason.OrderNotionalLimit));
        Set(bench, scope, RiskLimitKind.MaxOrderNotional, Notional.Parse("1000").Raw);
        Assert.Equal(covered, Refused(bench, "200", RejectReason.OrderNotionalLimit));
        Assert.Equal("", Refused(bench, "100", RejectReason.OrderNotionalLimit));
        Set(bench, scope, RiskLimitKind.MaxOrderNotional, NoLimit);
        string left = scope.Level == RiskLevels.Position ? covered : "";
        Assert.Equal(left, Refused(bench, "200", RejectReason.OrderNotionalLimit));
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public void The_tightest_of_all_levels_counts(RiskScope scope, string covered)
    {
        Assert.NotEmpty(covered);
        using EngineBench bench = new(d =>
        {
            foreach (RiskScope each in (RiskScope[])[RiskScope.Firm, RiskScope.Of(FirstAccount), RiskScope.Of(new StrategyId(1)), RiskScope.Of(FirstVenue), RiskScope.Of(Abc), RiskScope.Of(FirstAccount, Abc)])
            {
                d.SetLimit(in each, RiskLimitKind.MaxOrderQuantity, Qty("500").Raw);
            }
        });
        bench.Quote(Abc, "10.00", "10.01");
        RiskScope own = scope.Level switch
        {
            RiskLevels.Strategy => RiskScope.Of(new StrategyId(1)),
            RiskLevels.Venue => RiskScope.Of(FirstVenue),
            RiskLevels.Instrument => RiskScope.Of(Abc),
            RiskLevels.Position => RiskScope.Of(FirstAccount, Abc),
            _ => scope,
        };
        Set(bench, own, RiskLimitKind.MaxOrderQuantity, Qty("499").Raw);
        bench.Limit(Side.Buy, "10", "499");
        bench.Limit(Side.Buy, "10", "500");
        ExecutionReport refused = bench.OnlyReport();
        Assert.Equal((RejectReason.OrderQuantityLimit, Qty("500").Raw, Qty("499").Raw), (refused.RejectReason, refused.RejectValue, refused.RejectLimit));
    }

    [Fact]
    public void A_collar_and_a_position_limit_move_at_once()
    {
        using EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.00");
        bench.Limit(Side.Buy, "10.90", "100");
        Set(bench, RiskScope.Firm, RiskLimitKind.PriceCollarBps, 500);
        Set(bench, RiskScope.Of(Abc), RiskLimitKind.MaxPosition, Qty("150").Raw);
        bench.Limit(Side.Buy, "10.51", "50");
        bench.Limit(Side.Buy, "10.50", "51");
        bench.Limit(Side.Buy, "10.50", "50");
        Assert.Equal([1UL, 4UL], bench.Requests().Select(r => r.ClOrdId));
        Assert.Equal(
            [(RejectReason.PriceCollar, Px("10.51").Raw, Px("10.50").Raw), (RejectReason.PositionLimit, Qty("151").Raw, Qty("150").Raw)],
            Reports(bench.First).Select(r => (r.RejectReason, r.RejectValue, r.RejectLimit)));
    }

    [Fact]
    public void A_missing_limit_refuses_until_some_level_sets_it()
    {
        EngineDefinition bare = Define();
        using EngineBench bench = new(d =>
        {
            foreach (AccountDefinition account in d.Accounts)
            {
                d.SetLimits(account.Id, Abc, new RiskLimits { MaxOrderQuantity = Qty("10"), MaxOrderNotional = Notional.Parse("1000"), MaxPosition = Qty("100"), PriceCollarBps = 1000 });
            }
        });
        Assert.Empty(bare.Check());
        bench.Quote(Abc, "10.00", "10.01");
        Set(bench, RiskScope.Of(FirstAccount, Abc), RiskLimitKind.MaxPosition, NoLimit);
        bench.Limit(Side.Buy, "10", "5");
        Assert.Equal([RejectReason.PositionLimit, RejectReason.MissingLimit], bench.OnlyReport().FailedChecks.Reasons());
        Set(bench, RiskScope.Of(FirstAccount), RiskLimitKind.MaxPosition, Qty("5").Raw);
        bench.Limit(Side.Buy, "10", "5");
        Assert.Equal([2UL], bench.Requests().Select(r => r.ClOrdId));
    }

    private static Int128 NoLimit => OperatorRecord.NoLimit;

    private static void Set(EngineBench bench, RiskScope scope, RiskLimitKind kind, Int128 value)
    {
        bench.Engine.Operator.SetLimit(in scope, kind, value, bench.TimeNs++);
        bench.Run();
    }

    /// <summary>Which orders of that size are refused for a reason, of each strategy in each instrument at each venue.</summary>
    private static string Refused(EngineBench bench, string quantity, RejectReason reason)
    {
        bench.Quote(Abc, "10.00", "10.01");
        bench.Quote(Xyz, "10.00", "10.50");
        List<string> refused = [];
        foreach ((InstrumentId instrument, VenueId venue, string name) in ((InstrumentId, VenueId, string)[])[(Abc, FirstVenue, "ABC1"), (Abc, SecondVenue, "ABC2"), (Xyz, FirstVenue, "XYZ1")])
        {
            foreach (var port in bench.Engine.Strategies)
            {
                bench.Limit(Side.Buy, "10", quantity, instrument, port, venue: venue);
                refused.AddRange(Reports(port).Where(r => r.FailedChecks.Contains(reason)).Select(r => $"{port.Id}{name}"));
            }
        }

        foreach (var request in bench.Requests().Concat(bench.Requests(1)).ToList())
        {
            bench.Report(request.Handle, ExecType.Canceled);
        }

        bench.Engine.Strategies.ToList().ForEach(port => Reports(port));
        return string.Join(' ', refused.Order(StringComparer.Ordinal));
    }
}
