using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;

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
    public SendResult Send(OperatorCommand command, long timeNs, AccountId account = default, StrategyId strategy = default, InstrumentId instrument = default)
    {
        ref EngineEvent e = ref _inbox.TryClaim();
        if (Unsafe.IsNullRef(ref e))
        {
            return SendResult.Backpressure;
        }

        Unsafe.InitBlockUnaligned(ref Unsafe.As<EngineEvent, byte>(ref e), 0, EngineEvent.InputSize);
        e.Kind = EngineEventKind.Operator;
        e.Command = command;
        e.TimeNs = timeNs;
        e.Account = account;
        e.Strategy = strategy;
        e.Instrument = instrument;
        _inbox.Publish();
        _doorbell.Ring();
        return SendResult.Sent;
    }
}
