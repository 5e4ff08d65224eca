namespace LowLatency.Trading.Orders;

/// <summary>FIX ContingencyType (1385): what linked orders do to one another. The values are FIX's; one-triggers-the-other is <see cref="OrderTerms.ParentClOrdId"/>.</summary>
public enum Contingency : byte
{
    /// <summary>Not linked.</summary>
    None = 0,

    /// <summary>As soon as one executes anything, or is triggered, the others are canceled.</summary>
    OneCancelsTheOther = 1,

    /// <summary>What one executes, or is triggered for, is taken off the others; one of which nothing is left is canceled.</summary>
    OneUpdatesTheOther = 3,
}
