using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Latency.Itch;

/// <summary>Reads the fields a book needs of every message and adds them up, so that no reading can be left out.</summary>
internal struct ItchSumHandler : IItchOrderHandler
{
    public long Messages;
    public long Orders;
    public ulong Sum;

    public void OnOrder(in ItchOrderFields fields, in FeedPosition position)
    {
        Messages++;
        Orders += fields.BuySellIndicator != 0 ? 1 : 0;
        Sum += (ulong)fields.TimestampNs + fields.StockLocate + ((uint)fields.OrderReference ^ (uint)fields.Second ^ fields.Shares ^ fields.Price4 ^ fields.BuySellIndicator);
    }

    public void OnSystemEvent(in SystemEventMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnStockTradingAction(in StockTradingActionMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnRegShoRestriction(in RegShoRestrictionMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnMarketParticipantPosition(in MarketParticipantPositionMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnMwcbDeclineLevel(in MwcbDeclineLevelMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnMwcbStatus(in MwcbStatusMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnIpoQuotingPeriodUpdate(in IpoQuotingPeriodUpdateMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnLuldAuctionCollar(in LuldAuctionCollarMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnOperationalHalt(in OperationalHaltMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnAddOrder(in AddOrderMessage message, in FeedPosition position)
    {
        Orders++;
        Take(in message.Header, (uint)message.OrderReference ^ message.Shares ^ message.Price4 ^ message.BuySellIndicator);
    }

    public void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position)
    {
        Orders++;
        Take(in message.Header, (uint)message.OrderReference ^ message.Shares ^ message.Price4 ^ message.BuySellIndicator);
    }

    public void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position) => Take(in message.Header, (uint)message.OrderReference ^ message.ExecutedShares ^ (uint)message.MatchNumber);

    public void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position) => Take(in message.Header, (uint)message.OrderReference ^ message.ExecutedShares ^ message.ExecutionPrice4);

    public void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position) => Take(in message.Header, (uint)message.OrderReference ^ message.CancelledShares);

    public void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position) => Take(in message.Header, (uint)message.OrderReference);

    public void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position) => Take(in message.Header, (uint)(message.OriginalOrderReference ^ message.NewOrderReference) ^ message.Shares ^ message.Price4);

    public void OnTrade(in TradeMessage message, in FeedPosition position) => Take(in message.Header, message.Shares ^ message.Price4 ^ (uint)message.MatchNumber);

    public void OnCrossTrade(in CrossTradeMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnBrokenTrade(in BrokenTradeMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnNetOrderImbalance(in NetOrderImbalanceMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnRetailInterest(in RetailInterestMessage message, in FeedPosition position) => Take(in message.Header, 0);

    public void OnDirectListingPrice(in DirectListingPriceMessage message, in FeedPosition position) => Take(in message.Header, 0);

    private void Take(in ItchHeader header, uint rest)
    {
        Messages++;
        Sum += (ulong)header.TimestampNs + header.StockLocate + rest;
    }
}
