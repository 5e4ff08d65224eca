namespace LowLatency.Markets.Matching;

/// <summary>As exchanges have it: a lower or equal quantity at the same price keeps priority; a new price or more quantity loses it.</summary>
public readonly struct VenueModifyPolicy : IModifyPolicy
{
    /// <inheritdoc/>
    public static bool ReportsAfterTrades => false;

    /// <inheritdoc/>
    public static bool KeepsPriority(long price, long openQuantity, long newPrice, long newOpenQuantity) =>
        price == newPrice && newOpenQuantity <= openQuantity;
}
