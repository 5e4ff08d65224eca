namespace LowLatency.Replay.Venue.L2;

/// <summary>The own orders at one price, first come first, as numbers of <see cref="OwnOrders"/>; 0 is none.</summary>
internal struct PriceQueue
{
    public int Head;
    public int Tail;
}
