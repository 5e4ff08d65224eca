using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Stops;

namespace LowLatency.Trading.Engine;

/// <summary>What operators command: each command is an event like any other, and leaves a record of who, when, old and new.</summary>
public sealed partial class TradingEngine<TGateway, TJournal, TProbe>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Command(ref EngineEvent e)
    {
        OperatorRecord record = new()
        {
            Sequence = e.Sequence,
            TimeNs = e.TimeNs,
            Scope = new RiskScope(e.Account, e.Strategy, e.Venue, e.Instrument),
            Operator = e.Operator,
            ApprovedBy = e.ApprovedBy,
            Command = e.Command,
        };
        record.Outcome = !KnowsOperators(in record) ? OperatorOutcome.UnknownOperator
            : !Limits.Scopes.Know(in record.Scope) ? OperatorOutcome.UnknownScope
            : e.Command switch
            {
                OperatorCommand.Kill => Stop(in record),
                OperatorCommand.Release => Release(in record),
                OperatorCommand.CancelAll => CancelAll(in record),
                OperatorCommand.SetLimit => SetLimit(ref record, e.Limit, e.LimitValue),
                OperatorCommand.StartDay => StartDay(in record),
                OperatorCommand.Enable => Enable(in record),
                OperatorCommand.Grant => Grant(in record),
                OperatorCommand.Revoke => Revoke(in record),
                _ => OperatorOutcome.UnknownCommand,
            };
        Counters.BadCommands += record.Outcome == OperatorOutcome.Done ? 0 : 1;
        Commands.Add(in record);
    }

    /// <summary>Anybody may stop trading; everything else needs a name where operators are defined.</summary>
    private bool KnowsOperators(ref readonly OperatorRecord record)
    {
        int operators = Definition.Operators.Count;
        bool isNamed = record.Operator.Value != 0 || operators == 0 || record.Command == OperatorCommand.Kill;
        return isNamed && record.Operator.Value <= operators && record.ApprovedBy.Value <= operators;
    }

    private OperatorOutcome Stop(ref readonly OperatorRecord record)
    {
        bool fits = _risk.Stop(in record.Scope);
        BeginSweep(record.TimeNs);
        BeginDue(record.TimeNs);
        return fits ? OperatorOutcome.Done : OperatorOutcome.FirmStopped;
    }

    private OperatorOutcome Release(ref readonly OperatorRecord record)
    {
        _risk.Release(in record.Scope);
        return OperatorOutcome.Done;
    }

    private OperatorOutcome CancelAll(ref readonly OperatorRecord record)
    {
        MassCancel.Mark(in record.Scope);
        BeginSweep(record.TimeNs);
        BeginDue(record.TimeNs);
        return OperatorOutcome.Done;
    }

    private OperatorOutcome StartDay(ref readonly OperatorRecord record)
    {
        if (record.Scope != RiskScope.Firm)
        {
            return OperatorOutcome.UnknownScope;
        }

        _risk.StartDay();
        return OperatorOutcome.Done;
    }

    private OperatorOutcome Enable(ref readonly OperatorRecord record)
    {
        if (record.Scope.Level == RiskLevels.None)
        {
            return OperatorOutcome.UnknownScope;
        }

        _risk.Enable(in record.Scope);
        return OperatorOutcome.Done;
    }

    /// <summary>Loosens, so it needs a second operator where that is wanted.</summary>
    private OperatorOutcome Grant(ref readonly OperatorRecord record)
    {
        if (Definition.LooseningNeedsApproval && (record.ApprovedBy.Value == 0 || record.ApprovedBy == record.Operator))
        {
            return OperatorOutcome.NeedsApproval;
        }

        bool fits = Entitlements.Grant(in record.Scope);
        _risk.Entitle(RiskScope.Firm);
        return fits ? OperatorOutcome.Done : OperatorOutcome.NoEntitlement;
    }

    private OperatorOutcome Revoke(ref readonly OperatorRecord record)
    {
        bool isThere = Entitlements.Revoke(in record.Scope);
        _risk.Entitle(in record.Scope);
        return isThere ? OperatorOutcome.Done : OperatorOutcome.NoEntitlement;
    }

    private OperatorOutcome SetLimit(ref OperatorRecord record, RiskLimitKind kind, Int128 value)
    {
        record.Limit = kind;
        record.NewValue = value;
        record.OldValue = OperatorRecord.NoLimit;
        if (RiskLimitRules.Of(kind) is not { } rule)
        {
            return OperatorOutcome.UnknownLimit;
        }

        RiskLevels level = record.Scope.Level;
        if ((rule.Levels & level) == 0)
        {
            return level == RiskLevels.None ? OperatorOutcome.UnknownScope : OperatorOutcome.WrongLevel;
        }

        if (value < 0 || (value > rule.Most && value != OperatorRecord.NoLimit))
        {
            return OperatorOutcome.OutOfRange;
        }

        int scope = Limits.Scopes.Of(in record.Scope);
        record.OldValue = Limits.At(kind, scope);
        if (rule.IsLooser(value, record.OldValue) && Definition.LooseningNeedsApproval && (record.ApprovedBy.Value == 0 || record.ApprovedBy == record.Operator))
        {
            return OperatorOutcome.NeedsApproval;
        }

        Limits.Set(kind, scope, value);
        _risk.Resolve(Limits, in record.Scope, record.TimeNs);
        return OperatorOutcome.Done;
    }
}
