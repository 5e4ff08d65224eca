using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Latency.TickToTrade;

/// <summary>Learns the symbols of a day from the messages that name them; a recording need not have a directory.</summary>
internal readonly struct StockSurvey(Dictionary<ushort, string> symbols) : IItchHandler
{
    public void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position) => symbols.TryAdd(message.Header.StockLocate, message.Stock.ToString());

    public void OnAddOrder(in AddOrderMessage message, in FeedPosition position) => Note(in message.Header, message.Stock);

    public void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position) => Note(in message.Header, message.Stock);

    public void OnSystemEvent(in SystemEventMessage message, in FeedPosition position)
    {
    }

    public void OnStockTradingAction(in StockTradingActionMessage message, in FeedPosition position)
    {
    }

    public void OnRegShoRestriction(in RegShoRestrictionMessage message, in FeedPosition position)
    {
    }

    public void OnMarketParticipantPosition(in MarketParticipantPositionMessage message, in FeedPosition position)
    {
    }

    public void OnMwcbDeclineLevel(in MwcbDeclineLevelMessage message, in FeedPosition position)
    {
    }

    public void OnMwcbStatus(in MwcbStatusMessage message, in FeedPosition position)
    {
    }

    public void OnIpoQuotingPeriodUpdate(in IpoQuotingPeriodUpdateMessage message, in FeedPosition position)
    {
    }

    public void OnLuldAuctionCollar(in LuldAuctionCollarMessage message, in FeedPosition position)
    {
    }

    public void OnOperationalHalt(in OperationalHaltMessage message, in FeedPosition position)
    {
    }

    public void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position)
    {
    }

    public void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position)
    {
    }

    public void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position)
    {
    }

    public void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position)
    {
    }

    public void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position)
    {
    }

    public void OnTrade(in TradeMessage message, in FeedPosition position)
    {
    }

    public void OnCrossTrade(in CrossTradeMessage message, in FeedPosition position)
    {
    }

    public void OnBrokenTrade(in BrokenTradeMessage message, in FeedPosition position)
    {
    }

    public void OnNetOrderImbalance(in NetOrderImbalanceMessage message, in FeedPosition position)
    {
    }

    public void OnRetailInterest(in RetailInterestMessage message, in FeedPosition position)
    {
    }

    public void OnDirectListingPrice(in DirectListingPriceMessage message, in FeedPosition position)
    {
    }

    private void Note(in ItchHeader header, Alpha8 stock)
    {
        if (!symbols.ContainsKey(header.StockLocate))
        {
            symbols.Add(header.StockLocate, stock.ToString());
        }
    }
}
