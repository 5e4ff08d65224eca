using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;
using LowLatency.Gateways.SoupBin;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using Alpha8 = LowLatency.Gateways.Feeds.Itch.Messages.Alpha8;

namespace LowLatency.Gateways.Ouch;

/// <summary>Requests of the engine as packets for the connection. What cannot be said in OUCH, or has no room, is refused by return value and leaves no trace.</summary>
public sealed unsafe partial class OuchSession
{
    private const int LengthBytes = sizeof(ushort);

    /// <summary>More than any request with every option takes.</summary>
    private const int LargestRequest = 96;

    private const int CancelBytes = SoupBinPacket.HeaderBytes + CancelOrderMessage.Size;

    private readonly Alpha8[] _symbols;
    private readonly EnterOrderMessage _enter;
    private readonly ReplaceOrderMessage _replace;
    private readonly byte[] _enterOptions;
    private readonly byte[] _replaceOptions;

    /// <summary>Letters of the times in force by their number; 0 where OUCH has none. Fill or kill is immediate or cancel with the whole quantity as the least.</summary>
    private static ReadOnlySpan<byte> TimesInForce => [(byte)'0', 0, 0, (byte)'3', (byte)'3', 0, 0, 0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RejectReason NewOrder(ref readonly EngineEvent order)
    {
        Alpha8 symbol = _symbols[order.Listing.Value];
        bool fits = TryTerms(in order, out uint shares, out uint price4, out byte timeInForce);
        if (!fits | symbol.Raw == 0)
        {
            return CannotSay(in order, symbol);
        }

        byte* packet = _outbound.TryClaim(LargestRequest);
        if (packet == null)
        {
            return NoRoom();
        }

        ref OuchOrder kept = ref _orders.Open(order.Handle);
        if (Unsafe.IsNullRef(ref kept))
        {
            return NoRoom();
        }

        kept.Open = shares;
        kept.Flags = order.ExecInst == ExecInst.PostOnly ? OuchOrderFlags.PostOnly : OuchOrderFlags.None;
        _orders.MakePresent(in kept);

        EnterOrderMessage* message = (EnterOrderMessage*)(packet + SoupBinPacket.HeaderBytes);
        *message = _enter;
        message->UserRefNum = kept.Number;
        message->Side = order.Side switch { Side.Buy => 'B', Side.SellShort => 'T', Side.SellShortExempt => 'E', _ => 'S' };
        message->Quantity = shares;
        message->Symbol = symbol;
        message->Price4 = price4;
        message->TimeInForce = (char)timeInForce;
        OuchClOrdId.Write((byte*)&message->ClOrdId, order.Strategy, order.ClOrdId);
        Counters.NewOrders++;
        return Finish(packet, EnterOrderMessage.Size, _enterOptions, in order, shares);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RejectReason Cancel(ref readonly EngineEvent cancel)
    {
        ref OuchOrder order = ref _orders.Find(OrderHandle.Unpack(cancel.Handle));
        if (Unsafe.IsNullRef(ref order))
        {
            return RejectReason.VenueTooLate;
        }

        byte* packet = _outbound.TryClaim(CancelBytes * 2);
        if (packet == null)
        {
            return NoRoom();
        }

        // Behind a replacement on its way: whichever of the two numbers is alive when they arrive is canceled, the other cancel is ignored.
        order.Flags |= OuchOrderFlags.Canceling;
        int bytes = WriteCancel(packet, order.Number);
        bytes += order.Other != 0 ? WriteCancel(packet + bytes, order.Other) : 0;
        _outbound.Publish(bytes);
        return RejectReason.None;
    }

    internal RejectReason Replace(ref readonly EngineEvent replace)
    {
        if (!TryTerms(in replace, out uint shares, out uint price4, out byte timeInForce))
        {
            return CannotSay(in replace, _symbols[replace.Listing.Value]);
        }

        ref OuchOrder order = ref _orders.Find(OrderHandle.Unpack(replace.Handle));
        if (Unsafe.IsNullRef(ref order))
        {
            return RejectReason.VenueTooLate;
        }

        if (order.Other != 0)
        {
            return RejectReason.OrderPending;
        }

        byte* packet = _outbound.TryClaim(LargestRequest);
        if (packet == null)
        {
            return NoRoom();
        }

        ref OuchOrder replacement = ref _orders.Open(replace.Handle);
        if (Unsafe.IsNullRef(ref replacement))
        {
            return NoRoom();
        }

        replacement.Open = shares;
        replacement.Other = order.Number;
        replacement.Flags = OuchOrderFlags.Replacement;
        order.Other = replacement.Number;

        ReplaceOrderMessage* message = (ReplaceOrderMessage*)(packet + SoupBinPacket.HeaderBytes);
        *message = _replace;
        message->OrigUserRefNum = order.Number;
        message->UserRefNum = replacement.Number;
        message->Quantity = shares;
        message->Price4 = price4;
        message->TimeInForce = (char)timeInForce;
        OuchClOrdId.Write((byte*)&message->ClOrdId, replace.Strategy, replace.ClOrdId);
        Counters.Replaces++;
        return Finish(packet, ReplaceOrderMessage.Size, _replaceOptions, in replace, shares);
    }

    /// <summary>Quantity, price and time in force in the venue's terms.</summary>
    /// <returns>False when one of them has none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTerms(ref readonly EngineEvent e, out uint shares, out uint price4, out byte timeInForce)
    {
        bool priced = OuchPrice.TryToVenue(e.Price, out price4);
        if (e.OrderType == OrderType.Market)
        {
            priced = true;
            price4 = OuchPrice.Market;
        }

        timeInForce = TimesInForce[(int)e.TimeInForce & 7];
        return OuchPrice.TryToVenue(e.Quantity, out shares) & priced & timeInForce != 0;
    }

    /// <summary>Options, their length and the packet's beginning; then the packet is published.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RejectReason Finish(byte* packet, int size, byte[] always, ref readonly EngineEvent e, uint shares)
    {
        byte* list = packet + SoupBinPacket.HeaderBytes + size + LengthBytes;
        int options = 0;
        if (always.Length > 0 | e.ExecInst != ExecInst.None | e.TimeInForce == TimeInForce.Fok)
        {
            options = WriteOptions(list, always, in e, shares);
        }

        *(ushort*)(list - LengthBytes) = BinaryPrimitives.ReverseEndianness((ushort)options);
        int payload = size + LengthBytes + options;
        *(ushort*)packet = BinaryPrimitives.ReverseEndianness((ushort)(payload + 1));
        packet[LengthBytes] = SoupBinPacketType.UnsequencedData;
        _outbound.Publish(SoupBinPacket.HeaderBytes + payload);
        return RejectReason.None;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteOptions(byte* list, byte[] always, ref readonly EngineEvent e, uint shares)
    {
        Span<byte> room = new(list, LargestRequest - SoupBinPacket.HeaderBytes - EnterOrderMessage.Size - LengthBytes);
        always.CopyTo(room);
        int at = always.Length;
        at += e.ExecInst == ExecInst.PostOnly ? OuchOption.Write(room[at..], OuchOptionTag.PostOnly, 'P') : 0;
        at += e.TimeInForce == TimeInForce.Fok ? OuchOption.Write(room[at..], OuchOptionTag.MinimumQuantity, shares) : 0;
        return at;
    }

    private int WriteCancel(byte* packet, uint number)
    {
        SoupBinPacket.WriteHeader(new Span<byte>(packet, SoupBinPacket.HeaderBytes), SoupBinPacketType.UnsequencedData, CancelOrderMessage.Size);
        *(CancelOrderMessage*)(packet + SoupBinPacket.HeaderBytes) = new CancelOrderMessage { UserRefNum = number };
        Counters.Cancels++;
        return CancelBytes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private RejectReason NoRoom()
    {
        Counters.NoRoom++;
        return RejectReason.GatewayRefused;
    }

    /// <summary>The first thing, in the precedence of the reasons, that has no words in OUCH.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private RejectReason CannotSay(ref readonly EngineEvent e, Alpha8 symbol)
    {
        Counters.NotExpressible++;
        long price = e.Price.Raw;
        long quantity = e.Quantity.Raw;
        return symbol.Raw == 0 ? RejectReason.UnknownVenue
            : TimesInForce[(int)e.TimeInForce & 7] == 0 ? RejectReason.InvalidTimeInForce
            : e.OrderType != OrderType.Market && price % OuchPrice.RawPerPrice4 != 0 ? RejectReason.PriceOffTick
            : e.OrderType != OrderType.Market && !OuchPrice.TryToVenue(e.Price, out _) ? RejectReason.PriceOutOfBounds
            : quantity % Quantity.One != 0 ? RejectReason.QuantityOffLot
            : RejectReason.QuantityOutOfBounds;
    }

    private static Alpha8[] SymbolsOf(EngineDefinition definition, VenueId venue, List<string> faults)
    {
        Alpha8[] symbols = new Alpha8[definition.Listings.Count + 1];
        for (int i = 0; i < definition.Listings.Count; i++)
        {
            ListingDefinition listing = definition.Listings[i];
            if (listing.Venue != venue)
            {
                continue;
            }

            string symbol = definition.Instruments[listing.Instrument].Symbol;
            if (symbol.Length is < 1 or > 8 || !symbol.All(letter => letter is > ' ' and < (char)127))
            {
                faults.Add($"listings[{i}].symbol={symbol} must be 1 to 8 printable ASCII characters");
                continue;
            }

            symbols[i + 1] = new Alpha8(symbol);
        }

        return symbols;
    }

    private static byte[] OptionsOf(OuchSettings settings, bool withFirm)
    {
        byte[] list = new byte[16];
        int at = withFirm && settings.Firm.Length > 0 ? OuchOption.Write(list, OuchOptionTag.Firm, settings.Firm) : 0;
        at += settings.SelfMatchStrategy != ' ' ? OuchOption.Write(list.AsSpan(at), OuchOptionTag.AiqStrategy, settings.SelfMatchStrategy) : 0;
        return list[..at];
    }
}
