using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>What operators command.</summary>
public sealed partial class ReferenceEngine
{
    /// <summary>Every command and what must have become of it.</summary>
    public List<OperatorRecord> Commands { get; } = [];

    private void Operator(EngineEvent e)
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
        record.Outcome = Outcome(e, ref record);
        Commands.Add(record);
        if (record.Outcome != OperatorOutcome.Done)
        {
            Count("BadCommands");
        }
    }

    private OperatorOutcome Outcome(EngineEvent e, ref OperatorRecord record)
    {
        int operators = definition.Operators.Count;
        if (e.Operator.Value > operators || e.ApprovedBy.Value > operators || (operators > 0 && e.Operator.Value == 0 && e.Command != OperatorCommand.Kill))
        {
            return OperatorOutcome.UnknownOperator;
        }

        bool known = e.Account.Value <= definition.Accounts.Count
            && e.Strategy.Value <= definition.Strategies.Count
            && e.Venue.Value <= definition.Venues.Count
            && e.Instrument.Value >= 0 && e.Instrument.Value <= definition.Instruments.Count;
        if (!known)
        {
            return OperatorOutcome.UnknownScope;
        }

        if (e.Command == OperatorCommand.SetLimit)
        {
            return SetLimit(e.Limit, e.LimitValue, ref record);
        }

        if (e.Command == OperatorCommand.StartDay)
        {
            return StartDay(record.Scope);
        }

        if (e.Command == OperatorCommand.Enable)
        {
            return Enable(record.Scope);
        }

        if (e.Command == OperatorCommand.Grant)
        {
            if (definition.LooseningNeedsApproval && (record.ApprovedBy.Value == 0 || record.ApprovedBy == record.Operator))
            {
                return OperatorOutcome.NeedsApproval;
            }

            _asksEntitlements = true;
            _entitled.Add(record.Scope);
            return OperatorOutcome.Done;
        }

        if (e.Command == OperatorCommand.Revoke)
        {
            return _entitled.Remove(record.Scope) ? OperatorOutcome.Done : OperatorOutcome.NoEntitlement;
        }

        switch (e.Command)
        {
            case OperatorCommand.Kill:
                return Kill(record.Scope) ? OperatorOutcome.Done : OperatorOutcome.FirmStopped;
            case OperatorCommand.Release:
                _killed.Remove(record.Scope);
                return OperatorOutcome.Done;
            case OperatorCommand.CancelAll:
                WantCanceled(record.Scope);
                return OperatorOutcome.Done;
            default:
                return OperatorOutcome.UnknownCommand;
        }
    }

    private OperatorOutcome SetLimit(RiskLimitKind kind, Int128 value, ref OperatorRecord record)
    {
        record.Limit = kind;
        record.NewValue = value;
        record.OldValue = OperatorRecord.NoLimit;
        RiskLimitRule? rule = RiskLimitRules.All.SingleOrDefault(one => one.Kind == kind);
        if (rule == null)
        {
            return OperatorOutcome.UnknownLimit;
        }

        if (record.Scope.Level == RiskLevels.None)
        {
            return OperatorOutcome.UnknownScope;
        }

        if (!rule.Levels.HasFlag(record.Scope.Level))
        {
            return OperatorOutcome.WrongLevel;
        }

        if (value != OperatorRecord.NoLimit && (value < 0 || value > rule.Most))
        {
            return OperatorOutcome.OutOfRange;
        }

        Int128 before = _limits.GetValueOrDefault((record.Scope, kind), OperatorRecord.NoLimit);
        record.OldValue = before;
        if (definition.LooseningNeedsApproval && IsLooser(kind, value, before) && (record.ApprovedBy.Value == 0 || record.ApprovedBy == record.Operator))
        {
            return OperatorOutcome.NeedsApproval;
        }

        if (value == OperatorRecord.NoLimit)
        {
            _limits.Remove((record.Scope, kind));
        }
        else
        {
            _limits[(record.Scope, kind)] = value;
            if (CountingKinds.Contains(kind))
            {
                _counted.Add(record.Scope);
            }

            _looksAtAges |= AgeKinds.Contains(kind);
            _hasBreakers |= BreakerKinds.Contains(kind);
            BeginValuing(kind);
        }

        return OperatorOutcome.Done;
    }

    /// <summary>Of windows the longer is the tighter, of everything else the lower; none at all is the loosest.</summary>
    private static bool IsLooser(RiskLimitKind kind, Int128 value, Int128 than)
    {
        if (value == than || than == OperatorRecord.NoLimit)
        {
            return false;
        }

        return value == OperatorRecord.NoLimit || (kind is RiskLimitKind.DuplicateWindow or RiskLimitKind.BreakerWindow or RiskLimitKind.BreakerCooldown ? value < than : value > than);
    }
}
