using System.Text.Json;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Gateways.Feeds.MoldUdp64;
using LowLatency.Testing;
using LowLatency.Testing.Itch;
using Xunit;
using static LowLatency.Testing.Itch.PcapBuilder;

namespace LowLatency.Tests.Gateways.Feeds.Pcap;

/// <summary>Packet captures in all their variants, and the sequence rules of MoldUDP64.</summary>
public sealed class ItchPcapTests
{
    private const int IPv4Type = 0x0800;
    private const int IPv6Type = 0x86dd;

    public static TheoryData<string, byte[], int> Encapsulations => new()
    {
        { "Ethernet", Ethernet(IPv4(Udp(Data(1, 2))), IPv4Type), 1 },
        { "802.1Q", Ethernet(IPv4(Udp(Data(1, 2))), IPv4Type, 0x8100), 1 },
        { "QinQ", Ethernet(IPv4(Udp(Data(1, 2))), IPv4Type, 0x88a8, 0x8100), 1 },
        { "IP options", Ethernet(IPv4(Udp(Data(1, 2)), options: 3), IPv4Type), 1 },
        { "Ethernet padding", [.. Ethernet(IPv4(Udp(Data(1, 2))), IPv4Type), 0, 0, 0, 0, 0, 0], 1 },
        { "IPv6", Ethernet(IPv6(Udp(Data(1, 2))), IPv6Type), 1 },
        { "IPv6 extension", Ethernet(IPv6(Udp(Data(1, 2)), 0, 17, 0, 0, 0, 0, 0, 0, 0), IPv6Type), 1 },
        { "bare IPv4", IPv4(Udp(Data(1, 2))), 101 },
        { "bare IPv6", IPv6(Udp(Data(1, 2))), 101 },
        { "Linux cooked", [.. new byte[14], 8, 0, .. IPv4(Udp(Data(1, 2)))], 113 },
    };

    [Theory]
    [MemberData(nameof(Encapsulations))]
    public void The_messages_are_found(string name, byte[] packet, int linkType)
    {
        foreach (bool isBigEndian in new[] { false, true })
        {
            foreach (bool isNanoseconds in new[] { false, true })
            {
                CapturedItch read = CapturedItch.Read(new PcapBuilder(isBigEndian, isNanoseconds, linkType).Packet(packet, 5, 7).Bytes);
                Assert.Equal((name, 0L), (name, read.Anomalies.Total));
                Assert.Equal([1UL, 2], References(read));
                Assert.Equal([1L, 2], read.Messages.Select(message => message.Position.Sequence));
                Assert.All(read.Messages, message => Assert.Equal(isNanoseconds ? 5_000_000_007 : 5_000_007_000, message.Position.LocalTimeNs));
            }
        }
    }

    [Fact]
    public void What_is_not_a_whole_datagram_of_the_feed_is_counted()
    {
        byte[] good = Ethernet(IPv4(Udp(Data(1, 1))), IPv4Type);
        PcapBuilder capture = new PcapBuilder()
            .Packet(Ethernet(IPv4(Udp(Data(1, 1)), fragment: 0x2000), IPv4Type))
            .Packet(Ethernet(IPv4(Udp(Data(1, 1)), fragment: 0x0001), IPv4Type))
            .Packet(Ethernet(IPv6(Udp(Data(1, 1)), 44, 17, 0, 0, 0, 0, 0, 0, 0), IPv6Type))
            .Packet(Ethernet(IPv4(Udp(Data(1, 1)), protocol: 6), IPv4Type))
            .Packet(Ethernet([1, 2, 3], 0x0806))
            .Packet(Ethernet(IPv4(Udp([1, 2, 3])), IPv4Type))
            .Packet(Ethernet(IPv4(Udp(Mold("S", 1, 3))), IPv4Type))
            .Packet(good, captured: 30)
            .Packet([1, 2, 3])
            .Packet(Ethernet(IPv4([0, 0, 0, 0, 0, 3, 0, 0]), IPv4Type))
            .Packet(good);
        CapturedItch read = CapturedItch.Read(capture.Bytes);
        Assert.Equal([1UL], References(read));
        Assert.Equal(
            [
                new(FeedAnomalyKind.Malformed, 1), new(FeedAnomalyKind.TruncatedPacket, 1), new(FeedAnomalyKind.Fragment, 3),
                new(FeedAnomalyKind.OtherProtocol, 3), new(FeedAnomalyKind.NotOfTheFeed, 2),
            ],
            read.Anomalies.Counts());
    }

    [Fact]
    public void A_packet_that_was_captured_in_part_gives_the_messages_that_are_there()
    {
        byte[] packet = Ethernet(IPv4(Udp(Data(1, 3))), IPv4Type);
        CapturedItch read = CapturedItch.Read(new PcapBuilder().Packet(packet, captured: packet.Length - 1).Packet(Ethernet(IPv4(Udp(Data(4, 1))), IPv4Type)).Bytes);
        Assert.Equal([1UL, 2, 4], References(read));
        Assert.Equal(
            [(FeedAnomalyKind.TruncatedPacket, 1UL, (string?)null), (FeedAnomalyKind.TruncatedPacket, 1, "messages")],
            read.Anomalies.First().Select(anomaly => (anomaly.Kind, anomaly.Value, anomaly.Note)));
    }

    [Fact]
    public void A_cut_capture_and_an_impossible_length_are_reported()
    {
        byte[] good = Ethernet(IPv4(Udp(Data(1, 1))), IPv4Type);
        byte[] bytes = new PcapBuilder().Packet(good).Packet(good, captured: 300_000).Packet(good).Bytes;
        CapturedItch read = CapturedItch.Read(bytes);
        Assert.Equal([1UL], References(read));
        Assert.Equal([new FeedAnomaly(FeedAnomalyKind.WrongLength, 24 + 16 + good.Length, 300_000, "packet")], read.Anomalies.First());

        bytes = new PcapBuilder().Packet(good).Packet(good).Bytes;
        Assert.Equal([new FeedAnomaly(FeedAnomalyKind.CutTail, 40 + good.Length, 12, "packet")], CapturedItch.Read(bytes[..(40 + good.Length + 12)]).Anomalies.First());
    }

    [Fact]
    public void Gaps_duplicates_and_overlaps_follow_each_session()
    {
        PcapBuilder capture = new();
        List<int> starts = [];
        void Send(byte[] payload)
        {
            starts.Add(capture.Length + 16);
            capture.Packet(Ethernet(IPv4(Udp(payload)), IPv4Type));
        }

        Send(Data(10, 2));
        Send(Data(10, 2));
        Send(Data(11, 3));
        Send(Data(20, 1));
        Send(Data(500, 1, "OTHER"));
        Send(Mold("SESSION001", 21, 0));
        Send(Mold("SESSION001", 25, 0));
        Send(Mold("SESSION001", 26, MoldUdp64Header.EndOfSession));
        Send(Data(501, 1, "OTHER"));
        Send(Data(0, 1));
        Send(Data(ulong.MaxValue, 1));
        CapturedItch read = CapturedItch.Read(capture.Bytes);

        Assert.Equal([10UL, 11, 12, 13, 20, 500, 501, 0], References(read));
        Assert.Equal(
            [
                new FeedAnomaly(FeedAnomalyKind.Duplicate, starts[1], 10, null),
                new FeedAnomaly(FeedAnomalyKind.Overlap, starts[2], 11, null),
                new FeedAnomaly(FeedAnomalyKind.SequenceGap, starts[3], 6, null),
                new FeedAnomaly(FeedAnomalyKind.SequenceGap, starts[6], 4, null),
                new FeedAnomaly(FeedAnomalyKind.SequenceGap, starts[7], 1, null),
                new FeedAnomaly(FeedAnomalyKind.Unsequenced, starts[9], 0, null),
                new FeedAnomaly(FeedAnomalyKind.OutOfRange, starts[10], ulong.MaxValue, "sequence number"),
            ],
            read.Anomalies.First());
    }

    [SharedFact("vectors/wire_golden.json")]
    public void Golden_headers()
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf("vectors/wire_golden.json")));
        List<(ulong, int, int)> headers = [];
        foreach (JsonElement entry in golden.RootElement.GetProperty("moldudp64").EnumerateArray())
        {
            byte[] bytes = Convert.FromHexString(entry.GetProperty("hex").GetString()!);
            Assert.True(MoldUdp64Header.TryRead(bytes, out MoldUdp64Header header));
            byte[] written = new byte[MoldUdp64Header.Size];
            Assert.True(header.TryWrite(written));
            Assert.Equal(bytes[..MoldUdp64Header.Size], written);
            headers.Add((header.Sequence, header.Count, header.Messages));
        }

        Assert.Equal([(5UL, 2, 2), (7, 0, 0), (7, 65_535, 0), (3, 4, 4)], headers);
    }

    private static byte[] Data(ulong sequence, int count, string session = "SESSION001") =>
        Mold(session, sequence, count, [.. Enumerable.Range(0, count).Select(i => Delete(sequence + (ulong)i))]);

    private static byte[] Delete(ulong reference)
    {
        OrderDeleteMessage message = new() { OrderReference = reference };
        byte[] bytes = new byte[OrderDeleteMessage.Size];
        ItchEncoder.Write(in message, bytes);
        return bytes;
    }

    private static IEnumerable<ulong> References(CapturedItch read) => read.Messages.Select(message => ((OrderDeleteMessage)message.Message).OrderReference);
}
