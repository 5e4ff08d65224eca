using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Orders;

/// <summary>A working order as the engine keeps it: two cache lines, owned by the risk stage. Prices and quantities are raw 1e-8.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct OrderRecord
{
    /// <summary>Bytes of one record.</summary>
    public const int Size = 128;

    /// <summary>First, since it must stand on a multiple of 16.</summary>
    public Int128 CumNotional;

    /// <summary>The current client id.</summary>
    public ulong ClOrdId;

    /// <summary>The client id before the last replacement.</summary>
    public ulong OrigClOrdId;

    /// <summary>Client id of the replacement on its way.</summary>
    public ulong ReplaceClOrdId;

    /// <summary>Client id of the cancel on its way.</summary>
    public ulong CancelClOrdId;

    public long Price;
    public long Quantity;
    public long CumQty;
    public long ReplacePrice;
    public long ReplaceQuantity;

    public ulong VenueOrderId;

    /// <summary>What it holds of the working quantity of its side: the larger of present and replacing leaves.</summary>
    public long Reserved;

    public InstrumentId Instrument;

    /// <summary>Index of its account and instrument in the position book.</summary>
    public int PositionIndex;
    public ListingId Listing;
    public StrategyId Strategy;
    public AccountId Account;
    public VenueId Venue;
    public OrdStatus Status;
    public OrderFlags Flags;
    public Side Side;
    public OrderType OrderType;
    public TimeInForce TimeInForce;
    public ExecInst ExecInst;

    /// <summary>Open for execution.</summary>
    public readonly long LeavesQty => Status.IsFinal() ? 0 : Math.Max(0, Quantity - CumQty);

    /// <summary>The state that follows an action, given what is on its way after it; None where it cannot happen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly OrdStatus After(OrderAction action, OrderFlags flags)
    {
        OrdStatus next = OrderTransitions.Look(Status, action);
        return next == OrderTransitions.Back ? Standing(action, flags) : next;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly OrdStatus Standing(OrderAction action, OrderFlags flags) => OrderTransitions.Next(
        Status,
        action,
        (flags & OrderFlags.Acknowledged) != 0,
        (flags & OrderFlags.Replacing) != 0,
        (flags & OrderFlags.Canceling) != 0,
        CumQty > 0);
}
