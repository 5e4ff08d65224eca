using LowLatency.Gateways.Ouch;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;
using LowLatency.Gateways.SoupBin;

namespace LowLatency.Testing.Ouch;

/// <summary>The other end of an OUCH session: reads what was sent, and answers what the test says, in SoupBinTCP packets.</summary>
public sealed class OuchVenueScript(OuchSession session)
{
    private readonly List<byte> _received = [];

    /// <summary>The time the next answer is received at; rises by one with each.</summary>
    public long TimeNs { get; set; } = 5_000;

    /// <summary>Takes the bytes that were sent, as they are.</summary>
    public byte[] TakeBytes()
    {
        Drain();
        byte[] bytes = [.. _received];
        _received.Clear();
        return bytes;
    }

    /// <summary>Takes the requests that were sent, with their options.</summary>
    public List<(object Message, byte[] Options)> TakeRequests()
    {
        List<(object Message, byte[] Options)> requests = [];
        CollectingOuchRequestHandler handler = new(requests);
        ReadOnlySpan<byte> rest = TakeBytes();
        while (!rest.IsEmpty)
        {
            if (!SoupBinPacket.TryRead(rest, out SoupBinPacket packet) || packet.Type != SoupBinPacketType.UnsequencedData || packet.TotalBytes > rest.Length)
            {
                throw new InvalidOperationException($"no packet of unsequenced data: {Convert.ToHexString(rest)}");
            }

            OuchDecodeResult result = OuchRequestDecoder.Decode(rest[SoupBinPacket.HeaderBytes..packet.TotalBytes], ref handler);
            if (!result.IsOk)
            {
                throw new InvalidOperationException($"{result}: {Convert.ToHexString(rest)}");
            }

            rest = rest[packet.TotalBytes..];
        }

        return requests;
    }

    /// <summary>Answers with a message.</summary>
    public void Send<TMessage>(in TMessage message)
        where TMessage : unmanaged, IOuchReport => SendBytes(PacketOf(in message));

    /// <summary>Answers with any bytes.</summary>
    public void SendBytes(ReadOnlySpan<byte> bytes)
    {
        if (!session.Receive(bytes, TimeNs++))
        {
            throw new InvalidOperationException("the session has no room");
        }
    }

    /// <summary>A message as a packet of sequenced data.</summary>
    public static byte[] PacketOf<TMessage>(in TMessage message)
        where TMessage : unmanaged, IOuchReport
    {
        byte[] packet = new byte[256];
        int payload = OuchEncoder.Write(in message, packet.AsSpan(SoupBinPacket.HeaderBytes));
        SoupBinPacket.WriteHeader(packet, SoupBinPacketType.SequencedData, payload);
        return packet[..(SoupBinPacket.HeaderBytes + payload)];
    }

    private void Drain()
    {
        while (session.Unsent() is { IsEmpty: false } unsent)
        {
            _received.AddRange(unsent);
            session.Sent(unsent.Length);
        }
    }
}
