using System.Buffers.Binary;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.MoldUdp64;
using LowLatency.Gateways.Feeds.Pcap;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Reads a packet capture of MoldUDP64 over UDP. A packet may be handed on in several parts.</summary>
internal sealed class ItchPcapReader : ItchReader
{
    private readonly PcapRecords _records;
    private readonly PcapHeader _header;
    private readonly MoldUdp64Sequencer _sequencer;
    private FeedPosition _position;
    private int _packetBytes;
    private int _blockBytes;
    private int _messages;

    public ItchPcapReader(Stream content, FileStream raw, FeedAnomalies anomalies, PcapHeader header)
        : base(content, raw, anomalies)
    {
        _header = header;
        _records = new PcapRecords(Buffer, header, anomalies);
        _sequencer = new MoldUdp64Sequencer(anomalies);
    }

    public override bool Read<THandler>(ref THandler handler, int maxMessages = int.MaxValue)
    {
        while (_messages == 0)
        {
            Buffer.Take(_packetBytes);
            _packetBytes = 0;
            if (!_records.TryNext(out PcapRecord record))
            {
                return false;
            }

            _packetBytes = record.CapturedBytes;
            OpenPacket(in record);
        }

        long before = _position.Sequence;
        int taken = ItchFrames.Decode(Buffer.Unread[.._blockBytes], ref _position, Math.Min(maxMessages, _messages), ref handler, Anomalies);
        _messages -= (int)(_position.Sequence - before);
        Pass(taken);
        if (taken == 0 && maxMessages > 0)
        {
            Anomalies.Add(FeedAnomalyKind.TruncatedPacket, _position.Offset, (ulong)_messages, "messages");
            _messages = 0;
        }
        else if (_messages == 0 && _blockBytes > 0)
        {
            Anomalies.Add(FeedAnomalyKind.TrailingBytes, _position.Offset, (ulong)_blockBytes);
        }

        return true;
    }

    /// <summary>Comes to the first message of the packet that is to be handed on; none when the packet is not of the feed or a duplicate.</summary>
    private void OpenPacket(in PcapRecord record)
    {
        ReadOnlySpan<byte> packet = Buffer.Unread[.._packetBytes];
        if (!UdpDatagram.TryFind(packet, _header.LinkType, record.Offset, Anomalies, out UdpDatagram datagram))
        {
            return;
        }

        ReadOnlySpan<byte> payload = packet.Slice(datagram.Start, datagram.Length);
        if (!MoldUdp64Header.TryRead(payload, out MoldUdp64Header mold) || (mold.Messages > 0 && datagram.IsWhole && !HasWholeMessage(payload)))
        {
            Anomalies.Add(FeedAnomalyKind.NotOfTheFeed, record.Offset, (ulong)datagram.Length);
            return;
        }

        int skip = _sequencer.Accept(in mold, record.Offset);
        _blockBytes = payload.Length - MoldUdp64Header.Size;
        _messages = mold.Messages;
        _position = new(record.Offset + datagram.Start + MoldUdp64Header.Size, (long)mold.Sequence, record.TimeNs);
        Take(datagram.Start + MoldUdp64Header.Size);
        if (_messages == 0 && _blockBytes > 0)
        {
            Anomalies.Add(FeedAnomalyKind.TrailingBytes, _position.Offset, (ulong)_blockBytes);
        }

        while (skip-- > 0 && TrySkipMessage())
        {
        }
    }

    private static bool HasWholeMessage(ReadOnlySpan<byte> payload) =>
        payload.Length >= MoldUdp64Header.Size + sizeof(ushort)
        && payload.Length - MoldUdp64Header.Size - sizeof(ushort) >= BinaryPrimitives.ReadUInt16BigEndian(payload[MoldUdp64Header.Size..]);

    private bool TrySkipMessage()
    {
        ReadOnlySpan<byte> block = Buffer.Unread[.._blockBytes];
        int length = block.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(block) + sizeof(ushort);
        if (length > block.Length)
        {
            _messages = 0;
            return false;
        }

        Pass(length);
        _messages--;
        _position = _position with { Offset = _position.Offset + length, Sequence = _position.Sequence + 1 };
        return true;
    }

    private void Pass(int bytes)
    {
        Take(bytes);
        _blockBytes -= bytes;
    }

    private void Take(int bytes)
    {
        Buffer.Take(bytes);
        _packetBytes -= bytes;
    }
}
