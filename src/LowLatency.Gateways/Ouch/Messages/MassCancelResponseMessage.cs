using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Mass Cancel Response, type X from the venue, 25 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Answers Mass Cancel; the cancelled orders are reported one by one.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    4 alpha Firm
///     17    8 alpha Symbol
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct MassCancelResponseMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 25;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _userRefNum;

    /// <summary>The firm.</summary>
    [FieldOffset(13)]
    public Alpha4 Firm;

    /// <summary>The stock; spaces for all.</summary>
    [FieldOffset(17)]
    public Alpha8 Symbol;

    /// <summary>A message of type X with zeros and spaces in its fields.</summary>
    public MassCancelResponseMessage()
    {
        _type = (byte)'X';
        Firm = Alpha4.Blank;
        Symbol = Alpha8.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'X';

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
}
