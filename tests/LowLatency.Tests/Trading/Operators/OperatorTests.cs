using LowLatency.Primitives.Identity;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Operators;

/// <summary>Every command leaves a record, whatever became of it.</summary>
public class OperatorTests
{
    private static readonly OperatorId One = new(1);
    private static readonly OperatorId Two = new(2);

    private static string Last(EngineBench bench)
    {
        bench.Run();
        Assert.True(bench.Engine.Commands.TryRead(bench.Engine.Commands.Count - 1, out OperatorRecord record));
        string values = record.Command == OperatorCommand.SetLimit ? $" {record.Limit} {Text(record.OldValue)}->{Text(record.NewValue)}" : "";
        return $"{record.Command} {record.Scope}{values} by {record.Operator}+{record.ApprovedBy}: {record.Outcome}";
    }

    private static string Text(Int128 value) => value == OperatorRecord.NoLimit ? "none" : $"{value}";

    private static EngineBench Staffed(bool approval = false) => new(d =>
    {
        d.AddOperator("anna");
        d.AddOperator("bert");
        d.LooseningNeedsApproval = approval;
    });

    [Fact]
    public void A_limit_is_recorded_with_who_old_and_new()
    {
        using EngineBench bench = Staffed();
        bench.Engine.Operator.SetLimit(RiskScope.Of(Abc), RiskLimitKind.MaxPosition, 700, 5_000, One);
        Assert.Equal("SetLimit instrument=1 MaxPosition none->700 by 1+0: Done", Last(bench));
        bench.Engine.Operator.SetLimit(RiskScope.Of(Abc), RiskLimitKind.MaxPosition, 800, 6_000, Two);
        Assert.Equal("SetLimit instrument=1 MaxPosition 700->800 by 2+0: Done", Last(bench));
        bench.Engine.Commands.TryRead(1, out OperatorRecord record);
        Assert.Equal((2L, 6_000L), (record.Sequence, record.TimeNs));
        bench.Engine.Operator.SetLimit(RiskScope.Of(Abc), RiskLimitKind.MaxPosition, OperatorRecord.NoLimit, 7_000, Two);
        Assert.Equal("SetLimit instrument=1 MaxPosition 800->none by 2+0: Done", Last(bench));
    }

    [Fact]
    public void What_cannot_be_is_refused_with_its_reason_and_changes_nothing()
    {
        using EngineBench bench = Staffed();
        (RiskScope Scope, RiskLimitKind Kind, Int128 Value, int By, OperatorOutcome Outcome)[] wrong =
        [
            (RiskScope.Firm, RiskLimitKind.MaxPosition, 1, 0, OperatorOutcome.UnknownOperator),
            (RiskScope.Firm, RiskLimitKind.MaxPosition, 1, 3, OperatorOutcome.UnknownOperator),
            (RiskScope.Of(new AccountId(3)), RiskLimitKind.MaxPosition, 1, 1, OperatorOutcome.UnknownScope),
            (RiskScope.Of(new InstrumentId(-1)), RiskLimitKind.MaxPosition, 1, 1, OperatorOutcome.UnknownScope),
            (new RiskScope(FirstAccount, new StrategyId(1)), RiskLimitKind.MaxOrderQuantity, 1, 1, OperatorOutcome.UnknownScope),
            (RiskScope.Firm, RiskLimitKind.None, 1, 1, OperatorOutcome.UnknownLimit),
            (RiskScope.Firm, (RiskLimitKind)255, 1, 1, OperatorOutcome.UnknownLimit),
            (RiskScope.Of(FirstVenue), RiskLimitKind.MaxPosition, 1, 1, OperatorOutcome.WrongLevel),
            (RiskScope.Firm, RiskLimitKind.MaxPosition, -1, 1, OperatorOutcome.OutOfRange),
            (RiskScope.Firm, RiskLimitKind.MaxPosition, RiskLimits.MaxRawQuantity + 1, 1, OperatorOutcome.OutOfRange),
            (RiskScope.Firm, RiskLimitKind.MaxOrderNotional, RiskLimitRules.MaxMoney + 1, 1, OperatorOutcome.OutOfRange),
        ];
        foreach ((RiskScope scope, RiskLimitKind kind, Int128 value, int by, OperatorOutcome outcome) in wrong)
        {
            bench.Engine.Operator.SetLimit(in scope, kind, value, 1, new OperatorId((ushort)by));
            Assert.EndsWith($": {outcome}", Last(bench), StringComparison.Ordinal);
        }

        Assert.Equal(wrong.Length, bench.Engine.Counters.BadCommands);
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxPosition, RiskLimits.MaxRawQuantity, 1, One);
        Assert.Equal($"SetLimit firm MaxPosition none->{RiskLimits.MaxRawQuantity} by 1+0: Done", Last(bench));
    }

    [Fact]
    public void Loosening_needs_a_second_operator_and_tightening_does_not()
    {
        using EngineBench bench = Staffed(approval: true);
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxPosition, 700, 1, One);
        Assert.Equal("SetLimit firm MaxPosition none->700 by 1+0: Done", Last(bench));
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxPosition, 701, 1, One);
        Assert.Equal("SetLimit firm MaxPosition 700->701 by 1+0: NeedsApproval", Last(bench));
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxPosition, 701, 1, One, One);
        Assert.Equal("SetLimit firm MaxPosition 700->701 by 1+1: NeedsApproval", Last(bench));
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxPosition, OperatorRecord.NoLimit, 1, One, new OperatorId(3));
        Assert.Equal("SetLimit firm None 0->0 by 1+3: UnknownOperator", Last(bench));
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxPosition, 701, 1, One, Two);
        Assert.Equal("SetLimit firm MaxPosition 700->701 by 1+2: Done", Last(bench));
        bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxPosition, 0, 1, Two);
        Assert.Equal("SetLimit firm MaxPosition 701->0 by 2+0: Done", Last(bench));
    }

    [Fact]
    public void Anybody_may_stop_trading_and_only_somebody_may_release_it()
    {
        using EngineBench bench = Staffed();
        bench.Engine.Operator.Send(OperatorCommand.Kill, 1);
        Assert.Equal("Kill firm by 0+0: Done", Last(bench));
        bench.Engine.Operator.Send(OperatorCommand.Release, 1);
        Assert.Equal("Release firm by 0+0: UnknownOperator", Last(bench));
        bench.Engine.Operator.Send(OperatorCommand.Release, 1, by: Two);
        Assert.Equal("Release firm by 2+0: Done", Last(bench));
        bench.Engine.Operator.Send((OperatorCommand)77, 1, by: Two);
        Assert.Equal("77 firm by 2+0: UnknownCommand", Last(bench));
    }

    [Fact]
    public void The_newest_records_are_kept()
    {
        using EngineBench bench = new(d => d.Limits = d.Limits with { OperatorRecords = 4 });
        for (int i = 1; i <= 6; i++)
        {
            bench.Engine.Operator.SetLimit(RiskScope.Firm, RiskLimitKind.MaxPosition, i, i);
            bench.Run();
        }

        Assert.Equal(6, bench.Engine.Commands.Count);
        Assert.Equal([false, false, true, true, true, true, false], Enumerable.Range(0, 7).Select(i => bench.Engine.Commands.TryRead(i, out OperatorRecord _)));
    }
}
