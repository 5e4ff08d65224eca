using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 System Event, type S from the venue, 10 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Concerns all orders of the port.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    1 char  EventCode
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct SystemEventMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 10;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private byte _eventCode;

    /// <summary>A message of type S with zeros and spaces in its fields.</summary>
    public SystemEventMessage()
    {
        _type = (byte)'S';
        EventCode = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'S';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.None;

    /// <summary>The venue's time, ns since midnight in New York.</summary>
    public ulong TimestampNs
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_timestampNs);
        set => _timestampNs = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>S start of day, E end of day.</summary>
    public char EventCode
    {
        readonly get => (char)_eventCode;
        set => _eventCode = (byte)value;
    }
}
