namespace LowLatency.Gateways.Feeds.Lobster;

/// <summary>A level of a LOBSTER book.</summary>
/// <param name="Price4">The price, 4 implied decimals.</param>
/// <param name="Shares">The displayed size.</param>
public readonly record struct LobsterLevel(long Price4, long Shares);
