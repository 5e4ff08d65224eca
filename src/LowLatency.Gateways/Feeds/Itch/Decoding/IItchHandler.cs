using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>
/// Takes the messages of an ITCH 5.0 feed, one method per type. Implemented by structs and passed as a type argument, so that the decoder calls it directly.
/// </summary>
/// <remarks>The messages are the bytes of the feed in place: valid during the call only.</remarks>
public interface IItchHandler
{
    /// <summary>Type S: System Event.</summary>
    void OnSystemEvent(in SystemEventMessage message, in FeedPosition position);

    /// <summary>Type R: Stock Directory.</summary>
    void OnStockDirectory(in StockDirectoryMessage message, in FeedPosition position);

    /// <summary>Type H: Stock Trading Action.</summary>
    void OnStockTradingAction(in StockTradingActionMessage message, in FeedPosition position);

    /// <summary>Type Y: Reg SHO Short Sale Price Test Restricted Indicator.</summary>
    void OnRegShoRestriction(in RegShoRestrictionMessage message, in FeedPosition position);

    /// <summary>Type L: Market Participant Position.</summary>
    void OnMarketParticipantPosition(in MarketParticipantPositionMessage message, in FeedPosition position);

    /// <summary>Type V: MWCB Decline Level.</summary>
    void OnMwcbDeclineLevel(in MwcbDeclineLevelMessage message, in FeedPosition position);

    /// <summary>Type W: MWCB Status.</summary>
    void OnMwcbStatus(in MwcbStatusMessage message, in FeedPosition position);

    /// <summary>Type K: IPO Quoting Period Update.</summary>
    void OnIpoQuotingPeriodUpdate(in IpoQuotingPeriodUpdateMessage message, in FeedPosition position);

    /// <summary>Type J: LULD Auction Collar.</summary>
    void OnLuldAuctionCollar(in LuldAuctionCollarMessage message, in FeedPosition position);

    /// <summary>Type h: Operational Halt.</summary>
    void OnOperationalHalt(in OperationalHaltMessage message, in FeedPosition position);

    /// <summary>Type A: Add Order (no MPID).</summary>
    void OnAddOrder(in AddOrderMessage message, in FeedPosition position);

    /// <summary>Type F: Add Order (MPID attribution).</summary>
    void OnAddOrderWithMpid(in AddOrderWithMpidMessage message, in FeedPosition position);

    /// <summary>Type E: Order Executed.</summary>
    void OnOrderExecuted(in OrderExecutedMessage message, in FeedPosition position);

    /// <summary>Type C: Order Executed With Price.</summary>
    void OnOrderExecutedWithPrice(in OrderExecutedWithPriceMessage message, in FeedPosition position);

    /// <summary>Type X: Order Cancel.</summary>
    void OnOrderCancel(in OrderCancelMessage message, in FeedPosition position);

    /// <summary>Type D: Order Delete.</summary>
    void OnOrderDelete(in OrderDeleteMessage message, in FeedPosition position);

    /// <summary>Type U: Order Replace.</summary>
    void OnOrderReplace(in OrderReplaceMessage message, in FeedPosition position);

    /// <summary>Type P: Trade (non-cross).</summary>
    void OnTrade(in TradeMessage message, in FeedPosition position);

    /// <summary>Type Q: Cross Trade.</summary>
    void OnCrossTrade(in CrossTradeMessage message, in FeedPosition position);

    /// <summary>Type B: Broken Trade.</summary>
    void OnBrokenTrade(in BrokenTradeMessage message, in FeedPosition position);

    /// <summary>Type I: Net Order Imbalance Indicator (NOII).</summary>
    void OnNetOrderImbalance(in NetOrderImbalanceMessage message, in FeedPosition position);

    /// <summary>Type N: Retail Price Improvement Indicator (RPII).</summary>
    void OnRetailInterest(in RetailInterestMessage message, in FeedPosition position);

    /// <summary>Type O: Direct Listing with Capital Raise Price Discovery.</summary>
    void OnDirectListingPrice(in DirectListingPriceMessage message, in FeedPosition position);
}
