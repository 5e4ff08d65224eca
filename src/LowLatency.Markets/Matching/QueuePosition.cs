namespace LowLatency.Markets.Matching;

/// <summary>What stands ahead of an order in the queue of its price.</summary>
/// <param name="Orders">How many orders.</param>
/// <param name="Quantity">Their open quantity, in lots.</param>
public readonly record struct QueuePosition(int Orders, long Quantity);
