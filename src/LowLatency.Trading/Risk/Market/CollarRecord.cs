namespace LowLatency.Trading.Risk.Market;

/// <summary>The collars of an account in an instrument: for orders that would execute at once, and for those that would rest.</summary>
internal struct CollarRecord
{
    public CollarRange Aggressive;
    public CollarRange Passive;

    /// <summary>The lowest price that passes both.</summary>
    public readonly long Low => Math.Max(Aggressive.Low, Passive.Low);

    /// <summary>The highest price that passes both.</summary>
    public readonly long High => Math.Min(Aggressive.High, Passive.High);

    /// <summary>Whether one of them has no price to lie around.</summary>
    public readonly bool IsMissing => Aggressive.IsMissing || Passive.IsMissing;
}
