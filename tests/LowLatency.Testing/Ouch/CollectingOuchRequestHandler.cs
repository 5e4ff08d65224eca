using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;

namespace LowLatency.Testing.Ouch;

/// <summary>Keeps every message of the client with its options.</summary>
public readonly struct CollectingOuchRequestHandler(List<(object Message, byte[] Options)> messages) : IOuchRequestHandler
{
    public void OnEnterOrder(in EnterOrderMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnReplaceOrder(in ReplaceOrderMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnCancelOrder(in CancelOrderMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnModifyOrder(in ModifyOrderMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnMassCancel(in MassCancelMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnDisableOrderEntry(in DisableOrderEntryMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnEnableOrderEntry(in EnableOrderEntryMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnAccountQuery(in AccountQueryMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));
}
