using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Orders;

/// <summary>A working order as the engine keeps it: two cache lines, owned by the risk stage. The first is what every report says of it, the second what only the engine needs. Prices and quantities are raw 1e-8.</summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal struct OrderRecord
{
    /// <summary>Bytes of one record.</summary>
    public const int Size = 128;

    /// <summary>Exact value executed so far, raw 1e-16.</summary>
    [FieldOffset(0)]
    public Int128 CumNotional;

    /// <summary>The current client id.</summary>
    [FieldOffset(16)]
    public ulong ClOrdId;

    [FieldOffset(24)]
    public long Price;

    [FieldOffset(32)]
    public long Quantity;

    [FieldOffset(40)]
    public long CumQty;

    /// <summary>Instrument, strategy and venue as one word, laid out as in an event and a report.</summary>
    [FieldOffset(48)]
    public ulong Place;

    [FieldOffset(48)]
    public InstrumentId Instrument;

    [FieldOffset(52)]
    public StrategyId Strategy;

    [FieldOffset(54)]
    public VenueId Venue;

    /// <summary>Side, type, time in force and instructions as one word, laid out as in an event and a report.</summary>
    [FieldOffset(56)]
    public uint Traits;

    [FieldOffset(56)]
    public Side Side;

    [FieldOffset(57)]
    public OrderType OrderType;

    [FieldOffset(58)]
    public TimeInForce TimeInForce;

    [FieldOffset(59)]
    public ExecInst ExecInst;

    [FieldOffset(60)]
    public AccountId Account;

    /// <summary>None in a free slot.</summary>
    [FieldOffset(62)]
    public OrdStatus Status;

    [FieldOffset(63)]
    public OrderFlags Flags;

    /// <summary>Everything from <see cref="Traits"/> on as one word, for the birth of an order.</summary>
    [FieldOffset(56)]
    public ulong Birth;

    [FieldOffset(64)]
    public ulong VenueOrderId;

    /// <summary>Index of its account and instrument in the position book.</summary>
    [FieldOffset(72)]
    public int PositionIndex;

    [FieldOffset(76)]
    public ListingId Listing;

    /// <summary>Uses of the slot so far, the present one included.</summary>
    [FieldOffset(80)]
    public uint Generation;

    /// <summary>Link of <see cref="ClOrdId"/> in the <see cref="ClientIdIndex"/>; in a free slot, of the list of free slots.</summary>
    [FieldOffset(84)]
    public int Next;

    /// <summary>Link of <see cref="ReplaceClOrdId"/> in the <see cref="ClientIdIndex"/>; says of a final order whether it is only kept, <see cref="OrderStore.IsCompleted"/>.</summary>
    [FieldOffset(88)]
    public int ReplaceNext;

    /// <summary>Where <see cref="ClOrdId"/> starts its chain in the <see cref="ClientIdIndex"/>.</summary>
    [FieldOffset(92)]
    public uint Cell;

    /// <summary>Client id of the replacement on its way, and until its Replaced is reported the id it replaced; 0 where there is none, so also in a free slot.</summary>
    [FieldOffset(96)]
    public ulong ReplaceClOrdId;

    /// <summary>Client id of the cancel on its way; 0 where there is none, so also in a free slot.</summary>
    [FieldOffset(104)]
    public ulong CancelClOrdId;

    [FieldOffset(112)]
    public long ReplacePrice;

    [FieldOffset(120)]
    public long ReplaceQuantity;

    /// <summary>Open for execution.</summary>
    public readonly long LeavesQty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Status.IsFinal() ? 0 : Math.Max(0, Quantity - CumQty);
    }

    /// <summary>What a unit of it is taken to cost. An order without a price cannot be replaced: its value is kept where the price of a replacement would be.</summary>
    public readonly long ValuedPrice
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Price != 0 ? Price : ReplacePrice;
    }

    /// <summary>What it holds of the working quantity of its side: the larger of present and replacing leaves.</summary>
    public readonly long Reserved
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Flags & OrderFlags.Replacing) == 0 ? LeavesQty : ReservedWhileReplacing();
    }

    /// <summary><see cref="Birth"/> of an order that is sent now, from the head of its event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BirthOf(ulong head) => (uint)(head >> 8) | ((head >> 48) << 32) | ((ulong)OrdStatus.PendingNew << 48);

    /// <summary>The state that follows an action, given what is on its way after it; None where it cannot happen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly OrdStatus After(OrderAction action, OrderFlags flags)
    {
        OrdStatus next = OrderTransitions.Look(Status, action);
        return next == OrderTransitions.Back ? Standing(action, flags) : next;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly long ReservedWhileReplacing() => Status.IsFinal() ? 0 : Math.Max(LeavesQty, ReplaceQuantity - CumQty);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly OrdStatus Standing(OrderAction action, OrderFlags flags) => OrderTransitions.Next(
        Status,
        action,
        acknowledged: (flags & OrderFlags.Acknowledged) != 0,
        replacing: (flags & OrderFlags.Replacing) != 0,
        canceling: (flags & OrderFlags.Canceling) != 0,
        executed: CumQty > 0,
        suspended: (flags & OrderFlags.Suspended) != 0,
        doneForDay: (flags & OrderFlags.DoneForDay) != 0);
}
