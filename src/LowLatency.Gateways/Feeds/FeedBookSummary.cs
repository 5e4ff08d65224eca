namespace LowLatency.Gateways.Feeds;

/// <summary>What writing the best bid and offer of one symbol came to.</summary>
/// <param name="Messages">Messages of the symbol that were read.</param>
/// <param name="Lines">Lines written.</param>
/// <param name="Anomalies">What was odd, orders that the file does not introduce included.</param>
public sealed record FeedBookSummary(long Messages, long Lines, FeedAnomalies Anomalies);
