using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Venue;

/// <summary>An open order that came in as a request.</summary>
internal struct OwnOrder
{
    public OrderHandle Handle;

    /// <summary>The venue's order number.</summary>
    public ulong Number;

    /// <summary>Ticks.</summary>
    public long Price;

    /// <summary>Lots, executed part included.</summary>
    public long Total;

    /// <summary>Lots executed.</summary>
    public long Executed;

    /// <summary>Its place in the order of arrivals at its book, since it last joined a queue.</summary>
    public long Arrival;

    public InstrumentId Instrument;

    /// <summary>The slot behind in the list of own orders at its price; in a free slot the next free one. 0 none.</summary>
    public int Next;

    /// <summary>The slot ahead in the list of own orders at its price. 0 none.</summary>
    public int Previous;

    public VenueId Venue;
    public Side Side;
    public OrderType Type;
    public TimeInForce TimeInForce;
    public ExecInst ExecInst;

    public readonly long Leaves => Total - Executed;
}
