using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Order Restated, type R from the venue, 14 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// A reserve was displayed anew, or the displayed price has changed; the options say what.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    1 char  Reason
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderRestatedMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 14;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _userRefNum;

    [FieldOffset(13)]
    private byte _reason;

    /// <summary>A message of type R with zeros and spaces in its fields.</summary>
    public OrderRestatedMessage()
    {
        _type = (byte)'R';
        Reason = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'R';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Required;

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

    /// <summary>Why, by the letters of the specification.</summary>
    public char Reason
    {
        readonly get => (char)_reason;
        set => _reason = (byte)value;
    }
}
