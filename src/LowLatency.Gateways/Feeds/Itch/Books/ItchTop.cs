namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>Best prices and displayed sizes in the feed's units; an empty side is zeros.</summary>
/// <param name="BidPrice4">Best bid, 4 implied decimals.</param>
/// <param name="BidShares">Shares at the best bid.</param>
/// <param name="AskPrice4">Best ask, 4 implied decimals.</param>
/// <param name="AskShares">Shares at the best ask.</param>
public readonly record struct ItchTop(uint BidPrice4, long BidShares, uint AskPrice4, long AskShares);
