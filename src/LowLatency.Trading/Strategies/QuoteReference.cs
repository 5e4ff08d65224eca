namespace LowLatency.Trading.Strategies;

/// <summary>What a quote's distance is measured from.</summary>
public enum QuoteReference : byte
{
    /// <summary>The mid of the best prices.</summary>
    Mid = 0,

    /// <summary>The best price of the quote's own side.</summary>
    Best = 1,
}
