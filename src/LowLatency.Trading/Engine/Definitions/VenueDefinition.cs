using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Engine.Definitions;

/// <summary>A venue orders can be sent to.</summary>
/// <param name="Id">The dense number, its place in the list from 1.</param>
/// <param name="Name">The name in reports and configuration.</param>
public sealed record VenueDefinition(VenueId Id, string Name);
