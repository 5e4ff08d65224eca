using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Rejected, type J from the venue, 29 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// The order, or the replacement of that number, was not taken; the original of a replacement stays as it is.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    2 u16   Reason
///     15   14 alpha ClOrdID
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct RejectedMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 29;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _userRefNum;

    [FieldOffset(13)]
    private ushort _reason;

    /// <summary>The client's text, echoed and not checked.</summary>
    [FieldOffset(15)]
    public Alpha14 ClOrdId;

    /// <summary>A message of type J with zeros and spaces in its fields.</summary>
    public RejectedMessage()
    {
        _type = (byte)'J';
        ClOrdId = Alpha14.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'J';

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

    /// <summary>Why, by the codes of the specification.</summary>
    public ushort Reason
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_reason);
        set => _reason = BinaryPrimitives.ReverseEndianness(value);
    }
}
