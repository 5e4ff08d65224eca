using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Venue.L2;

/// <summary>An own order that rests in the replayed book. Prices and quantities are raw 1e-8; links are numbers of <see cref="OwnOrders"/>, 0 is none.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct QueuedOrder
{
    /// <summary>The engine's order; none where nothing rests.</summary>
    public OrderHandle Handle;
    public ulong VenueOrderId;
    public long Price;
    public long Quantity;

    /// <summary>What is displayed ahead of it at its price; below zero when more has traded than was ahead.</summary>
    public long Ahead;

    /// <summary>The order behind it at the same price.</summary>
    public int Next;

    /// <summary>The order before it at the same price.</summary>
    public int Previous;
    public InstrumentId Instrument;
    public Side Side;
    public OrderType OrderType;
    public TimeInForce TimeInForce;
    public ExecInst ExecInst;
}
