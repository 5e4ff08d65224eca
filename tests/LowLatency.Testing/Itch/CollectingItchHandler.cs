using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Testing.Itch;

/// <summary>Keeps every message with its position; order messages in one form where the decoder gives them so.</summary>
public readonly struct CollectingItchHandler(List<(object Message, FeedPosition Position)> messages) : IItchOrderHandler
{
    public void OnOrder(in ItchOrderFields fields, in FeedPosition position) => messages.Add((fields, position));

    public void OnSystemEvent(in SystemEventMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnStockTradingAction(in StockTradingActionMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnRegShoRestriction(in RegShoRestrictionMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnMarketParticipantPosition(in MarketParticipantPositionMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnMwcbDeclineLevel(in MwcbDeclineLevelMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnMwcbStatus(in MwcbStatusMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnIpoQuotingPeriodUpdate(in IpoQuotingPeriodUpdateMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnLuldAuctionCollar(in LuldAuctionCollarMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnOperationalHalt(in OperationalHaltMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnAddOrder(in AddOrderMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnTrade(in TradeMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnCrossTrade(in CrossTradeMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnBrokenTrade(in BrokenTradeMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnNetOrderImbalance(in NetOrderImbalanceMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnRetailInterest(in RetailInterestMessage message, in FeedPosition position) => messages.Add((message, position));

    public void OnDirectListingPrice(in DirectListingPriceMessage message, in FeedPosition position) => messages.Add((message, position));
}
