using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Strategies;

/// <summary>A limit order a strategy wants to send.</summary>
internal readonly record struct OrderIntent(InstrumentId Instrument, Side Side, Price Price, Quantity Quantity, TimeInForce TimeInForce, ExecInst ExecInst);
