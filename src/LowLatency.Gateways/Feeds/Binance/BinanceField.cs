namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>The JSON fields a message may have, as a set. The names are the venue's where they are words.</summary>
[Flags]
internal enum BinanceField
{
    None = 0,
    EventType = 1 << 0,
    EventTime = 1 << 1,
    TransactionTime = 1 << 2,
    Symbol = 1 << 3,
    FirstUpdateId = 1 << 4,
    LastUpdateId = 1 << 5,
    PreviousUpdateId = 1 << 6,
    Bids = 1 << 7,
    Asks = 1 << 8,
    TradeId = 1 << 9,
    Price = 1 << 10,
    Quantity = 1 << 11,
    TradeType = 1 << 12,
    BuyerIsMaker = 1 << 13,
    BidPrice = 1 << 14,
    BidQuantity = 1 << 15,
    AskPrice = 1 << 16,
    AskQuantity = 1 << 17,
    SnapshotId = 1 << 18,
    Data = 1 << 19,
    Stream = 1 << 20,
}
