using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 AIQ Canceled, type D from the venue, 32 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Takes shares off, or prevents a trade, because buyer and seller were the same.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    4 u32   DecrementShares
///     17    1 char  Reason
///     18    4 u32   QuantityPreventedFromTrading
///     22    8 u64   ExecutionPrice
///     30    1 char  LiquidityFlag
///     31    1 char  AIQStrategy
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct AiqCanceledMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 32;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _userRefNum;

    [FieldOffset(13)]
    private uint _decrementShares;

    [FieldOffset(17)]
    private byte _reason;

    [FieldOffset(18)]
    private uint _quantityPreventedFromTrading;

    [FieldOffset(22)]
    private ulong _executionPrice4;

    [FieldOffset(30)]
    private byte _liquidityFlag;

    [FieldOffset(31)]
    private byte _aiqStrategy;

    /// <summary>A message of type D with zeros and spaces in its fields.</summary>
    public AiqCanceledMessage()
    {
        _type = (byte)'D';
        Reason = ' ';
        LiquidityFlag = ' ';
        AiqStrategy = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'D';

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

    /// <summary>Shares taken off.</summary>
    public uint DecrementShares
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_decrementShares);
        set => _decrementShares = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Why, by the letters of the specification.</summary>
    public char Reason
    {
        readonly get => (char)_reason;
        set => _reason = (byte)value;
    }

    /// <summary>Shares that would have traded.</summary>
    public uint QuantityPreventedFromTrading
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_quantityPreventedFromTrading);
        set => _quantityPreventedFromTrading = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Price they would have traded at, 4 implied decimals.</summary>
    public ulong ExecutionPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_executionPrice4);
        set => _executionPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Added or removed, by the letters of the specification.</summary>
    public char LiquidityFlag
    {
        readonly get => (char)_liquidityFlag;
        set => _liquidityFlag = (byte)value;
    }

    /// <summary>The self-match strategy.</summary>
    public char AiqStrategy
    {
        readonly get => (char)_aiqStrategy;
        set => _aiqStrategy = (byte)value;
    }
}
