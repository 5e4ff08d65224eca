namespace LowLatency.Trading.Orders;

/// <summary>FIX ExecType (150): why an execution report is sent. Apart from <see cref="OrdStatus"/>, which says how the order stands.</summary>
public enum ExecType : byte
{
    /// <summary>Not an execution report: a refused cancel or replace (FIX OrderCancelReject, 35=9).</summary>
    CancelReject = 0,

    /// <summary>FIX 0: the venue took the order.</summary>
    New = (byte)'0',

    /// <summary>FIX 3: the venue has done with it for the day.</summary>
    DoneForDay = (byte)'3',

    /// <summary>FIX 9: the venue has suspended it.</summary>
    Suspended = (byte)'9',

    /// <summary>FIX H: an execution was busted; LastPx and LastQty are what it was, and the position is what it was without it.</summary>
    TradeCancel = (byte)'H',

    /// <summary>FIX G: an execution was corrected to LastPx and LastQty.</summary>
    TradeCorrect = (byte)'G',

    /// <summary>FIX 4: canceled.</summary>
    Canceled = (byte)'4',

    /// <summary>FIX 5: the venue took the replacement. An event, never a state the order rests in.</summary>
    Replaced = (byte)'5',

    /// <summary>FIX 8: rejected.</summary>
    Rejected = (byte)'8',

    /// <summary>FIX A: sent to the venue. In the drop copy only.</summary>
    PendingNew = (byte)'A',

    /// <summary>FIX 6: a cancel was sent. In the drop copy only.</summary>
    PendingCancel = (byte)'6',

    /// <summary>FIX E: a replacement was sent. In the drop copy only.</summary>
    PendingReplace = (byte)'E',

    /// <summary>FIX C: ended by its time in force.</summary>
    Expired = (byte)'C',

    /// <summary>FIX L: a held order was triggered and is on its way to the venue, or the venue says so of one that waits there.</summary>
    Triggered = (byte)'L',

    /// <summary>FIX D: changed without having been asked for: a linked order executed, and this one was made smaller; or the venue works again on one that it had suspended, or done with for the day.</summary>
    Restated = (byte)'D',

    /// <summary>FIX F: a fill, partial or whole.</summary>
    Trade = (byte)'F',
}
