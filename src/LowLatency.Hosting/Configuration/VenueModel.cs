namespace LowLatency.Hosting.Configuration;

/// <summary>How orders meet the recorded market.</summary>
public enum VenueModel
{
    /// <summary>By the recording: <see cref="PriceTime"/> where it has orders (L3), <see cref="RiskAverseQueue"/> where it has levels (L2).</summary>
    Auto = 0,

    /// <summary>Own orders rest in a price-time-priority book of the recorded orders.</summary>
    PriceTime = 1,

    /// <summary>Own orders queue behind the displayed size, which moves forward only by trades; no partial fills.</summary>
    RiskAverseQueue = 2,
}
