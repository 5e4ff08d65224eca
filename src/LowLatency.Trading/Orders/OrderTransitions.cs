using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Orders;

/// <summary>Which state follows which, and where orders end that may not rest.</summary>
/// <remarks>
/// Rows are what happens, columns the state it happens in. "back" returns to the state that what is still on its way, and what has executed, imply
/// (FIX's precedence: PendingCancel, PendingReplace, DoneForDay, Suspended, PartiallyFilled, New, PendingNew); "-" is illegal.
/// <code>
///               PendingNew       New              PartiallyFilled  PendingReplace  PendingCancel  Held        Suspended, DoneForDay
/// Accept        New              -                -                -               back           -           back
/// FillPart      PartiallyFilled  PartiallyFilled  PartiallyFilled  back            back           Held        back
/// FillRest      Filled           Filled           Filled           Filled          Filled         Filled      Filled
/// SendCancel    PendingCancel    PendingCancel    PendingCancel    PendingCancel   -              -           PendingCancel
/// SendReplace   -                PendingReplace   PendingReplace   -               -              -           -
/// Cancel        Canceled         Canceled         Canceled         Canceled        Canceled       Canceled    Canceled
/// Replace       -                -                -                back            back           Held        -
/// Expire        Expired          Expired          Expired          Expired         Expired        Expired     Expired
/// Reject        Rejected         -                -                -               Rejected       Rejected    Rejected
/// RefuseCancel  -                -                -                -               back           -           -
/// RefuseReplace -                -                -                back            back           -           -
/// Release       -                -                -                -               -              PendingNew  -
/// Amend         back             back             back             back            back           Held        back
/// Suspend       back             back             back             back            back           -           back
/// FinishDay     back             back             back             back            back           -           back
/// Resume        -                -                -                back            back           -           back
/// </code>
/// Filled, Canceled, Expired and Rejected are final: nothing follows them but the refusal of a cancel or replacement that was still on its way, and the bust or
/// correction of an execution, neither of which changes the state. A held order is canceled, replaced and ended by the engine at once; a fill of one, which no venue was sent, is an alarm and counts all the same.
/// Ends without a cancel: what is left of an IOC order and an FOK order that cannot fill whole are <see cref="OrdStatus.Canceled"/> (FIX excepts both
/// from Expired); a post-only order that would take is <see cref="OrdStatus.Expired"/>, as good-till-crossing orders are; so is a day order at the close.
/// </remarks>
public static class OrderTransitions
{
    internal const OrdStatus Back = (OrdStatus)15;
    private const int Columns = 16;

    private static ReadOnlySpan<byte> Table =>
    [
        // None, PendingNew, New, PartiallyFilled, PendingReplace, PendingCancel, Filled, Canceled, Expired, Rejected, Held, Suspended, DoneForDay, unused
        /* Accept */ 0, 2, 0, 0, 0, 15, 0, 0, 0, 0, 0, 15, 15, 0, 0, 0,
        /* FillPart */ 0, 3, 3, 3, 15, 15, 0, 0, 0, 0, 10, 15, 15, 0, 0, 0,
        /* FillRest */ 0, 6, 6, 6, 6, 6, 0, 0, 0, 0, 6, 6, 6, 0, 0, 0,
        /* SendCancel */ 0, 5, 5, 5, 5, 0, 0, 0, 0, 0, 0, 5, 5, 0, 0, 0,
        /* SendReplace */ 0, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        /* Cancel */ 0, 7, 7, 7, 7, 7, 0, 0, 0, 0, 7, 7, 7, 0, 0, 0,
        /* Replace */ 0, 0, 0, 0, 15, 15, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0,
        /* Expire */ 0, 8, 8, 8, 8, 8, 0, 0, 0, 0, 8, 8, 8, 0, 0, 0,
        /* Reject */ 0, 9, 0, 0, 0, 9, 0, 0, 0, 0, 9, 9, 9, 0, 0, 0,
        /* RefuseCancel */ 0, 0, 0, 0, 0, 15, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0,
        /* RefuseReplace */ 0, 0, 0, 0, 15, 15, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0,
        /* Release */ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0,
        /* Amend */ 0, 15, 15, 15, 15, 15, 6, 7, 8, 9, 10, 15, 15, 0, 0, 0,
        /* Suspend */ 0, 15, 15, 15, 15, 15, 0, 0, 0, 0, 0, 15, 15, 0, 0, 0,
        /* FinishDay */ 0, 15, 15, 15, 15, 15, 0, 0, 0, 0, 0, 15, 15, 0, 0, 0,
        /* Resume */ 0, 0, 0, 0, 15, 15, 0, 0, 0, 0, 0, 15, 15, 0, 0, 0,
    ];

    /// <summary>The state that follows, or <see cref="OrdStatus.None"/> where that cannot happen.</summary>
    /// <param name="status">The state it happens in.</param>
    /// <param name="action">What happens.</param>
    /// <param name="acknowledged">The venue has taken the order.</param>
    /// <param name="replacing">A replacement is on its way, after the action.</param>
    /// <param name="canceling">A cancel is on its way, after the action.</param>
    /// <param name="executed">Something has executed, after the action.</param>
    /// <param name="suspended">The venue has suspended it, after the action.</param>
    /// <param name="doneForDay">The venue has done with it for the day, after the action.</param>
    public static OrdStatus Next(OrdStatus status, OrderAction action, bool acknowledged, bool replacing, bool canceling, bool executed, bool suspended = false, bool doneForDay = false)
    {
        OrdStatus next = Look(status, action);
        return next == Back ? Standing(acknowledged, replacing, canceling, executed, suspended, doneForDay) : next;
    }

    /// <summary>Where an order ends that may not rest, with what is left of it.</summary>
    /// <returns>The final state, or <see cref="OrdStatus.None"/> where the rest may wait in the book.</returns>
    public static OrdStatus EndOfRemainder(OrderType orderType, TimeInForce timeInForce) =>
        orderType == OrderType.Market || timeInForce is TimeInForce.Ioc or TimeInForce.Fok ? OrdStatus.Canceled : OrdStatus.None;

    /// <summary>Where a post-only order ends that would take liquidity.</summary>
    public static OrdStatus EndOfCrossingPostOnly => OrdStatus.Expired;

    /// <summary>The table's cell; <see cref="Back"/> needs to be resolved by what is on its way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static OrdStatus Look(OrdStatus status, OrderAction action)
    {
        Debug.Assert((int)action < Table.Length / Columns, "every action has a row");
        return (OrdStatus)Unsafe.Add(ref MemoryMarshal.GetReference(Table), ((int)action * Columns) + ((int)status & (Columns - 1)));
    }

    private static OrdStatus Standing(bool acknowledged, bool replacing, bool canceling, bool executed, bool suspended, bool doneForDay) =>
        canceling ? OrdStatus.PendingCancel
        : replacing ? OrdStatus.PendingReplace
        : doneForDay ? OrdStatus.DoneForDay
        : suspended ? OrdStatus.Suspended
        : executed ? OrdStatus.PartiallyFilled
        : acknowledged ? OrdStatus.New
        : OrdStatus.PendingNew;
}
