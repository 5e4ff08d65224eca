namespace LowLatency.Markets.Matching;

/// <summary>A level of a <see cref="MatchingBook"/>: first in, first out.</summary>
/// <remarks>16 bytes. Slots of <see cref="RestingOrder"/>; both 0 when empty.</remarks>
internal struct OrderQueue
{
    public int Head;
    public int Tail;

    /// <summary>Sum of the open quantities, in lots.</summary>
    public long Quantity;
}
