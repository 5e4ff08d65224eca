using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>Applies the messages of the decoder to <see cref="ItchBooks"/>; what does not concern displayed orders passes by.</summary>
/// <param name="books">The books.</param>
public readonly struct ItchBooksHandler(ItchBooks books) : IItchOrderHandler
{
    /// <inheritdoc/>
    public void OnOrder(in ItchOrderFields fields, in FeedPosition position)
    {
        switch (fields.Type)
        {
            case (byte)'A' or (byte)'F':
                books.Add(fields.StockLocate, fields.OrderReference, (char)fields.BuySellIndicator, fields.Shares, fields.Price4, position.Offset);
                break;
            case (byte)'D':
                books.Delete(fields.StockLocate, fields.OrderReference, position.Offset);
                break;
            case (byte)'U':
                books.Replace(fields.StockLocate, fields.OrderReference, fields.Second, fields.Shares, fields.Price4, position.Offset);
                break;
            default:
                books.Reduce(fields.StockLocate, fields.OrderReference, fields.Shares, position.Offset);
                break;
        }
    }

    /// <inheritdoc/>
    public void OnAddOrder(in AddOrderMessage message, in FeedPosition position) =>
        books.Add(message.Header.StockLocate, message.OrderReference, message.BuySellIndicator, message.Shares, message.Price4, position.Offset);

    /// <inheritdoc/>
    public void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position) =>
        books.Add(message.Header.StockLocate, message.OrderReference, message.BuySellIndicator, message.Shares, message.Price4, position.Offset);

    /// <inheritdoc/>
    public void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position) =>
        books.Reduce(message.Header.StockLocate, message.OrderReference, message.ExecutedShares, position.Offset);

    /// <inheritdoc/>
    public void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position) =>
        books.Reduce(message.Header.StockLocate, message.OrderReference, message.ExecutedShares, position.Offset);

    /// <inheritdoc/>
    public void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position) =>
        books.Reduce(message.Header.StockLocate, message.OrderReference, message.CancelledShares, position.Offset);

    /// <inheritdoc/>
    public void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position) =>
        books.Delete(message.Header.StockLocate, message.OrderReference, position.Offset);

    /// <inheritdoc/>
    public void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position) =>
        books.Replace(
        message.Header.StockLocate, message.OriginalOrderReference, message.NewOrderReference, message.Shares, message.Price4, position.Offset);

    /// <inheritdoc/>
    public void OnSystemEvent(in SystemEventMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnStockTradingAction(in StockTradingActionMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnRegShoRestriction(in RegShoRestrictionMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnMarketParticipantPosition(in MarketParticipantPositionMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnMwcbDeclineLevel(in MwcbDeclineLevelMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnMwcbStatus(in MwcbStatusMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnIpoQuotingPeriodUpdate(in IpoQuotingPeriodUpdateMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnLuldAuctionCollar(in LuldAuctionCollarMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnOperationalHalt(in OperationalHaltMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnTrade(in TradeMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnCrossTrade(in CrossTradeMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnBrokenTrade(in BrokenTradeMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnNetOrderImbalance(in NetOrderImbalanceMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnRetailInterest(in RetailInterestMessage message, in FeedPosition position)
    {
    }

    /// <inheritdoc/>
    public void OnDirectListingPrice(in DirectListingPriceMessage message, in FeedPosition position)
    {
    }
}
