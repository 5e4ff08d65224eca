namespace LowLatency.Hosting.Configuration;

/// <summary>A venue: its model and what it lists.</summary>
/// <param name="Name">The name in reports.</param>
/// <param name="Model">How orders meet the recorded market.</param>
/// <param name="Listings">What it lists.</param>
public sealed record VenueSettings(string Name, VenueModel Model, IReadOnlyList<ListingSettings> Listings);
