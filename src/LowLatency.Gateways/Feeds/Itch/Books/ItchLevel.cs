namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>A price and what is displayed at it, in the feed's units.</summary>
/// <param name="Price4">The price, 4 implied decimals.</param>
/// <param name="Shares">The displayed size.</param>
public readonly record struct ItchLevel(uint Price4, long Shares);
