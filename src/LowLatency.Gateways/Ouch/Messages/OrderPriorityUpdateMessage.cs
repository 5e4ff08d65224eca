using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Order Priority Update, type T from the venue, 30 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// The order has moved in the queue, under a new reference.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    8 u64   Price
///     21    1 char  Display
///     22    8 u64   OrderReferenceNumber
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderPriorityUpdateMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 30;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _userRefNum;

    [FieldOffset(13)]
    private ulong _price4;

    [FieldOffset(21)]
    private byte _display;

    [FieldOffset(22)]
    private ulong _orderReferenceNumber;

    /// <summary>A message of type T with zeros and spaces in its fields.</summary>
    public OrderPriorityUpdateMessage()
    {
        _type = (byte)'T';
        Display = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'T';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Optional;

    /// <summary>The venue's time, ns since midnight in New York.</summary>
    public ulong TimestampNs
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_timestampNs);
        set => _timestampNs = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>The number the client gave.</summary>
    public uint UserRefNum
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_userRefNum);
        set => _userRefNum = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Price, 4 implied decimals; 0x7FFFFFFF is a market order.</summary>
    public ulong Price4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_price4);
        set => _price4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Y visible, N hidden, A attributable, Z conformant.</summary>
    public char Display
    {
        readonly get => (char)_display;
        set => _display = (byte)value;
    }

    /// <summary>The venue's number of the order, as in its market data.</summary>
    public ulong OrderReferenceNumber
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_orderReferenceNumber);
        set => _orderReferenceNumber = BinaryPrimitives.ReverseEndianness(value);
    }
}
