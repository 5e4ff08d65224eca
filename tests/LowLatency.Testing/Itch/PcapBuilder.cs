using System.Buffers.Binary;
using LowLatency.Gateways.Feeds.MoldUdp64;

namespace LowLatency.Testing.Itch;

/// <summary>Writes packet captures of MoldUDP64 in the variants that captures come in.</summary>
public sealed class PcapBuilder
{
    private readonly List<byte> _bytes = [];
    private readonly bool _isBigEndian;

    public PcapBuilder(bool isBigEndian = false, bool isNanoseconds = false, int linkType = 1)
    {
        _isBigEndian = isBigEndian;
        Number(isNanoseconds ? 0xa1b23c4d : 0xa1b2c3d4);
        Number(_isBigEndian ? 0x00020004u : 0x00040002u);
        Number(0);
        Number(0);
        Number(65_535);
        Number((uint)linkType);
    }

    public byte[] Bytes => [.. _bytes];

    public int Length => _bytes.Count;

    public static byte[] Mold(string session, ulong sequence, int count, params byte[][] messages)
    {
        byte[] header = new byte[MoldUdp64Header.Size];
        UInt128 packed = session.Aggregate(UInt128.Zero, (sum, letter) => (sum << 8) | letter);
        new MoldUdp64Header(packed, sequence, count).TryWrite(header);
        return [.. header, .. messages.SelectMany(message => (byte[])[(byte)(message.Length >> 8), (byte)message.Length, .. message])];
    }

    public static byte[] Udp(byte[] payload) => [0, 1, 0, 2, (byte)((payload.Length + 8) >> 8), (byte)(payload.Length + 8), 0, 0, .. payload];

    public static byte[] IPv4(byte[] payload, int protocol = 17, int fragment = 0, int options = 0)
    {
        byte[] header = new byte[20 + (options * 4)];
        header[0] = (byte)(0x45 + options);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(header.Length + payload.Length));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), (ushort)fragment);
        header[9] = (byte)protocol;
        return [.. header, .. payload];
    }

    public static byte[] IPv6(byte[] payload, int next = 17, params byte[] extension)
    {
        byte[] header = new byte[40];
        header[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)(payload.Length + extension.Length));
        header[6] = (byte)next;
        return [.. header, .. extension, .. payload];
    }

    public static byte[] Ethernet(byte[] payload, int etherType, params int[] tags) =>
        [.. new byte[12], .. tags.SelectMany(tag => (byte[])[(byte)(tag >> 8), (byte)tag, 0, 5]), (byte)(etherType >> 8), (byte)etherType, .. payload];

    public PcapBuilder Packet(byte[] packet, uint seconds = 1_692_711_000, uint fraction = 0, int? captured = null)
    {
        int length = captured ?? packet.Length;
        Number(seconds);
        Number(fraction);
        Number((uint)length);
        Number((uint)packet.Length);
        _bytes.AddRange(packet.AsSpan(0, Math.Min(length, packet.Length)).ToArray());
        return this;
    }

    private void Number(uint number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        _bytes.AddRange(_isBigEndian ? bytes.Reverse() : bytes);
    }
}
