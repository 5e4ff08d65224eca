using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using LowLatency.Gateways.Ouch.Messages;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>The message types of OUCH 5.0 (revision 1.05), by direction: a letter means one thing from the client and another from the venue.</summary>
public static class OuchMessageTypes
{
    private const int AppendageShift = 8;

    /// <summary>From the client, in the order of the specification.</summary>
    public static IReadOnlyList<OuchMessageType> Requests { get; } =
    [
        Of<EnterOrderMessage>("Enter Order"),
        Of<ReplaceOrderMessage>("Replace Order"),
        Of<CancelOrderMessage>("Cancel Order"),
        Of<ModifyOrderMessage>("Modify Order"),
        Of<MassCancelMessage>("Mass Cancel"),
        Of<DisableOrderEntryMessage>("Disable Order Entry"),
        Of<EnableOrderEntryMessage>("Enable Order Entry"),
        Of<AccountQueryMessage>("Account Query"),
    ];

    /// <summary>From the venue, in the order of the specification.</summary>
    public static IReadOnlyList<OuchMessageType> Reports { get; } =
    [
        Of<SystemEventMessage>("System Event"),
        Of<OrderAcceptedMessage>("Order Accepted"),
        Of<OrderReplacedMessage>("Order Replaced"),
        Of<OrderCanceledMessage>("Order Canceled"),
        Of<AiqCanceledMessage>("AIQ Canceled"),
        Of<OrderExecutedMessage>("Order Executed"),
        Of<BrokenTradeMessage>("Broken Trade"),
        Of<RejectedMessage>("Rejected"),
        Of<CancelPendingMessage>("Cancel Pending"),
        Of<CancelRejectMessage>("Cancel Reject"),
        Of<OrderPriorityUpdateMessage>("Order Priority Update"),
        Of<OrderModifiedMessage>("Order Modified"),
        Of<OrderRestatedMessage>("Order Restated"),
        Of<MassCancelResponseMessage>("Mass Cancel Response"),
        Of<DisableOrderEntryResponseMessage>("Disable Order Entry Response"),
        Of<EnableOrderEntryResponseMessage>("Enable Order Entry Response"),
        Of<AccountQueryResponseMessage>("Account Query Response"),
    ];

    /// <summary>By type code: bytes of the fixed part, 0 where there is no such type, and above them the <see cref="OuchAppendage"/>.</summary>
    internal static ushort[] RequestShapes { get; } = ShapesOf(Requests);

    /// <summary>As <see cref="RequestShapes"/>.</summary>
    internal static ushort[] ReportShapes { get; } = ShapesOf(Reports);

    /// <summary>Checks type, length and options of a message.</summary>
    /// <param name="message">The message without transport framing.</param>
    /// <param name="shapes">Of its direction.</param>
    /// <param name="options">Its options, when all is well.</param>
    internal static OuchDecodeResult Check(ReadOnlySpan<byte> message, ushort[] shapes, out OuchOptions options)
    {
        options = default;
        if (message.IsEmpty)
        {
            return new(OuchDecodeStatus.Empty, 0);
        }

        int fixedBytes = (byte)shapes[message[0]];
        if (message.Length == fixedBytes && shapes[message[0]] >> AppendageShift != (int)OuchAppendage.Required)
        {
            return default;
        }

        return fixedBytes == 0 ? new(OuchDecodeStatus.UnknownType, 0) : CheckOptions(message, fixedBytes, shapes[message[0]] >> AppendageShift, out options);
    }

    private static OuchDecodeResult CheckOptions(ReadOnlySpan<byte> message, int fixedBytes, int appendage, out OuchOptions options)
    {
        options = default;
        int start = fixedBytes + sizeof(ushort);
        if (appendage == (int)OuchAppendage.None || message.Length < start)
        {
            return new(OuchDecodeStatus.WrongLength, Math.Min(message.Length, fixedBytes));
        }

        ReadOnlySpan<byte> list = message[start..];
        if (BinaryPrimitives.ReadUInt16BigEndian(message[fixedBytes..]) != list.Length)
        {
            return new(OuchDecodeStatus.WrongLength, fixedBytes);
        }

        int fault = OuchOptions.FindFault(list);
        options = new(list);
        return fault < 0 ? default : new(OuchDecodeStatus.BadOption, start + fault);
    }

    private static OuchMessageType Of<TMessage>(string name)
        where TMessage : unmanaged, IOuchMessage =>
        new(TMessage.Type, name, Unsafe.SizeOf<TMessage>(), TMessage.Appendage);

    private static ushort[] ShapesOf(IReadOnlyList<OuchMessageType> types)
    {
        ushort[] shapes = new ushort[256];
        foreach (OuchMessageType type in types)
        {
            shapes[type.Code] = (ushort)(type.FixedBytes | ((int)type.Appendage << AppendageShift));
        }

        return shapes;
    }
}
