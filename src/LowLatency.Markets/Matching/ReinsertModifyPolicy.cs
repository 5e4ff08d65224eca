namespace LowLatency.Markets.Matching;

/// <summary>As the order-flow files have it: every modify removes the order and enters it anew, even on a decrease; its report comes after its trades.</summary>
public readonly struct ReinsertModifyPolicy : IModifyPolicy
{
    /// <inheritdoc/>
    public static bool ReportsAfterTrades => true;

    /// <inheritdoc/>
    public static bool KeepsPriority(long price, long openQuantity, long newPrice, long newOpenQuantity) => false;
}
