using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Markets.Data;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Writes events where the caller of the source wants them. The reader hands it no more messages than there is room for.</summary>
internal ref struct ItchEventHandler(ItchEventSource source, Span<MarketEvent> destination) : IItchHandler
{
    private readonly Span<MarketEvent> _destination = destination;

    public int Count { get; private set; }

    public readonly bool IsFull => Count == _destination.Length;

    public ref MarketEvent Next() => ref _destination[Count++];

    public void OnSystemEvent(in SystemEventMessage message, in FeedPosition position) =>
        source.OnSystemEvent(in message, in position);

    public void OnStockTradingAction(in StockTradingActionMessage message, in FeedPosition position) =>
        source.OnTradingState(ref this, in message.Header, message.TradingState, 'Q', in position);

    public void OnOperationalHalt(in OperationalHaltMessage message, in FeedPosition position) =>
        source.OnTradingState(ref this, in message.Header, message.HaltAction, message.MarketCode, in position);

    public void OnAddOrder(in AddOrderMessage message, in FeedPosition position) =>
        source.OnAdd(
        ref this, in message.Header, message.OrderReference, message.BuySellIndicator, message.Shares, message.Price4, in position);

    public void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position) =>
        source.OnAdd(
        ref this, in message.Header, message.OrderReference, message.BuySellIndicator, message.Shares, message.Price4, in position);

    public void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position) =>
        source.OnExecuted(
        ref this, in message.Header, message.OrderReference, message.ExecutedShares, message.MatchNumber, null, true, in position);

    public void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position) =>
        source.OnExecuted(
        ref this, in message.Header, message.OrderReference, message.ExecutedShares, message.MatchNumber, message.ExecutionPrice4, message.Printable != 'N', in position);

    public void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position) =>
        source.OnCancel(ref this, in message.Header, message.OrderReference, message.CancelledShares, in position);

    public void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position) =>
        source.OnDelete(ref this, in message.Header, message.OrderReference, in position);

    public void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position) =>
        source.OnReplace(ref this, in message, in position);

    public void OnTrade(in TradeMessage message, in FeedPosition position) =>
        source.OnTrade(
        ref this, in message.Header, message.Shares, message.Price4, message.MatchNumber, MarketEventFlags.None, in position);

    public void OnCrossTrade(in CrossTradeMessage message, in FeedPosition position) =>
        source.OnTrade(
        ref this, in message.Header, message.Shares, message.CrossPrice4, message.MatchNumber, MarketEventFlags.Cross, in position);

    public readonly void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position)
    {
    }

    public readonly void OnRegShoRestriction(in RegShoRestrictionMessage message, in FeedPosition position)
    {
    }

    public readonly void OnMarketParticipantPosition(in MarketParticipantPositionMessage message, in FeedPosition position)
    {
    }

    public readonly void OnMwcbDeclineLevel(in MwcbDeclineLevelMessage message, in FeedPosition position)
    {
    }

    public readonly void OnMwcbStatus(in MwcbStatusMessage message, in FeedPosition position)
    {
    }

    public readonly void OnIpoQuotingPeriodUpdate(in IpoQuotingPeriodUpdateMessage message, in FeedPosition position)
    {
    }

    public readonly void OnLuldAuctionCollar(in LuldAuctionCollarMessage message, in FeedPosition position)
    {
    }

    public readonly void OnBrokenTrade(in BrokenTradeMessage message, in FeedPosition position)
    {
    }

    public readonly void OnNetOrderImbalance(in NetOrderImbalanceMessage message, in FeedPosition position)
    {
    }

    public readonly void OnRetailInterest(in RetailInterestMessage message, in FeedPosition position)
    {
    }

    public readonly void OnDirectListingPrice(in DirectListingPriceMessage message, in FeedPosition position)
    {
    }
}
