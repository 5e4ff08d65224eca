namespace LowLatency.Replay.Venue;

/// <summary>The own orders at a price, first in first out; slots, 0 none.</summary>
internal struct OwnLevel
{
    public int Head;
    public int Tail;
}
