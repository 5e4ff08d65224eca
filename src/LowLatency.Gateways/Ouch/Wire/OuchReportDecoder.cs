using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Ouch.Messages;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>Tells the messages of an OUCH 5.0 venue apart: one table look-up for the shape, one switch on the type, no copy, no allocation.</summary>
public static class OuchReportDecoder
{
    /// <summary>Hands one message to the method of its type.</summary>
    /// <param name="message">The message without transport framing.</param>
    /// <param name="handler">Called at most once.</param>
    public static OuchDecodeResult Decode<THandler>(ReadOnlySpan<byte> message, ref THandler handler)
        where THandler : struct, IOuchReportHandler, allows ref struct
    {
        OuchDecodeResult result = OuchMessageTypes.Check(message, OuchMessageTypes.ReportShapes, out OuchOptions options);
        if (!result.IsOk)
        {
            return result;
        }

        ref byte start = ref MemoryMarshal.GetReference(message);
        switch ((char)start)
        {
            case 'S':
                handler.OnSystemEvent(in Unsafe.As<byte, SystemEventMessage>(ref start));
                break;
            case 'A':
                handler.OnOrderAccepted(in Unsafe.As<byte, OrderAcceptedMessage>(ref start), options);
                break;
            case 'U':
                handler.OnOrderReplaced(in Unsafe.As<byte, OrderReplacedMessage>(ref start), options);
                break;
            case 'C':
                handler.OnOrderCanceled(in Unsafe.As<byte, OrderCanceledMessage>(ref start), options);
                break;
            case 'D':
                handler.OnAiqCanceled(in Unsafe.As<byte, AiqCanceledMessage>(ref start), options);
                break;
            case 'E':
                handler.OnOrderExecuted(in Unsafe.As<byte, OrderExecutedMessage>(ref start), options);
                break;
            case 'B':
                handler.OnBrokenTrade(in Unsafe.As<byte, BrokenTradeMessage>(ref start), options);
                break;
            case 'J':
                handler.OnRejected(in Unsafe.As<byte, RejectedMessage>(ref start), options);
                break;
            case 'P':
                handler.OnCancelPending(in Unsafe.As<byte, CancelPendingMessage>(ref start), options);
                break;
            case 'I':
                handler.OnCancelReject(in Unsafe.As<byte, CancelRejectMessage>(ref start), options);
                break;
            case 'T':
                handler.OnOrderPriorityUpdate(in Unsafe.As<byte, OrderPriorityUpdateMessage>(ref start), options);
                break;
            case 'M':
                handler.OnOrderModified(in Unsafe.As<byte, OrderModifiedMessage>(ref start), options);
                break;
            case 'R':
                handler.OnOrderRestated(in Unsafe.As<byte, OrderRestatedMessage>(ref start), options);
                break;
            case 'X':
                handler.OnMassCancelResponse(in Unsafe.As<byte, MassCancelResponseMessage>(ref start), options);
                break;
            case 'G':
                handler.OnDisableOrderEntryResponse(in Unsafe.As<byte, DisableOrderEntryResponseMessage>(ref start), options);
                break;
            case 'K':
                handler.OnEnableOrderEntryResponse(in Unsafe.As<byte, EnableOrderEntryResponseMessage>(ref start), options);
                break;
            case 'Q':
                handler.OnAccountQueryResponse(in Unsafe.As<byte, AccountQueryResponseMessage>(ref start), options);
                break;
        }

        return result;
    }
}
