using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Orders;

/// <summary>A booked execution as the engine remembers it: one cache line. Price and quantity are raw 1e-8.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct Execution
{
    /// <summary>The order's slot and generation.</summary>
    public ulong Handle;

    /// <summary>The venue's number.</summary>
    public ulong Number;

    public long Price;

    /// <summary>0 once it has been busted.</summary>
    public long Quantity;

    /// <summary>Count of the execution before it in its cell of the <see cref="ExecutionLog"/>, from 1; 0 where there was none.</summary>
    public long Previous;

    /// <summary>Instrument, strategy and venue, as in an event.</summary>
    public ulong Place;

    /// <summary>Of the position it changed.</summary>
    public int PositionIndex;

    public ListingId Listing;
    public AccountId Account;
    public Side Side;
    public Liquidity Liquidity;
}
