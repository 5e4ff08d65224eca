using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Account Query Response, type Q from the venue, 13 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Answers Account Query.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   NextUserRefNum
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct AccountQueryResponseMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 13;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _nextUserRefNum;

    /// <summary>A message of type Q with zeros and spaces in its fields.</summary>
    public AccountQueryResponseMessage()
    {
        _type = (byte)'Q';
    }

    /// <inheritdoc/>
    public static char Type => 'Q';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Optional;

    /// <summary>The venue's time, ns since midnight in New York.</summary>
    public ulong TimestampNs
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_timestampNs);
        set => _timestampNs = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>The lowest number the port takes.</summary>
    public uint NextUserRefNum
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_nextUserRefNum);
        set => _nextUserRefNum = BinaryPrimitives.ReverseEndianness(value);
    }
}
