namespace LowLatency.Gateways.Feeds;

/// <summary>What the time stamps of a feed count from, in ns.</summary>
public enum FeedTimeOrigin : byte
{
    /// <summary>1970-01-01 UTC.</summary>
    UnixEpoch = 0,

    /// <summary>Midnight in New York at the start of the trading day.</summary>
    NewYorkMidnight = 1,
}
