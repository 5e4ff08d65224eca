using System.Runtime.InteropServices;
using LowLatency.Gateways.Ouch;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;
using LowLatency.Gateways.SoupBin;
using LowLatency.Markets.Instruments;
using Alpha8 = LowLatency.Gateways.Feeds.Itch.Messages.Alpha8;

namespace LowLatency.Latency.TickToTrade;

/// <summary>The other end of the connection: reads the order's bytes, compares them with what was meant, takes and fills the order.</summary>
internal sealed class FillingVenue
{
    private const int Expected = 1 << 10;

    private readonly OuchSession _session;
    private readonly Alpha8[] _symbols;
    private readonly SentOrder[] _expected = new SentOrder[Expected];
    private readonly byte[] _accepted = new byte[SoupBinPacket.HeaderBytes + OrderAcceptedMessage.Size + sizeof(ushort)];
    private readonly byte[] _executed = new byte[SoupBinPacket.HeaderBytes + OrderExecutedMessage.Size];
    private long _meant;
    private uint _number;

    public FillingVenue(OuchSession session, InstrumentTable instruments)
    {
        _session = session;
        _symbols = [default, .. instruments.All.Select(one => new Alpha8(one.Symbol))];
        Prepare(_accepted, new OrderAcceptedMessage { OrderState = 'L' });
        Prepare(_executed, new OrderExecutedMessage { LiquidityFlag = 'R' });
    }

    /// <summary>Orders read.</summary>
    public long Orders { get; private set; }

    /// <summary>Orders that were not what was meant, and packets that were no orders.</summary>
    public long Mismatches { get; private set; }

    /// <summary>Before an order is sent: what it should be.</summary>
    public void Expect(SentOrder order) => _expected[_meant++ % Expected] = order;

    /// <summary>Reads every packet there is, and answers.</summary>
    /// <param name="timeNs">The time the answers are received at.</param>
    public void Answer(long timeNs)
    {
        ReadOnlySpan<byte> unsent = _session.Unsent();
        while (SoupBinPacket.TryRead(unsent, out SoupBinPacket packet) && packet.TotalBytes <= unsent.Length)
        {
            Reader reader = new(this, timeNs);
            if (packet.Type != SoupBinPacketType.UnsequencedData || !OuchRequestDecoder.Decode(unsent[SoupBinPacket.HeaderBytes..packet.TotalBytes], ref reader).IsOk)
            {
                Mismatches++;
            }

            _session.Sent(packet.TotalBytes);
            unsent = _session.Unsent();
        }
    }

    private static void Prepare<TMessage>(byte[] packet, in TMessage message)
        where TMessage : unmanaged, IOuchMessage
    {
        int payload = OuchEncoder.Write(in message, packet.AsSpan(SoupBinPacket.HeaderBytes));
        SoupBinPacket.WriteHeader(packet, SoupBinPacketType.SequencedData, payload);
    }

    private static ref TMessage Message<TMessage>(byte[] packet)
        where TMessage : unmanaged, IOuchMessage => ref MemoryMarshal.AsRef<TMessage>(packet.AsSpan(SoupBinPacket.HeaderBytes));

    private void Enter(in EnterOrderMessage order, long timeNs)
    {
        SentOrder meant = _expected[Orders++ % Expected];
        bool same = order.UserRefNum == ++_number & order.Symbol == _symbols[meant.Instrument] & order.Side == (meant.IsBuy ? 'B' : 'S')
            & order.Price4 == meant.Price4 & order.Quantity == SentOrder.Shares & order.TimeInForce == '3';
        Mismatches += same ? 0 : 1;

        ref OrderAcceptedMessage accepted = ref Message<OrderAcceptedMessage>(_accepted);
        accepted.UserRefNum = order.UserRefNum;
        accepted.Quantity = order.Quantity;
        accepted.Price4 = order.Price4;
        accepted.OrderReferenceNumber = (ulong)Orders;
        ref OrderExecutedMessage executed = ref Message<OrderExecutedMessage>(_executed);
        executed.UserRefNum = order.UserRefNum;
        executed.Quantity = order.Quantity;
        executed.Price4 = order.Price4;
        executed.MatchNumber = (ulong)Orders;
        bool received = _session.Receive(_accepted, timeNs) && _session.Receive(_executed, timeNs);
        Mismatches += received ? 0 : 1;
    }

    private readonly struct Reader(FillingVenue venue, long timeNs) : IOuchRequestHandler
    {
        public void OnEnterOrder(in EnterOrderMessage message, OuchOptions options) => venue.Enter(in message, timeNs);

        public void OnReplaceOrder(in ReplaceOrderMessage message, OuchOptions options) => venue.Mismatches++;

        public void OnCancelOrder(in CancelOrderMessage message, OuchOptions options) => venue.Mismatches++;

        public void OnModifyOrder(in ModifyOrderMessage message, OuchOptions options) => venue.Mismatches++;

        public void OnMassCancel(in MassCancelMessage message, OuchOptions options) => venue.Mismatches++;

        public void OnDisableOrderEntry(in DisableOrderEntryMessage message, OuchOptions options) => venue.Mismatches++;

        public void OnEnableOrderEntry(in EnableOrderEntryMessage message, OuchOptions options) => venue.Mismatches++;

        public void OnAccountQuery(in AccountQueryMessage message, OuchOptions options) => venue.Mismatches++;
    }
}
