using LowLatency.Gateways.Ouch.Messages;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>Takes the messages of an OUCH 5.0 venue, one method per type. Implemented by structs and passed as a type argument, so that the decoder calls it directly.</summary>
/// <remarks>Messages and options are the bytes of the connection in place: valid during the call only.</remarks>
public interface IOuchReportHandler
{
    /// <summary>Type S: System Event.</summary>
    void OnSystemEvent(in SystemEventMessage message);

    /// <summary>Type A: Order Accepted.</summary>
    void OnOrderAccepted(in OrderAcceptedMessage message, OuchOptions options);

    /// <summary>Type U: Order Replaced.</summary>
    void OnOrderReplaced(in OrderReplacedMessage message, OuchOptions options);

    /// <summary>Type C: Order Canceled.</summary>
    void OnOrderCanceled(in OrderCanceledMessage message, OuchOptions options);

    /// <summary>Type D: AIQ Canceled.</summary>
    void OnAiqCanceled(in AiqCanceledMessage message, OuchOptions options);

    /// <summary>Type E: Order Executed.</summary>
    void OnOrderExecuted(in OrderExecutedMessage message, OuchOptions options);

    /// <summary>Type B: Broken Trade.</summary>
    void OnBrokenTrade(in BrokenTradeMessage message, OuchOptions options);

    /// <summary>Type J: Rejected.</summary>
    void OnRejected(in RejectedMessage message, OuchOptions options);

    /// <summary>Type P: Cancel Pending.</summary>
    void OnCancelPending(in CancelPendingMessage message, OuchOptions options);

    /// <summary>Type I: Cancel Reject.</summary>
    void OnCancelReject(in CancelRejectMessage message, OuchOptions options);

    /// <summary>Type T: Order Priority Update.</summary>
    void OnOrderPriorityUpdate(in OrderPriorityUpdateMessage message, OuchOptions options);

    /// <summary>Type M: Order Modified.</summary>
    void OnOrderModified(in OrderModifiedMessage message, OuchOptions options);

    /// <summary>Type R: Order Restated.</summary>
    void OnOrderRestated(in OrderRestatedMessage message, OuchOptions options);

    /// <summary>Type X: Mass Cancel Response.</summary>
    void OnMassCancelResponse(in MassCancelResponseMessage message, OuchOptions options);

    /// <summary>Type G: Disable Order Entry Response.</summary>
    void OnDisableOrderEntryResponse(in DisableOrderEntryResponseMessage message, OuchOptions options);

    /// <summary>Type K: Enable Order Entry Response.</summary>
    void OnEnableOrderEntryResponse(in EnableOrderEntryResponseMessage message, OuchOptions options);

    /// <summary>Type Q: Account Query Response.</summary>
    void OnAccountQueryResponse(in AccountQueryResponseMessage message, OuchOptions options);
}
