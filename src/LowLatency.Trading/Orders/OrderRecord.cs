using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Orders;

/// <summary>A working order as the engine keeps it: two cache lines, owned by the risk stage. Prices and quantities are raw 1e-8.</summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal struct OrderRecord
{
    /// <summary>Bytes of one record.</summary>
    public const int Size = 128;

    [FieldOffset(0)]
    public Int128 CumNotional;

    /// <summary>The current client id.</summary>
    [FieldOffset(16)]
    public ulong ClOrdId;

    /// <summary>The client id before the last replacement.</summary>
    [FieldOffset(24)]
    public ulong OrigClOrdId;

    /// <summary>Client id of the replacement on its way.</summary>
    [FieldOffset(32)]
    public ulong ReplaceClOrdId;

    /// <summary>Client id of the cancel on its way.</summary>
    [FieldOffset(40)]
    public ulong CancelClOrdId;

    [FieldOffset(48)]
    public long Price;

    [FieldOffset(56)]
    public long Quantity;

    [FieldOffset(64)]
    public long CumQty;

    [FieldOffset(72)]
    public long ReplacePrice;

    [FieldOffset(80)]
    public long ReplaceQuantity;

    /// <summary>What it holds of the working quantity of its side: the larger of present and replacing leaves.</summary>
    [FieldOffset(88)]
    public long Reserved;

    [FieldOffset(96)]
    public ulong VenueOrderId;

    /// <summary>Instrument, strategy and venue as one word, laid out as in an event and a report.</summary>
    [FieldOffset(104)]
    public ulong Place;

    [FieldOffset(104)]
    public InstrumentId Instrument;

    [FieldOffset(108)]
    public StrategyId Strategy;

    [FieldOffset(110)]
    public VenueId Venue;

    /// <summary>Index of its account and instrument in the position book.</summary>
    [FieldOffset(112)]
    public int PositionIndex;

    [FieldOffset(116)]
    public ListingId Listing;

    /// <summary>Side, type, time in force and instructions as one word, laid out as in an event and a report.</summary>
    [FieldOffset(120)]
    public uint Traits;

    [FieldOffset(120)]
    public Side Side;

    [FieldOffset(121)]
    public OrderType OrderType;

    [FieldOffset(122)]
    public TimeInForce TimeInForce;

    [FieldOffset(123)]
    public ExecInst ExecInst;

    [FieldOffset(124)]
    public AccountId Account;

    [FieldOffset(126)]
    public OrdStatus Status;

    [FieldOffset(127)]
    public OrderFlags Flags;

    /// <summary>Everything from <see cref="Traits"/> on as one word, for the birth of an order.</summary>
    [FieldOffset(120)]
    public ulong Birth;

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
