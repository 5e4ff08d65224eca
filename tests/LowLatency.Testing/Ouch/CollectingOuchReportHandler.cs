using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;

namespace LowLatency.Testing.Ouch;

/// <summary>Keeps every message of the venue with its options.</summary>
public readonly struct CollectingOuchReportHandler(List<(object Message, byte[] Options)> messages) : IOuchReportHandler
{
    public void OnSystemEvent(in SystemEventMessage message) => messages.Add((message, []));

    public void OnOrderAccepted(in OrderAcceptedMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnOrderReplaced(in OrderReplacedMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnOrderCanceled(in OrderCanceledMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnAiqCanceled(in AiqCanceledMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnOrderExecuted(in OrderExecutedMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnBrokenTrade(in BrokenTradeMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnRejected(in RejectedMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnCancelPending(in CancelPendingMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnCancelReject(in CancelRejectMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnOrderPriorityUpdate(in OrderPriorityUpdateMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnOrderModified(in OrderModifiedMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnOrderRestated(in OrderRestatedMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnMassCancelResponse(in MassCancelResponseMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnDisableOrderEntryResponse(in DisableOrderEntryResponseMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnEnableOrderEntryResponse(in EnableOrderEntryResponseMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));

    public void OnAccountQueryResponse(in AccountQueryResponseMessage message, OuchOptions options) => messages.Add((message, options.Bytes.ToArray()));
}
