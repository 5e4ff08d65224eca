using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>Tells the messages of an ITCH 5.0 feed apart: one table look-up for the length, one switch on the type, no copy, no allocation.</summary>
public static class ItchDecoder
{
    /// <summary>Hands one message to the method of its type.</summary>
    /// <param name="message">The message without transport framing.</param>
    /// <param name="position">Where it stands; passed on.</param>
    /// <param name="handler">Called at most once.</param>
    public static ItchDecodeResult Decode<THandler>(ReadOnlySpan<byte> message, in FeedPosition position, ref THandler handler)
        where THandler : struct, IItchHandler, allows ref struct =>
        message.IsEmpty ? ItchDecodeResult.Empty : Decode(ref MemoryMarshal.GetReference(message), message.Length, in position, ref handler);

    /// <summary>As the public form, for at least one byte that the caller knows to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ItchDecodeResult Decode<THandler>(ref byte message, int length, in FeedPosition position, ref THandler handler)
        where THandler : struct, IItchHandler, allows ref struct
    {
        if (ItchMessageTypes.LengthOf(message) != length)
        {
            return ItchMessageTypes.LengthOf(message) == 0 ? ItchDecodeResult.UnknownType : ItchDecodeResult.WrongLength;
        }

        switch (message)
        {
            case (byte)'S':
                handler.OnSystemEvent(in Unsafe.As<byte, SystemEventMessage>(ref message), in position);
                return ItchDecodeResult.SystemEvent;
            case (byte)'R':
                handler.OnStockDirectory(in Unsafe.As<byte, StockDirectoryMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'H':
                handler.OnStockTradingAction(in Unsafe.As<byte, StockTradingActionMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'Y':
                handler.OnRegShoRestriction(in Unsafe.As<byte, RegShoRestrictionMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'L':
                handler.OnMarketParticipantPosition(in Unsafe.As<byte, MarketParticipantPositionMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'V':
                handler.OnMwcbDeclineLevel(in Unsafe.As<byte, MwcbDeclineLevelMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'W':
                handler.OnMwcbStatus(in Unsafe.As<byte, MwcbStatusMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'K':
                handler.OnIpoQuotingPeriodUpdate(in Unsafe.As<byte, IpoQuotingPeriodUpdateMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'J':
                handler.OnLuldAuctionCollar(in Unsafe.As<byte, LuldAuctionCollarMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'h':
                handler.OnOperationalHalt(in Unsafe.As<byte, OperationalHaltMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'A':
                handler.OnAddOrder(in Unsafe.As<byte, AddOrderMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'F':
                handler.OnAddOrderWithMpid(in Unsafe.As<byte, AddOrderWithMpidMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'E':
                handler.OnOrderExecuted(in Unsafe.As<byte, OrderExecutedMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'C':
                handler.OnOrderExecutedWithPrice(in Unsafe.As<byte, OrderExecutedWithPriceMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'X':
                handler.OnOrderCancel(in Unsafe.As<byte, OrderCancelMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'D':
                handler.OnOrderDelete(in Unsafe.As<byte, OrderDeleteMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'U':
                handler.OnOrderReplace(in Unsafe.As<byte, OrderReplaceMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'P':
                handler.OnTrade(in Unsafe.As<byte, TradeMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'Q':
                handler.OnCrossTrade(in Unsafe.As<byte, CrossTradeMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'B':
                handler.OnBrokenTrade(in Unsafe.As<byte, BrokenTradeMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'I':
                handler.OnNetOrderImbalance(in Unsafe.As<byte, NetOrderImbalanceMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'N':
                handler.OnRetailInterest(in Unsafe.As<byte, RetailInterestMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            case (byte)'O':
                handler.OnDirectListingPrice(in Unsafe.As<byte, DirectListingPriceMessage>(ref message), in position);
                return ItchDecodeResult.Ok;
            default:
                return ItchDecodeResult.UnknownType;
        }
    }
}
