using LowLatency.Gateways.Ouch.Messages;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>Takes the messages of an OUCH 5.0 client, one method per type. Implemented by structs and passed as a type argument, so that the decoder calls it directly.</summary>
/// <remarks>Messages and options are the bytes of the connection in place: valid during the call only.</remarks>
public interface IOuchRequestHandler
{
    /// <summary>Type O: Enter Order.</summary>
    void OnEnterOrder(in EnterOrderMessage message, OuchOptions options);

    /// <summary>Type U: Replace Order.</summary>
    void OnReplaceOrder(in ReplaceOrderMessage message, OuchOptions options);

    /// <summary>Type X: Cancel Order.</summary>
    void OnCancelOrder(in CancelOrderMessage message, OuchOptions options);

    /// <summary>Type M: Modify Order.</summary>
    void OnModifyOrder(in ModifyOrderMessage message, OuchOptions options);

    /// <summary>Type C: Mass Cancel.</summary>
    void OnMassCancel(in MassCancelMessage message, OuchOptions options);

    /// <summary>Type D: Disable Order Entry.</summary>
    void OnDisableOrderEntry(in DisableOrderEntryMessage message, OuchOptions options);

    /// <summary>Type E: Enable Order Entry.</summary>
    void OnEnableOrderEntry(in EnableOrderEntryMessage message, OuchOptions options);

    /// <summary>Type Q: Account Query.</summary>
    void OnAccountQuery(in AccountQueryMessage message, OuchOptions options);
}
