namespace LowLatency.Markets.Matching;

/// <summary>What a replace does to an order's priority; a type argument of <see cref="MatchingBook.Replace"/>.</summary>
public interface IModifyPolicy
{
    /// <summary>True when the replace report follows the trades of the replaced order instead of preceding them.</summary>
    static abstract bool ReportsAfterTrades { get; }

    /// <summary>True when the order stays where it is in its queue.</summary>
    static abstract bool KeepsPriority(long price, long openQuantity, long newPrice, long newOpenQuantity);
}
