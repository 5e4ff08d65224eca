using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>What every ITCH 5.0 message begins with, as it lies on the wire (big-endian; the host is little-endian).</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0    1 char  Message Type
///      1    2 u16   Stock Locate      index of the stock during the day, 0 where the message concerns none
///      3    2 u16   Tracking Number   Nasdaq's own
///      5    6 u48   Timestamp         ns since midnight in New York
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct ItchHeader
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 11;

    private const ulong TimestampMask = (1UL << 48) - 1;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ushort _stockLocate;

    [FieldOffset(3)]
    private ulong _trackingNumberAndTimestamp;

    /// <summary>The message type.</summary>
    public char Type
    {
        readonly get => (char)_type;
        set => _type = (byte)value;
    }

    /// <summary>The stock's number during the day.</summary>
    public ushort StockLocate
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_stockLocate);
        set => _stockLocate = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Nasdaq's internal tracking number.</summary>
    public ushort TrackingNumber
    {
        readonly get => (ushort)(Both >> 48);
        set => Both = ((ulong)value << 48) | (Both & TimestampMask);
    }

    /// <summary>Time of the message, ns since midnight in New York, below 2^48; of a larger value the low 48 bits are kept.</summary>
    public long TimestampNs
    {
        readonly get => (long)(Both & TimestampMask);
        set => Both = (Both & ~TimestampMask) | ((ulong)value & TimestampMask);
    }

    private ulong Both
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_trackingNumberAndTimestamp);
        set => _trackingNumberAndTimestamp = BinaryPrimitives.ReverseEndianness(value);
    }
}
