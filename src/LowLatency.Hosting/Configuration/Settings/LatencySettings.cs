

namespace LowLatency.Hosting.Configuration.Settings;

/// <summary>The distances of simulated time, ns.</summary>
/// <param name="FeedNs">From the recorded receive time of market data to the engine and strategy, on top of what was recorded.</param>
/// <param name="OrderEntryNs">From the engine's submit to the venue.</param>
/// <param name="ResponseNs">From the venue's report to the engine.</param>
public sealed record LatencySettings(long FeedNs, long OrderEntryNs, long ResponseNs);
