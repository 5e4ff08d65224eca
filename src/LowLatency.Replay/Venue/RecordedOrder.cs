using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Venue;

/// <summary>An order of the recorded market, as the recording has it and as own orders have left it.</summary>
/// <remarks>Invariant: <c>0 &lt;= Displayed &lt;= Open</c>; it stands in the book exactly when something is displayed, with that quantity.</remarks>
internal struct RecordedOrder
{
    public ulong Reference;

    /// <summary>Ticks.</summary>
    public long Price;

    /// <summary>Lots open in the recording.</summary>
    public long Open;

    /// <summary>Lots that own orders have not taken.</summary>
    public long Displayed;

    /// <summary>Its place in the order of arrivals at this book.</summary>
    public long Arrival;

    public int NextFree;
    public Side Side;
}
