using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Order Executed, type E from the venue, 34 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// An execution of some or all shares.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    4 u32   Quantity
///     17    8 u64   Price
///     25    1 char  LiquidityFlag
///     26    8 u64   MatchNumber
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderExecutedMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 34;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _userRefNum;

    [FieldOffset(13)]
    private uint _quantity;

    [FieldOffset(17)]
    private ulong _price4;

    [FieldOffset(25)]
    private byte _liquidityFlag;

    [FieldOffset(26)]
    private ulong _matchNumber;

    /// <summary>A message of type E with zeros and spaces in its fields.</summary>
    public OrderExecutedMessage()
    {
        _type = (byte)'E';
        LiquidityFlag = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'E';

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

    /// <summary>Shares executed by this message.</summary>
    public uint Quantity
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_quantity);
        set => _quantity = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Price of the execution, 4 implied decimals.</summary>
    public ulong Price4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_price4);
        set => _price4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Added or removed, by the letters of the specification.</summary>
    public char LiquidityFlag
    {
        readonly get => (char)_liquidityFlag;
        set => _liquidityFlag = (byte)value;
    }

    /// <summary>Number of the execution, shared with the other side.</summary>
    public ulong MatchNumber
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_matchNumber);
        set => _matchNumber = BinaryPrimitives.ReverseEndianness(value);
    }
}
