using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Risk;

/// <summary>Who may trade what where: without a grant everybody, from the first on only who has one.</summary>
public class EntitlementTests
{
    private static EngineBench With(params RiskScope[] scopes)
    {
        EngineBench bench = new(d => Array.ForEach(scopes, scope => d.Entitle(in scope)));
        bench.Quote(Abc, "10.00", "10.10");
        bench.Quote(Xyz, "10.00", "10.50");
        return bench;
    }

    /// <summary>What passes: by both strategies, of ABC at both venues and of XYZ.</summary>
    private static string Passing(EngineBench bench)
    {
        List<string> passed = [];
        foreach (StrategyPort port in (StrategyPort[])[bench.First, bench.Second])
        {
            Try("first", () => bench.Limit(Side.Buy, "10.00", "100", Abc, port, venue: FirstVenue));
            Try("second", () => bench.Limit(Side.Buy, "10.00", "100", Abc, port, venue: SecondVenue));
            Try("xyz", () => bench.Limit(Side.Buy, "10.00", "100", Xyz, port));

            void Try(string name, Func<ulong> send)
            {
                send();
                if (bench.Requests().Count + bench.Requests(1).Count > 0)
                {
                    passed.Add($"{port.Id.Value}{name}");
                }
                else
                {
                    Assert.Equal(RejectReason.NotEntitled, Reports(port)[^1].RejectReason);
                }
            }
        }

        return string.Join(' ', passed);
    }

    [Fact]
    public void Without_grants_everything_passes() => Assert.Equal("1first 1second 1xyz 2first 2second 2xyz", Passed());

    [Fact]
    public void A_grant_of_the_firm_lets_everything_pass() => Assert.Equal("1first 1second 1xyz 2first 2second 2xyz", Passed(RiskScope.Firm));

    [Fact]
    public void A_strategy_trades_where_and_what_it_is_granted() =>
        Assert.Equal("1first 2xyz", Passed(new RiskScope(Strategy: new StrategyId(1), Venue: FirstVenue, Instrument: Abc), new RiskScope(SecondAccount, Instrument: Xyz)));

    private static string Passed(params RiskScope[] scopes)
    {
        using EngineBench bench = With(scopes);
        return Passing(bench);
    }

    [Fact]
    public void Operators_grant_and_revoke_and_after_the_last_nothing_passes()
    {
        using EngineBench bench = With();
        RiskScope scope = RiskScope.Of(Xyz);
        bench.Engine.Operator.Send(OperatorCommand.Grant, bench.TimeNs, in scope);
        Assert.Equal("1xyz 2xyz", Passing(bench));
        bench.Engine.Operator.Send(OperatorCommand.Revoke, bench.TimeNs, in scope);
        Assert.Equal("", Passing(bench));
        bench.Engine.Operator.Send(OperatorCommand.Revoke, bench.TimeNs, in scope);
        bench.Run();
        Assert.Equal([OperatorOutcome.Done, OperatorOutcome.Done, OperatorOutcome.NoEntitlement], Enumerable.Range(0, 3).Select(i =>
        {
            Assert.True(bench.Engine.Commands.TryRead(i, out OperatorRecord record));
            return record.Outcome;
        }));
    }

    [Fact]
    public void A_working_order_of_one_who_is_not_entitled_any_more_can_be_canceled_and_made_smaller_only()
    {
        using EngineBench bench = With(RiskScope.Firm);
        bench.Limit(Side.Buy, "10.00", "100");
        OrderHandle handle = bench.Requests().Single().Handle;
        bench.Report(handle, ExecType.New);
        RiskScope firm = RiskScope.Firm;
        bench.Engine.Operator.Send(OperatorCommand.Revoke, bench.TimeNs, in firm);
        bench.First.Replace(2, bench.TimeNs, handle, Px("10.00"), Qty("101"));
        bench.First.Replace(3, bench.TimeNs, handle, Px("9.99"), Qty("100"));
        bench.First.Cancel(4, bench.TimeNs, handle);
        bench.Run();
        Assert.Equal(["Replace", "Cancel"], bench.Requests().Select(request => $"{request.Kind}"));
        Assert.Equal(["NotEntitled"], Reports(bench.First).Where(report => report.ExecType == ExecType.CancelReject).Select(report => $"{report.RejectReason}"));
    }

    [Fact]
    public void Scopes_that_are_not_there_are_faults_of_the_definition()
    {
        RiskScope unknown = RiskScope.Of(new InstrumentId(9));
        ArgumentException wrong = Assert.Throws<ArgumentException>(() => new EngineBench(d => d.Entitle(in unknown)));
        Assert.Contains("entitlements[instrument=9] names an account, strategy, venue or instrument that is not there", wrong.Message, StringComparison.Ordinal);
    }
}
