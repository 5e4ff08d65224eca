using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Ouch.Messages;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>Tells the messages of an OUCH 5.0 client apart: one table look-up for the shape, one switch on the type, no copy, no allocation.</summary>
public static class OuchRequestDecoder
{
    /// <summary>Hands one message to the method of its type.</summary>
    /// <param name="message">The message without transport framing.</param>
    /// <param name="handler">Called at most once.</param>
    public static OuchDecodeResult Decode<THandler>(ReadOnlySpan<byte> message, ref THandler handler)
        where THandler : struct, IOuchRequestHandler, allows ref struct
    {
        OuchDecodeResult result = OuchMessageTypes.Check(message, OuchMessageTypes.RequestShapes, out OuchOptions options);
        if (!result.IsOk)
        {
            return result;
        }

        ref byte start = ref MemoryMarshal.GetReference(message);
        switch ((char)start)
        {
            case 'O':
                handler.OnEnterOrder(in Unsafe.As<byte, EnterOrderMessage>(ref start), options);
                break;
            case 'U':
                handler.OnReplaceOrder(in Unsafe.As<byte, ReplaceOrderMessage>(ref start), options);
                break;
            case 'X':
                handler.OnCancelOrder(in Unsafe.As<byte, CancelOrderMessage>(ref start), options);
                break;
            case 'M':
                handler.OnModifyOrder(in Unsafe.As<byte, ModifyOrderMessage>(ref start), options);
                break;
            case 'C':
                handler.OnMassCancel(in Unsafe.As<byte, MassCancelMessage>(ref start), options);
                break;
            case 'D':
                handler.OnDisableOrderEntry(in Unsafe.As<byte, DisableOrderEntryMessage>(ref start), options);
                break;
            case 'E':
                handler.OnEnableOrderEntry(in Unsafe.As<byte, EnableOrderEntryMessage>(ref start), options);
                break;
            case 'Q':
                handler.OnAccountQuery(in Unsafe.As<byte, AccountQueryMessage>(ref start), options);
                break;
        }

        return result;
    }
}
