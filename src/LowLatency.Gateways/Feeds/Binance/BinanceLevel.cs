using System.Runtime.InteropServices;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>A price and its displayed size.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BinanceLevel(Side Side, Price Price, Quantity Quantity);
