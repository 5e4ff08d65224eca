using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Learns the symbols.</summary>
internal readonly struct ItchDirectoryHandler(ItchDirectory directory) : IItchHandler
{
    public void OnSystemEvent(in SystemEventMessage message, in FeedPosition position) => directory.Count(message.Header.StockLocate);

    public void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnStockTradingAction(in StockTradingActionMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnRegShoRestriction(in RegShoRestrictionMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnMarketParticipantPosition(in MarketParticipantPositionMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnMwcbDeclineLevel(in MwcbDeclineLevelMessage message, in FeedPosition position) => directory.Count(message.Header.StockLocate);

    public void OnMwcbStatus(in MwcbStatusMessage message, in FeedPosition position) => directory.Count(message.Header.StockLocate);

    public void OnIpoQuotingPeriodUpdate(in IpoQuotingPeriodUpdateMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnLuldAuctionCollar(in LuldAuctionCollarMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnOperationalHalt(in OperationalHaltMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnAddOrder(in AddOrderMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position) => directory.Count(message.Header.StockLocate);

    public void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position) => directory.Count(message.Header.StockLocate);

    public void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position) => directory.Count(message.Header.StockLocate);

    public void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position) => directory.Count(message.Header.StockLocate);

    public void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position) => directory.Count(message.Header.StockLocate);

    public void OnTrade(in TradeMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnCrossTrade(in CrossTradeMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnBrokenTrade(in BrokenTradeMessage message, in FeedPosition position) => directory.Count(message.Header.StockLocate);

    public void OnNetOrderImbalance(in NetOrderImbalanceMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnRetailInterest(in RetailInterestMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    public void OnDirectListingPrice(in DirectListingPriceMessage message, in FeedPosition position) => Learn(in message.Header, message.Stock, in position);

    private void Learn(in ItchHeader header, Alpha8 stock, in FeedPosition position)
    {
        directory.Count(header.StockLocate);
        directory.Learn(header.StockLocate, stock, position.Offset);
    }
}
