using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Books;

/// <summary>A resting order of a recorded or live book.</summary>
/// <param name="Reference">The venue's order reference.</param>
/// <param name="Side">Its side.</param>
/// <param name="Price">Its price.</param>
/// <param name="Quantity">What is displayed of it still.</param>
/// <param name="Arrival">When it joined its queue, as a number that rises over the whole book: of two orders at a price the one with the lower number is ahead.</param>
public readonly record struct BookOrder(ulong Reference, Side Side, Price Price, Quantity Quantity, long Arrival);
