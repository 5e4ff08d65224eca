

namespace LowLatency.Hosting.Configuration.Settings;

/// <summary>Who may trade what where; an empty name stands for all.</summary>
/// <param name="Account">An account.</param>
/// <param name="Strategy">A strategy.</param>
/// <param name="Venue">A venue.</param>
/// <param name="Symbol">An instrument.</param>
public sealed record EntitlementSettings(string Account, string Strategy, string Venue, string Symbol);
