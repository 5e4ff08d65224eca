using System.Buffers.Binary;

namespace LowLatency.Gateways.Feeds.MoldUdp64;

/// <summary>The beginning of a MoldUDP64 1.00 downstream packet.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   10 alpha Session
///     10    8 u64   Sequence Number   of the first message; with no messages, of the next
///     18    2 u16   Message Count     0 heartbeat, 65535 end of session
///     20            messages, each behind its length in two bytes
/// </code>
/// All numbers are big-endian.
/// </remarks>
/// <param name="Session">The ten bytes of the session as one number.</param>
/// <param name="Sequence">The sequence number.</param>
/// <param name="Count">The message count as sent.</param>
public readonly record struct MoldUdp64Header(UInt128 Session, ulong Sequence, int Count)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 20;

    /// <summary>The count that ends a session.</summary>
    public const int EndOfSession = 0xffff;

    /// <summary>How many messages follow.</summary>
    public int Messages => Count == EndOfSession ? 0 : Count;

    /// <summary>Reads the header; false when the bytes are too few.</summary>
    public static bool TryRead(ReadOnlySpan<byte> packet, out MoldUdp64Header header)
    {
        header = default;
        if (packet.Length < Size)
        {
            return false;
        }

        UInt128 session = ((UInt128)BinaryPrimitives.ReadUInt64BigEndian(packet) << 16) | BinaryPrimitives.ReadUInt16BigEndian(packet[8..]);
        header = new(session, BinaryPrimitives.ReadUInt64BigEndian(packet[10..]), BinaryPrimitives.ReadUInt16BigEndian(packet[18..]));
        return true;
    }

    /// <summary>Writes the header; false when <paramref name="destination"/> is too short.</summary>
    public bool TryWrite(Span<byte> destination)
    {
        if (destination.Length < Size)
        {
            return false;
        }

        BinaryPrimitives.WriteUInt64BigEndian(destination, (ulong)(Session >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(destination[8..], (ushort)Session);
        BinaryPrimitives.WriteUInt64BigEndian(destination[10..], Sequence);
        BinaryPrimitives.WriteUInt16BigEndian(destination[18..], (ushort)Count);
        return true;
    }
}
