using LowLatency.Primitives.Numerics;

namespace LowLatency.Markets.Data;

/// <summary>A price of a book and what is displayed there.</summary>
/// <param name="Price">The price.</param>
/// <param name="Quantity">The displayed quantity, above zero.</param>
public readonly record struct PriceLevel(Price Price, Quantity Quantity);
