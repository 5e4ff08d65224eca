using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Order Modified, type M from the venue, 18 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Answers Modify Order.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    1 char  Side
///     14    4 u32   Quantity
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderModifiedMessage : IOuchReport
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
    private byte _side;

    [FieldOffset(14)]
    private uint _quantity;

    /// <summary>A message of type M with zeros and spaces in its fields.</summary>
    public OrderModifiedMessage()
    {
        _type = (byte)'M';
        Side = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'M';

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

    /// <summary>B buy, S sell, T sell short, E sell short exempt.</summary>
    public char Side
    {
        readonly get => (char)_side;
        set => _side = (byte)value;
    }

    /// <summary>Shares open for execution.</summary>
    public uint Quantity
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_quantity);
        set => _quantity = BinaryPrimitives.ReverseEndianness(value);
    }
}
