namespace LowLatency.Trading.Terms;

/// <summary>A record's place in a <see cref="PairingHeap{TPlace}"/>. Links are places of other records, -1 where there is none.</summary>
internal struct HeapLinks
{
    /// <summary>The smaller comes first.</summary>
    public long Key;

    /// <summary>Of equal keys, the smaller comes first.</summary>
    public long Order;

    public int Child;
    public int Sibling;

    /// <summary>The sibling before it, or the parent of a first child.</summary>
    public int Previous;

    /// <summary>Whether the record is in a heap.</summary>
    public bool IsIn;
}
