namespace LowLatency.Markets.Books;

/// <summary>The orders at a price in order of arrival; a new one, all zeros, has no orders.</summary>
internal struct OrderQueue
{
    public int Head;
    public int Tail;
    public int Count;
    public long Quantity;
}
