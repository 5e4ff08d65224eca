namespace LowLatency.Gateways.Feeds;

/// <summary>How a foreign file becomes market-data events.</summary>
public sealed record FeedImportOptions
{
    /// <summary>The only symbol wanted, or null for all.</summary>
    public string? Symbol { get; init; }

    /// <summary>The trading day, for formats whose times lack it; null lets the format find it.</summary>
    public DateOnly? TradingDay { get; init; }
}
