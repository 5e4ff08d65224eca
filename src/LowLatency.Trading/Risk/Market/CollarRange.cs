namespace LowLatency.Trading.Risk.Market;

/// <summary>The prices that collars allow, raw 1e-8.</summary>
internal struct CollarRange
{
    /// <summary>No collar at all.</summary>
    public static readonly CollarRange Open = new() { Low = long.MinValue, High = long.MaxValue };

    public long Low;
    public long High;

    /// <summary>Whether a collar has no price to lie around.</summary>
    public bool IsMissing;

    /// <summary>True for a price inside.</summary>
    public readonly bool Holds(long price) => price >= Low && price <= High;
}
