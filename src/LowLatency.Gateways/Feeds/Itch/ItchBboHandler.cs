using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Applies the order messages of one stock and looks at its best prices after each.</summary>
internal readonly struct ItchBboHandler(ItchBboWriter writer) : IItchHandler
{
    private readonly ItchBooksHandler _books = new(writer.Books);

    public void OnSystemEvent(in SystemEventMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnStockTradingAction(in StockTradingActionMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnRegShoRestriction(in RegShoRestrictionMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnMarketParticipantPosition(in MarketParticipantPositionMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnMwcbDeclineLevel(in MwcbDeclineLevelMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnMwcbStatus(in MwcbStatusMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnIpoQuotingPeriodUpdate(in IpoQuotingPeriodUpdateMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnLuldAuctionCollar(in LuldAuctionCollarMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnOperationalHalt(in OperationalHaltMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnAddOrder(in AddOrderMessage message, in FeedPosition position)
    {
        if (message.Header.StockLocate == writer.Locate)
        {
            _books.OnAddOrder(in message, in position);
            writer.Update(in message.Header);
        }
    }

    public void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position)
    {
        if (message.Header.StockLocate == writer.Locate)
        {
            _books.OnAddOrderWithMpid(in message, in position);
            writer.Update(in message.Header);
        }
    }

    public void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position)
    {
        if (message.Header.StockLocate == writer.Locate)
        {
            _books.OnOrderExecuted(in message, in position);
            writer.Update(in message.Header);
        }
    }

    public void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position)
    {
        if (message.Header.StockLocate == writer.Locate)
        {
            _books.OnOrderExecutedWithPrice(in message, in position);
            writer.Update(in message.Header);
        }
    }

    public void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position)
    {
        if (message.Header.StockLocate == writer.Locate)
        {
            _books.OnOrderCancel(in message, in position);
            writer.Update(in message.Header);
        }
    }

    public void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position)
    {
        if (message.Header.StockLocate == writer.Locate)
        {
            _books.OnOrderDelete(in message, in position);
            writer.Update(in message.Header);
        }
    }

    public void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position)
    {
        if (message.Header.StockLocate == writer.Locate)
        {
            _books.OnOrderReplace(in message, in position);
            writer.Update(in message.Header);
        }
    }

    public void OnTrade(in TradeMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnCrossTrade(in CrossTradeMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnBrokenTrade(in BrokenTradeMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnNetOrderImbalance(in NetOrderImbalanceMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnRetailInterest(in RetailInterestMessage message, in FeedPosition position) => Pass(in message.Header);

    public void OnDirectListingPrice(in DirectListingPriceMessage message, in FeedPosition position) => Pass(in message.Header);

    private void Pass(in ItchHeader header)
    {
        if (header.StockLocate == writer.Locate)
        {
            writer.Update(in header);
        }
    }
}
