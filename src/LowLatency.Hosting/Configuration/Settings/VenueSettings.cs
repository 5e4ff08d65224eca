using LowLatency.Markets.Sessions;

namespace LowLatency.Hosting.Configuration.Settings;

/// <summary>A venue: its model and what it lists.</summary>
/// <param name="Name">The name in reports.</param>
/// <param name="Model">How orders meet the recorded market.</param>
/// <param name="Listings">What it lists.</param>
/// <param name="Calendar">When it trades; null where nothing but market data says so.</param>
public sealed record VenueSettings(string Name, VenueModel Model, IReadOnlyList<ListingSettings> Listings, TradingCalendar? Calendar = null);
