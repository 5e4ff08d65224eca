namespace LowLatency.Hosting.Configuration;

/// <summary>A venue: its model, how far away it is, and what it lists.</summary>
/// <param name="Name">The name in reports.</param>
/// <param name="Model">How orders meet the recorded market.</param>
/// <param name="OrderEntryNs">From the engine's submit to the venue, ns.</param>
/// <param name="ResponseNs">From the venue's report to the engine, ns.</param>
/// <param name="FeedNs">From the recorded time of market data to the engine and strategy, ns.</param>
/// <param name="Listings">What it lists.</param>
public sealed record VenueSettings(
    string Name,
    VenueModel Model,
    long OrderEntryNs,
    long ResponseNs,
    long FeedNs,
    IReadOnlyList<ListingSettings> Listings);
