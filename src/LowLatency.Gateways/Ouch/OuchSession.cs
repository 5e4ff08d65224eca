using System.Runtime.CompilerServices;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;
using LowLatency.Gateways.SoupBin;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Gateways.Ouch;

/// <summary>One OUCH 5.0 port between an engine and the thread of its connection: bytes out, bytes in, and which number means which order.</summary>
/// <remarks>
/// Two threads. The engine's calls the members that <see cref="OuchGateway"/> passes on. The connection's thread sends <see cref="Unsent"/> and hands what it receives to
/// <see cref="Receive"/>; logging in, heartbeats and reconnecting are its business, not the session's.
/// Every request is one SoupBinTCP packet, so a sender may stop between any two bytes. Nothing here allocates after construction.
/// What the venue sends that cannot be understood is counted in <see cref="Anomalies"/> with its offset in the received bytes, and passed over by its own length.
/// </remarks>
public sealed partial class OuchSession : IDisposable
{
    private const int ReportSlots = 16;

    private readonly SpscByteRing _outbound;
    private readonly SpscByteRing _inbound;
    private readonly SpscRing<EngineEvent> _reports = new(ReportSlots);
    private readonly OuchOrders _orders;
    private readonly OuchReportHandler _handler;
    private long _receivedNs;
    private long _looked;
    private long _toSkip;

    /// <summary>Builds a session for a venue of an engine and takes all its memory.</summary>
    /// <param name="definition">The engine's definition; the symbols of the venue's listings are the instruments'.</param>
    /// <param name="venue">The venue.</param>
    /// <param name="settings">The session's settings.</param>
    /// <exception cref="ArgumentException">Settings or symbols have faults; the message lists every one.</exception>
    public OuchSession(EngineDefinition definition, VenueId venue, OuchSettings settings)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(settings);
        List<string> faults = [];
        settings.Check(faults);
        _symbols = SymbolsOf(definition, venue, faults);
        if (faults.Count > 0)
        {
            throw new ArgumentException($"the OUCH session cannot be built:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
        }

        _outbound = new SpscByteRing(settings.OutboundBytes);
        _inbound = new SpscByteRing(settings.InboundBytes);
        _orders = new OuchOrders(definition.Limits.OrderSlots, settings.FirstUserRefNum);
        _handler = new OuchReportHandler(new OuchReporter(_reports, _orders, Counters, Anomalies, settings.MidnightNs));
        _enter = new EnterOrderMessage { Display = settings.Display, Capacity = settings.Capacity, InterMarketSweepEligibility = 'N', CrossType = 'N' };
        _replace = new ReplaceOrderMessage { Display = settings.Display, InterMarketSweepEligibility = 'N' };
        _enterOptions = OptionsOf(settings, withFirm: true);
        _replaceOptions = OptionsOf(settings, withFirm: false);
    }

    /// <summary>What has been counted.</summary>
    public OuchCounters Counters { get; } = new();

    /// <summary>What the venue sent that could not be understood or did not fit. Offsets count the received bytes from the start of the session. Written by the engine's thread.</summary>
    public FeedAnomalies Anomalies { get; } = new();

    /// <summary>The lowest number the next request can have. The engine's thread.</summary>
    public uint NextUserRefNum => _orders.NextNumber;

    /// <summary>Numbers in use: one an order, and one more while a replacement is on its way. The engine's thread.</summary>
    public int OpenNumbers => _orders.Count;

    /// <summary>True when every byte received has become a report, as far as whole packets are there, and every report has been taken. Any thread.</summary>
    public bool IsQuiet => _reports.ConsumedSequence == _reports.PublishedSequence && Volatile.Read(ref _looked) == _inbound.PublishedSequence;

    /// <summary>The oldest request bytes that have not been sent, in one piece; valid until <see cref="Sent"/>. The connection's thread.</summary>
    public ReadOnlySpan<byte> Unsent() => _outbound.Unread();

    /// <summary>Gives sent bytes back. The connection's thread.</summary>
    /// <param name="count">From 0 to the length of <see cref="Unsent"/>.</param>
    public void Sent(int count) => _outbound.Release(count);

    /// <summary>Hands over bytes of the connection; packets need not be whole. The connection's thread.</summary>
    /// <param name="bytes">What was received, in order.</param>
    /// <param name="timeNs">When, ns since 1970-01-01 UTC.</param>
    /// <returns>False when there is no room: keep the bytes and try again, none may be lost.</returns>
    public bool Receive(ReadOnlySpan<byte> bytes, long timeNs)
    {
        Volatile.Write(ref _receivedNs, timeNs);
        return _inbound.TryWrite(bytes);
    }

    /// <summary>Reports that can be read now; turns a packet into some where there is none.</summary>
    internal int Available
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int available = _reports.Available;
            return available == 0 && _inbound.PublishedSequence != _looked ? TakePackets() : available;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref EngineEvent Seen(int index) => ref _reports.Seen(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Release(int count) => _reports.Release(count);

    /// <summary>Frees the memory. After engine and connection have stopped.</summary>
    public void Dispose()
    {
        _outbound.Dispose();
        _inbound.Dispose();
        _reports.Dispose();
        _orders.Dispose();
    }

    /// <summary>Turns packets into reports until there is one or no whole packet is left.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakePackets()
    {
        while (_reports.PublishedSequence == _reports.ConsumedSequence && TryTakePacket())
        {
        }

        return _reports.Available;
    }

    private bool TryTakePacket()
    {
        ReadOnlySpan<byte> unread = _inbound.Unread(SoupBinPacket.HeaderBytes);
        if (_toSkip > 0 && !unread.IsEmpty)
        {
            int skipped = (int)Math.Min(_toSkip, unread.Length);
            _inbound.Release(skipped);
            _toSkip -= skipped;
            return true;
        }

        bool begun = SoupBinPacket.TryRead(unread, out SoupBinPacket packet);
        if (begun && packet.TotalBytes > SpscByteRing.Window)
        {
            Anomalies.Add(FeedAnomalyKind.WrongLength, _inbound.ConsumedSequence, (ulong)packet.TotalBytes);
            CountSequenced(packet);
            _toSkip = packet.TotalBytes;
            return true;
        }

        if (begun && unread.Length < packet.TotalBytes)
        {
            unread = _inbound.Unread(packet.TotalBytes);
        }

        if (!begun || unread.Length < packet.TotalBytes)
        {
            Volatile.Write(ref _looked, _inbound.ConsumedSequence + unread.Length);
            return false;
        }

        TakePacket(packet, unread[..packet.TotalBytes]);
        _inbound.Release(packet.TotalBytes);
        return true;
    }

    private void TakePacket(SoupBinPacket packet, ReadOnlySpan<byte> bytes)
    {
        long offset = _inbound.ConsumedSequence;
        CountSequenced(packet);
        switch (packet.Type)
        {
            case SoupBinPacketType.SequencedData:
                OuchReportHandler handler = _handler;
                handler.Begin(offset, Volatile.Read(ref _receivedNs));
                Count(OuchReportDecoder.Decode(bytes[SoupBinPacket.HeaderBytes..], ref handler), bytes, offset);
                break;
            case SoupBinPacketType.Debug or SoupBinPacketType.ServerHeartbeat or SoupBinPacketType.LoginAccepted
                or SoupBinPacketType.LoginRejected or SoupBinPacketType.EndOfSession or SoupBinPacketType.UnsequencedData:
                break;
            default:
                Anomalies.Add(packet.Type == 0 ? FeedAnomalyKind.ZeroLength : FeedAnomalyKind.UnknownType, offset, packet.Type);
                break;
        }
    }

    private void CountSequenced(SoupBinPacket packet) => Counters.SequencedMessages += packet.Type == SoupBinPacketType.SequencedData ? 1 : 0;

    private void Count(OuchDecodeResult result, ReadOnlySpan<byte> bytes, long offset)
    {
        if (result.IsOk)
        {
            return;
        }

        int at = SoupBinPacket.HeaderBytes + result.Offset;
        byte found = at < bytes.Length ? bytes[at] : (byte)0;
        switch (result.Status)
        {
            case OuchDecodeStatus.Empty:
                Anomalies.Add(FeedAnomalyKind.ZeroLength, offset + at);
                break;
            case OuchDecodeStatus.UnknownType:
                Anomalies.Add(FeedAnomalyKind.UnknownType, offset + at, found);
                break;
            case OuchDecodeStatus.WrongLength:
                Anomalies.Add(FeedAnomalyKind.WrongLength, offset + at, (ulong)(bytes.Length - SoupBinPacket.HeaderBytes));
                break;
            default:
                Anomalies.Add(FeedAnomalyKind.BadOption, offset + at, at + 1 < bytes.Length ? bytes[at + 1] : (byte)0);
                break;
        }
    }
}
