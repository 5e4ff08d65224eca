using System.Runtime.InteropServices;
using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Generation;

/// <summary>A resting order of a generated session; a slot of its book.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SessionOrder
{
    public ulong Id;
    public long Lots;
    public Side Side;

    /// <summary>Its level, counted in ticks from the lowest price of the book.</summary>
    public int Level;

    /// <summary>The slot of the order before it in its level's queue, -1 at the front.</summary>
    public int Ahead;

    /// <summary>The slot of the order after it, -1 at the tail.</summary>
    public int Behind;

    /// <summary>Its place among the resting orders of its side.</summary>
    public int Place;
}
