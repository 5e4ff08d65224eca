namespace LowLatency.Trading.Orders;

/// <summary>FIX OrdStatus (39): how an order stands. <see cref="OrderTransitions"/> says which follows which. The values are dense; <see cref="OrdStatusExtensions.ToFix"/> gives FIX's.</summary>
public enum OrdStatus : byte
{
    /// <summary>No order.</summary>
    None = 0,

    /// <summary>FIX A: sent, not yet answered by the venue.</summary>
    PendingNew = 1,

    /// <summary>FIX 0: working at the venue, nothing executed.</summary>
    New = 2,

    /// <summary>FIX 1: working, partly executed.</summary>
    PartiallyFilled = 3,

    /// <summary>FIX E: a replacement is on its way.</summary>
    PendingReplace = 4,

    /// <summary>FIX 6: a cancel is on its way.</summary>
    PendingCancel = 5,

    /// <summary>FIX 2: executed whole. Final.</summary>
    Filled = 6,

    /// <summary>FIX 4: canceled. Final.</summary>
    Canceled = 7,

    /// <summary>FIX C: ended by its time in force. Final.</summary>
    Expired = 8,

    /// <summary>FIX 8: refused by the engine or the venue. Final.</summary>
    Rejected = 9,

    /// <summary>Taken by the engine, which waits for the order's trigger; no venue knows it. FIX shows it as 0.</summary>
    Held = 10,

    /// <summary>FIX 9: the venue has suspended it; it may work again, and can be canceled.</summary>
    Suspended = 11,

    /// <summary>FIX 3: the venue has done with it for the day; it may work again the next, and can be canceled.</summary>
    DoneForDay = 12,
}
