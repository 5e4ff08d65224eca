using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Pcap;
using LowLatency.Gateways.SoupBin;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Gateways.Ouch;

/// <summary>Messages that were really sent, over SoupBinTCP.</summary>
public sealed class OuchCaptureTests
{
    private const string Folder = "data/nasdaq-captures/Nasdaq.Nsm.Ouch.v5.0/";

    [SharedTheory("data/nasdaq-captures")]
    [InlineData("EnterOrderMessage.pcap", true, "UserRefNum=113 Side=T Quantity=225 Symbol=CVLT Price4=630200 TimeInForce=0 Display=Y Capacity=A InterMarketSweepEligibility=N CrossType=N ClOrdId=H8FUB8IV", "05024C494D45")]
    [InlineData("CancelOrderMessage.pcap", true, "UserRefNum=7679601 Quantity=0", "")]
    [InlineData("CanceledMessage.pcap", false, "TimestampNs=44647483708183 UserRefNum=7682701 Quantity=40 Reason=U", "")]
    [InlineData("OrderAcceptedMessage.pcap", false, "TimestampNs=44647483486087 UserRefNum=7682701 Side=B Quantity=40 Symbol=ADBE Price4=4777800 TimeInForce=5 Display=Y OrderReferenceNumber=257340661 Capacity=A InterMarketSweepEligibility=N CrossType=N OrderState=L ClOrdId=7682701", "05024D4C524F021230")]
    public void Captured_messages_decode_and_encode_to_the_same_bytes(string file, bool fromClient, string fields, string options)
    {
        byte[] payload = TcpPayload(SharedData.PathOf(Folder + file));
        Assert.True(SoupBinPacket.TryRead(payload, out SoupBinPacket packet));
        Assert.Equal((fromClient ? SoupBinPacketType.UnsequencedData : SoupBinPacketType.SequencedData, payload.Length), (packet.Type, packet.TotalBytes));
        byte[] bytes = payload[SoupBinPacket.HeaderBytes..];
        List<(object Message, byte[] Options)> messages = [];
        Assert.Equal(default, OuchWireFields.Decode(fromClient, bytes, messages));
        (object message, byte[] list) = Assert.Single(messages);
        Assert.Equal(options, Convert.ToHexString(list));
        IEnumerable<string> names = fields.Split(' ').Select(field => field.Split('=')[0]);
        Assert.Equal(names.Order(), OuchWireFields.FieldsOf(message).Order());
        Assert.Equal(fields, string.Join(' ', names.Select(name => $"{name}={OuchWireFields.Get(message, name)}")));

        bool isShort = bytes.Length == OuchWireFields.BytesOf(message).Length;
        Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(OuchWireFields.Encode(message, isShort ? null : list)));
    }

    [SharedTheory("data/nasdaq-captures")]
    [InlineData("ClientHeartbeatPacket.pcap", SoupBinPacketType.ClientHeartbeat)]
    [InlineData("ServerHeartbeatPacket.pcap", SoupBinPacketType.ServerHeartbeat)]
    public void Captured_heartbeats_are_empty_packets(string file, byte type)
    {
        Assert.True(SoupBinPacket.TryRead(TcpPayload(SharedData.PathOf(Folder + file)), out SoupBinPacket packet));
        Assert.Equal(new SoupBinPacket(type, 0), packet);
    }

    /// <summary>The Japanese dialect has the same letters and other lengths: it must be refused, not misread.</summary>
    [SharedTheory("data/nasdaq-captures")]
    [InlineData("EnterOrderMessage.pcap", true)]
    [InlineData("ReplaceOrderMessage.pcap", true)]
    [InlineData("OrderAcceptedMessage.pcap", false)]
    public void Messages_of_another_dialect_are_refused(string file, bool fromClient)
    {
        byte[] payload = TcpPayload(SharedData.PathOf("data/nasdaq-captures/JnxEquities.Pts.Ouch.v1.11/" + file));
        List<(object Message, byte[] Options)> messages = [];
        Assert.False(OuchWireFields.Decode(fromClient, payload.AsSpan(SoupBinPacket.HeaderBytes), messages).IsOk);
        Assert.Empty(messages);
    }

    /// <summary>The payload of the only packet of a capture: Ethernet with VLAN tags, IPv4, TCP.</summary>
    private static byte[] TcpPayload(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        Assert.True(PcapHeader.TryRead(file, out PcapHeader header));
        FeedAnomalies anomalies = new();
        FeedBuffer buffer = new(new MemoryStream(file), anomalies, PcapRecords.MaxPacketBytes + 16);
        Assert.True(new PcapRecords(buffer, header, anomalies).TryNext(out PcapRecord record));
        ReadOnlySpan<byte> packet = buffer.Unread[..record.CapturedBytes];
        int ip = 14;
        while (U16(packet, ip - 2) == 0x8100)
        {
            ip += 4;
        }

        int tcp = ip + ((packet[ip] & 15) * 4);
        int payload = tcp + (packet[tcp + 12] >> 4 << 2);
        return packet[payload..(ip + U16(packet, ip + 2))].ToArray();
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
