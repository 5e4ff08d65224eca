using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Counts every message, learns symbols, and keeps the books for the sake of their faults.</summary>
internal readonly struct ItchSurveyHandler(ItchSurvey survey) : IItchHandler
{
    private readonly ItchBooksHandler _books = new(survey.Books);

    public void OnSystemEvent(in SystemEventMessage message, in FeedPosition position) => Count(in message.Header, in position);

    public void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnStockTradingAction(in StockTradingActionMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnRegShoRestriction(in RegShoRestrictionMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnMarketParticipantPosition(in MarketParticipantPositionMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnMwcbDeclineLevel(in MwcbDeclineLevelMessage message, in FeedPosition position) => Count(in message.Header, in position);

    public void OnMwcbStatus(in MwcbStatusMessage message, in FeedPosition position) => Count(in message.Header, in position);

    public void OnIpoQuotingPeriodUpdate(in IpoQuotingPeriodUpdateMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnLuldAuctionCollar(in LuldAuctionCollarMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnOperationalHalt(in OperationalHaltMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnAddOrder(in AddOrderMessage message, in FeedPosition position)
    {
        Count(in message.Header, message.Stock, in position);
        _books.OnAddOrder(in message, in position);
    }

    public void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position)
    {
        Count(in message.Header, message.Stock, in position);
        _books.OnAddOrderWithMpid(in message, in position);
    }

    public void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position)
    {
        Count(in message.Header, in position);
        _books.OnOrderExecuted(in message, in position);
    }

    public void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position)
    {
        Count(in message.Header, in position);
        _books.OnOrderExecutedWithPrice(in message, in position);
    }

    public void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position)
    {
        Count(in message.Header, in position);
        _books.OnOrderCancel(in message, in position);
    }

    public void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position)
    {
        Count(in message.Header, in position);
        _books.OnOrderDelete(in message, in position);
    }

    public void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position)
    {
        Count(in message.Header, in position);
        _books.OnOrderReplace(in message, in position);
    }

    public void OnTrade(in TradeMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnCrossTrade(in CrossTradeMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnBrokenTrade(in BrokenTradeMessage message, in FeedPosition position) => Count(in message.Header, in position);

    public void OnNetOrderImbalance(in NetOrderImbalanceMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnRetailInterest(in RetailInterestMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    public void OnDirectListingPrice(in DirectListingPriceMessage message, in FeedPosition position) => Count(in message.Header, message.Stock, in position);

    private void Count(in ItchHeader header, in FeedPosition position) =>
        survey.Count(header.Type, header.StockLocate, header.TimestampNs, position.Offset);

    private void Count(in ItchHeader header, Alpha8 stock, in FeedPosition position)
    {
        Count(in header, in position);
        survey.Directory.Learn(header.StockLocate, stock, position.Offset);
    }
}
