using System.Buffers.Binary;

namespace LowLatency.Gateways.SoupBin;

/// <summary>A packet of SoupBinTCP: what stands before each message of the connection.</summary>
/// <remarks>
/// <code>
/// offset size field
///      0    2 length    big-endian; of type and payload, not of itself
///      2    1 type      <see cref="SoupBinPacketType"/>
///      3      payload
/// </code>
/// </remarks>
/// <param name="Type">The type; 0 of a packet of length 0, which the protocol does not have.</param>
/// <param name="PayloadBytes">Bytes of the payload, 0 to 65,534.</param>
public readonly record struct SoupBinPacket(byte Type, int PayloadBytes)
{
    /// <summary>Bytes before the payload.</summary>
    public const int HeaderBytes = 3;

    /// <summary>The most bytes a payload can have.</summary>
    public const int MaxPayloadBytes = ushort.MaxValue - 1;

    /// <summary>Bytes of the packet on the wire.</summary>
    public int TotalBytes => Type == 0 ? sizeof(ushort) : HeaderBytes + PayloadBytes;

    /// <summary>Reads the beginning of a packet, which need not be there whole.</summary>
    /// <returns>False when there are too few bytes to tell.</returns>
    public static bool TryRead(ReadOnlySpan<byte> source, out SoupBinPacket packet)
    {
        packet = default;
        if (source.Length < sizeof(ushort))
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(source);
        if (length == 0)
        {
            return true;
        }

        if (source.Length < HeaderBytes)
        {
            return false;
        }

        packet = new(source[sizeof(ushort)], length - 1);
        return true;
    }

    /// <summary>Writes the beginning of a packet; the payload is written by the caller.</summary>
    /// <param name="destination">At least <see cref="HeaderBytes"/>.</param>
    /// <param name="type">The type.</param>
    /// <param name="payloadBytes">0 to <see cref="MaxPayloadBytes"/>; not checked.</param>
    public static void WriteHeader(Span<byte> destination, byte type, int payloadBytes)
    {
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)(payloadBytes + 1));
        destination[sizeof(ushort)] = type;
    }
}
