namespace LowLatency.Trading.Orders;

/// <summary>What can happen to an order.</summary>
public enum OrderAction : byte
{
    /// <summary>The venue took it.</summary>
    Accept = 0,

    /// <summary>Part of it executed.</summary>
    FillPart = 1,

    /// <summary>The rest of it executed.</summary>
    FillRest = 2,

    /// <summary>A cancel was sent.</summary>
    SendCancel = 3,

    /// <summary>A replacement was sent.</summary>
    SendReplace = 4,

    /// <summary>It was canceled, asked for or not.</summary>
    Cancel = 5,

    /// <summary>The venue took the replacement.</summary>
    Replace = 6,

    /// <summary>Its time in force ended it.</summary>
    Expire = 7,

    /// <summary>The venue, or the gateway, refused the order.</summary>
    Reject = 8,

    /// <summary>The venue refused the cancel.</summary>
    RefuseCancel = 9,

    /// <summary>The venue refused the replacement.</summary>
    RefuseReplace = 10,

    /// <summary>A held order is sent to its venue.</summary>
    Release = 11,

    /// <summary>An execution of it was busted or corrected.</summary>
    Amend = 12,

    /// <summary>The venue has suspended it.</summary>
    Suspend = 13,

    /// <summary>The venue has done with it for the day.</summary>
    FinishDay = 14,

    /// <summary>The venue works on it again.</summary>
    Resume = 15,
}
