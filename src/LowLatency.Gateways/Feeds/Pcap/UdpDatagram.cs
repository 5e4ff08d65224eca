using System.Buffers.Binary;

namespace LowLatency.Gateways.Feeds.Pcap;

/// <summary>Finds the payload of a UDP datagram inside a captured packet: Ethernet with any number of 802.1Q and 802.1ad tags, Linux cooked or bare IP; IPv4 and IPv6.</summary>
/// <remarks>
/// Fragments are not reassembled. A packet of another protocol is counted, not an error. Checksums are not verified: captures at the sender
/// hold them unfilled. A datagram of which the capture lacks a part is given as far as it is there.
/// </remarks>
/// <param name="Start">Where the payload starts in the packet.</param>
/// <param name="Length">How many of its bytes are there.</param>
/// <param name="IsWhole">Whether that is all of it.</param>
public readonly record struct UdpDatagram(int Start, int Length, bool IsWhole)
{
    private const int EtherTypeIPv4 = 0x0800;
    private const int EtherTypeIPv6 = 0x86dd;
    private const int EtherTypeVlan = 0x8100;
    private const int EtherTypeServiceVlan = 0x88a8;
    private const int EtherTypeOldServiceVlan = 0x9100;
    private const int ProtocolUdp = 17;
    private const int UdpHeaderBytes = 8;

    /// <summary>Finds the datagram; false, and one anomaly, when there is none to be had.</summary>
    /// <param name="packet">What was captured of the packet.</param>
    /// <param name="linkType">The capture's link type.</param>
    /// <param name="offset">Of the packet in the file, for the anomalies.</param>
    /// <param name="anomalies">Takes what is odd.</param>
    /// <param name="datagram">The payload.</param>
    public static bool TryFind(ReadOnlySpan<byte> packet, int linkType, long offset, FeedAnomalies anomalies, out UdpDatagram datagram)
    {
        datagram = default;
        int at;
        int etherType;
        switch (linkType)
        {
            case 1 when packet.Length >= 14:
                at = 14;
                etherType = U16(packet, 12);
                while (etherType is EtherTypeVlan or EtherTypeServiceVlan or EtherTypeOldServiceVlan && packet.Length >= at + 4)
                {
                    etherType = U16(packet, at + 2);
                    at += 4;
                }

                break;
            case 113 when packet.Length >= 16:
                at = 16;
                etherType = U16(packet, 14);
                break;
            case 101 when packet.Length >= 1:
                at = 0;
                etherType = packet[0] >> 4 == 6 ? EtherTypeIPv6 : EtherTypeIPv4;
                break;
            default:
                anomalies.Add(FeedAnomalyKind.OtherProtocol, offset, (ulong)linkType, "link type");
                return false;
        }

        switch (etherType)
        {
            case EtherTypeIPv4:
                return TryFindIPv4(packet, at, offset, anomalies, out datagram);
            case EtherTypeIPv6:
                return TryFindIPv6(packet, at, offset, anomalies, out datagram);
            default:
                anomalies.Add(FeedAnomalyKind.OtherProtocol, offset, (ulong)etherType, "EtherType");
                return false;
        }
    }

    private static bool TryFindIPv4(ReadOnlySpan<byte> packet, int at, long offset, FeedAnomalies anomalies, out UdpDatagram datagram)
    {
        datagram = default;
        if (packet.Length < at + 20)
        {
            return Truncated(at + 20 - packet.Length, offset, anomalies);
        }

        int headerBytes = (packet[at] & 15) * 4;
        if (packet[at] >> 4 != 4 || headerBytes < 20)
        {
            anomalies.Add(FeedAnomalyKind.Malformed, offset, packet[at], "IPv4 header");
            return false;
        }

        // More fragments to come, or not the first one.
        if ((U16(packet, at + 6) & 0x3fff) != 0)
        {
            anomalies.Add(FeedAnomalyKind.Fragment, offset);
            return false;
        }

        return TryFindUdp(packet, at + headerBytes, packet[at + 9], offset, anomalies, out datagram);
    }

    private static bool TryFindIPv6(ReadOnlySpan<byte> packet, int at, long offset, FeedAnomalies anomalies, out UdpDatagram datagram)
    {
        datagram = default;
        if (packet.Length < at + 40)
        {
            return Truncated(at + 40 - packet.Length, offset, anomalies);
        }

        int next = packet[at + 6];
        at += 40;
        while (next is 0 or 43 or 60)
        {
            if (packet.Length < at + 8)
            {
                return Truncated(at + 8 - packet.Length, offset, anomalies);
            }

            next = packet[at];
            at += (packet[at + 1] + 1) * 8;
        }

        if (next == 44)
        {
            anomalies.Add(FeedAnomalyKind.Fragment, offset);
            return false;
        }

        return TryFindUdp(packet, at, next, offset, anomalies, out datagram);
    }

    private static bool TryFindUdp(ReadOnlySpan<byte> packet, int at, int protocol, long offset, FeedAnomalies anomalies, out UdpDatagram datagram)
    {
        datagram = default;
        if (protocol != ProtocolUdp)
        {
            anomalies.Add(FeedAnomalyKind.OtherProtocol, offset, (ulong)protocol, "IP protocol");
            return false;
        }

        if (packet.Length < at + UdpHeaderBytes)
        {
            return Truncated(at + UdpHeaderBytes - packet.Length, offset, anomalies);
        }

        int length = U16(packet, at + 4) - UdpHeaderBytes;
        if (length < 0)
        {
            anomalies.Add(FeedAnomalyKind.Malformed, offset, (ulong)(length + UdpHeaderBytes), "UDP length");
            return false;
        }

        at += UdpHeaderBytes;
        int missing = length - (packet.Length - at);
        if (missing > 0)
        {
            Truncated(missing, offset, anomalies);
        }

        datagram = new(at, Math.Min(length, packet.Length - at), missing <= 0);
        return true;
    }

    private static bool Truncated(int missing, long offset, FeedAnomalies anomalies)
    {
        anomalies.Add(FeedAnomalyKind.TruncatedPacket, offset, (ulong)missing);
        return false;
    }

    private static int U16(ReadOnlySpan<byte> packet, int at) => BinaryPrimitives.ReadUInt16BigEndian(packet[at..]);
}
