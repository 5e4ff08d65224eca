namespace LowLatency.Trading.Strategies;

/// <summary>Which prices a <see cref="MomentumStrategy"/> averages.</summary>
public enum MomentumSource : byte
{
    /// <summary>The mid after each change of the book.</summary>
    Mid = 0,

    /// <summary>The price of each trade.</summary>
    Trade = 1,
}
