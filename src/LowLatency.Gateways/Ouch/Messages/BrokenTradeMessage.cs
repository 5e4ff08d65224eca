using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Broken Trade, type B from the venue, 36 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// An execution that is void.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    8 u64   MatchNumber
///     21    1 char  Reason
///     22   14 alpha ClOrdID
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct BrokenTradeMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 36;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _userRefNum;

    [FieldOffset(13)]
    private ulong _matchNumber;

    [FieldOffset(21)]
    private byte _reason;

    /// <summary>The client's text, echoed and not checked.</summary>
    [FieldOffset(22)]
    public Alpha14 ClOrdId;

    /// <summary>A message of type B with zeros and spaces in its fields.</summary>
    public BrokenTradeMessage()
    {
        _type = (byte)'B';
        Reason = ' ';
        ClOrdId = Alpha14.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'B';

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

    /// <summary>Number of the execution, shared with the other side.</summary>
    public ulong MatchNumber
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_matchNumber);
        set => _matchNumber = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Why, by the letters of the specification.</summary>
    public char Reason
    {
        readonly get => (char)_reason;
        set => _reason = (byte)value;
    }
}
