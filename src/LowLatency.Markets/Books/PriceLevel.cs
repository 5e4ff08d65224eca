using LowLatency.Primitives.Numerics;

namespace LowLatency.Markets.Books;

/// <summary>A price and what is displayed at it.</summary>
/// <param name="Price">The price.</param>
/// <param name="Quantity">The displayed size.</param>
public readonly record struct PriceLevel(Price Price, Quantity Quantity);
