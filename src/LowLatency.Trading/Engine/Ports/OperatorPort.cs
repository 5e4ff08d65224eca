using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Engine.Ports;

/// <summary>Where an operator's commands enter; the engine looks here before every other event. One thread.</summary>
public sealed class OperatorPort
{
    private readonly SpscRing<EngineEvent> _inbox;
    private readonly Doorbell _doorbell;

    internal OperatorPort(SpscRing<EngineEvent> inbox, Doorbell doorbell)
    {
        _inbox = inbox;
        _doorbell = doorbell;
    }

    /// <summary>Sends a command for the scope of those ids that are given: no id at all means the firm.</summary>
    public SendResult Send(OperatorCommand command, long timeNs, AccountId account = default, StrategyId strategy = default, InstrumentId instrument = default, OperatorId by = default) =>
        Send(command, timeNs, new RiskScope(account, strategy, default, instrument), default, 0, by, default);

    /// <summary>Sends a command for a scope.</summary>
    public SendResult Send(OperatorCommand command, long timeNs, in RiskScope scope, OperatorId by = default) => Send(command, timeNs, in scope, default, 0, by, default);

    /// <summary>Sends a command for a scope that a second operator has approved.</summary>
    public SendResult Send(OperatorCommand command, long timeNs, in RiskScope scope, OperatorId by, OperatorId approvedBy) => Send(command, timeNs, in scope, default, 0, by, approvedBy);

    /// <summary>Sets a limit of a scope. What becomes of it is in <see cref="TradingEngine.Commands"/>.</summary>
    /// <param name="scope">The firm, or one of the levels that the limit has.</param>
    /// <param name="limit">Which limit.</param>
    /// <param name="value">Raw, in the limit's unit; <see cref="OperatorRecord.NoLimit"/> takes the limit away.</param>
    /// <param name="timeNs">The operator's time.</param>
    /// <param name="by">Who.</param>
    /// <param name="approvedBy">A second operator, where loosening a limit needs one.</param>
    public SendResult SetLimit(in RiskScope scope, RiskLimitKind limit, Int128 value, long timeNs, OperatorId by = default, OperatorId approvedBy = default) =>
        Send(OperatorCommand.SetLimit, timeNs, in scope, limit, value, by, approvedBy);

    private SendResult Send(OperatorCommand command, long timeNs, in RiskScope scope, RiskLimitKind limit, Int128 value, OperatorId by, OperatorId approvedBy)
    {
        ref EngineEvent e = ref _inbox.TryClaim();
        if (Unsafe.IsNullRef(ref e))
        {
            return SendResult.Backpressure;
        }

        Unsafe.InitBlockUnaligned(ref Unsafe.As<EngineEvent, byte>(ref e), 0, EngineEvent.InputSize);
        e.Kind = EngineEventKind.Operator;
        e.Command = command;
        e.Limit = limit;
        e.LimitLow = (ulong)value;
        e.LimitHigh = (ulong)(value >> 64);
        e.TimeNs = timeNs;
        e.Account = scope.Account;
        e.Strategy = scope.Strategy;
        e.Venue = scope.Venue;
        e.Instrument = scope.Instrument;
        e.Operator = by;
        e.ApprovedBy = approvedBy;
        _inbox.Publish();
        _doorbell.Ring();
        return SendResult.Sent;
    }
}
