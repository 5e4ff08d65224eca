using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Order Canceled, type C from the venue, 18 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Takes shares off; the order ends only when none are left.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    4 u32   Quantity
///     17    1 char  Reason
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderCanceledMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 18;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _userRefNum;

    [FieldOffset(13)]
    private uint _quantity;

    [FieldOffset(17)]
    private byte _reason;

    /// <summary>A message of type C with zeros and spaces in its fields.</summary>
    public OrderCanceledMessage()
    {
        _type = (byte)'C';
        Reason = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'C';

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

    /// <summary>Shares taken off by this message.</summary>
    public uint Quantity
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_quantity);
        set => _quantity = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Why, by the letters of the specification.</summary>
    public char Reason
    {
        readonly get => (char)_reason;
        set => _reason = (byte)value;
    }
}
