using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Books;

/// <summary>An order in the queue of its level; links are slots, -1 at the ends.</summary>
internal struct QueuedOrder
{
    public int Previous;
    public int Next;
    public ulong Reference;
    public long Price;
    public long Quantity;
    public long Arrival;
    public Side Side;
}
