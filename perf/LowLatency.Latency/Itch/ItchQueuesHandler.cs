using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;

namespace LowLatency.Latency.Itch;

/// <summary>Applies order messages to a book of queues per stock, order by order.</summary>
/// <param name="books">By Stock Locate.</param>
internal readonly struct ItchQueuesHandler(OrderBook?[] books) : IItchOrderHandler
{
    private const long RawInOne = 100_000_000;
    private const long Price4InRaw = RawInOne / 10_000;

    public void OnOrder(in ItchOrderFields fields, in FeedPosition position) => Apply(fields.StockLocate, new()
    {
        Kind = KindOf(fields.Type),
        OrderId = fields.OrderReference,
        NewOrderId = fields.Second,
        Side = fields.BuySellIndicator == 'B' ? Side.Buy : Side.Sell,
        Price = new(fields.Price4 * Price4InRaw),
        Quantity = new(fields.Shares * RawInOne),
    });

    public void OnAddOrder(in AddOrderMessage message, in FeedPosition position) =>
        Add(in message.Header, message.OrderReference, message.BuySellIndicator, message.Shares, message.Price4);

    public void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position) =>
        Add(in message.Header, message.OrderReference, message.BuySellIndicator, message.Shares, message.Price4);

    public void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position) =>
        Reduce(in message.Header, message.OrderReference, message.ExecutedShares);

    public void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position) =>
        Reduce(in message.Header, message.OrderReference, message.ExecutedShares);

    public void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position) =>
        Reduce(in message.Header, message.OrderReference, message.CancelledShares);

    public void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position) =>
        Apply(message.Header.StockLocate, new() { Kind = MarketEventKind.OrderDeleted, OrderId = message.OrderReference });

    public void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position) => Apply(message.Header.StockLocate, new()
    {
        Kind = MarketEventKind.OrderReplaced,
        OrderId = message.OriginalOrderReference,
        NewOrderId = message.NewOrderReference,
        Price = new(message.Price4 * Price4InRaw),
        Quantity = new(message.Shares * RawInOne),
    });

    public void OnSystemEvent(in SystemEventMessage message, in FeedPosition position)
    {
    }

    public void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position)
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

    private static MarketEventKind KindOf(byte type) => type switch
    {
        (byte)'A' or (byte)'F' => MarketEventKind.OrderAdded,
        (byte)'D' => MarketEventKind.OrderDeleted,
        (byte)'U' => MarketEventKind.OrderReplaced,
        _ => MarketEventKind.OrderReduced,
    };

    private void Add(in ItchHeader header, ulong reference, char indicator, uint shares, uint price4) => Apply(header.StockLocate, new()
    {
        Kind = MarketEventKind.OrderAdded,
        OrderId = reference,
        Side = indicator == 'B' ? Side.Buy : Side.Sell,
        Price = new(price4 * Price4InRaw),
        Quantity = new(shares * RawInOne),
    });

    private void Reduce(in ItchHeader header, ulong reference, uint shares) =>
        Apply(header.StockLocate, new() { Kind = MarketEventKind.OrderReduced, OrderId = reference, Quantity = new(shares * RawInOne) });

    private void Apply(ushort stockLocate, in MarketEvent change) => books[stockLocate]?.Apply(in change);
}
