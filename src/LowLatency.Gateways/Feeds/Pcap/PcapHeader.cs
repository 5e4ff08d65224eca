using System.Buffers.Binary;

namespace LowLatency.Gateways.Feeds.Pcap;

/// <summary>The beginning of a packet capture in libpcap's format.</summary>
/// <remarks>
/// <code>
/// offset size field
///      0    4 magic          a1b2c3d4 with times in microseconds, a1b23c4d in nanoseconds, in the byte order of the writer
///      4    4 version        2.4
///      8    8 unused
///     16    4 snap length
///     20    4 link type      1 Ethernet, 101 bare IP, 113 Linux cooked; the upper 16 bits hold other things
/// </code>
/// </remarks>
/// <param name="IsBigEndian">The byte order of the numbers of this file.</param>
/// <param name="IsNanoseconds">Whether times are in nanoseconds rather than microseconds.</param>
/// <param name="LinkType">What the packets begin with.</param>
public readonly record struct PcapHeader(bool IsBigEndian, bool IsNanoseconds, int LinkType)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 24;

    private const uint Microseconds = 0xa1b2c3d4;
    private const uint Nanoseconds = 0xa1b23c4d;

    /// <summary>Reads the header; false when the bytes are not one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> head, out PcapHeader header)
    {
        header = default;
        if (head.Length < Size)
        {
            return false;
        }

        uint magic = BinaryPrimitives.ReadUInt32LittleEndian(head);
        bool isBigEndian = magic is not (Microseconds or Nanoseconds);
        magic = isBigEndian ? BinaryPrimitives.ReverseEndianness(magic) : magic;
        header = new(isBigEndian, magic == Nanoseconds, 0);
        header = header with { LinkType = (ushort)header.Number(head[20..]) };
        return magic is Microseconds or Nanoseconds;
    }

    /// <summary>A number of the file's byte order.</summary>
    public uint Number(ReadOnlySpan<byte> source) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(source) : BinaryPrimitives.ReadUInt32LittleEndian(source);
}
