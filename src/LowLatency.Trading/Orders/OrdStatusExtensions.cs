namespace LowLatency.Trading.Orders;

/// <summary>Questions to an <see cref="OrdStatus"/>.</summary>
public static class OrdStatusExtensions
{
    /// <summary>True when nothing can happen to the order any more.</summary>
    public static bool IsFinal(this OrdStatus status) => (byte)(status - OrdStatus.Filled) <= OrdStatus.Rejected - OrdStatus.Filled;

    /// <summary>FIX's character for tag 39.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="OrdStatus.None"/> or no status at all.</exception>
    public static char ToFix(this OrdStatus status) => status switch
    {
        OrdStatus.PendingNew => 'A',
        OrdStatus.New or OrdStatus.Held => '0',
        OrdStatus.PartiallyFilled => '1',
        OrdStatus.PendingReplace => 'E',
        OrdStatus.PendingCancel => '6',
        OrdStatus.Filled => '2',
        OrdStatus.Canceled => '4',
        OrdStatus.Expired => 'C',
        OrdStatus.Rejected => '8',
        OrdStatus.Suspended => '9',
        OrdStatus.DoneForDay => '3',
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no order status"),
    };
}
