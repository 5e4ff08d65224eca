using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>What is kept of a displayed order.</summary>
/// <param name="Price4">Its price, 4 implied decimals.</param>
/// <param name="Shares">What is displayed of it still.</param>
/// <param name="StockLocate">Its stock.</param>
/// <param name="Side">Its side; none for an order that replaced one the file does not introduce.</param>
public record struct ItchOrder(uint Price4, uint Shares, ushort StockLocate, Side Side);
