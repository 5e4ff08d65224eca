using LowLatency.Primitives.Orders;

namespace LowLatency.Latency.References;

/// <summary>An order as <see cref="PlainChecks"/> takes it. Price and quantity are raw 1e-8.</summary>
internal readonly record struct PlainOrder(int Instrument, int Account, Side Side, OrderType OrderType, TimeInForce TimeInForce, long Price, long Quantity, ulong ClOrdId);
