namespace LowLatency.Markets.Matching.Reports;

/// <summary>What was asked of a <see cref="MatchingBook"/>.</summary>
public enum MatchRequest : byte
{
    /// <summary>Enter or rest an order.</summary>
    New = 0,

    /// <summary>Cancel, or reduce by a quantity.</summary>
    Cancel = 1,

    /// <summary>Replace price and quantity.</summary>
    Replace = 2,
}
