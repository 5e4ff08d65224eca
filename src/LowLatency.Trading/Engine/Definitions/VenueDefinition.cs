using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Engine.Definitions;

/// <summary>A venue orders can be sent to.</summary>
/// <param name="Id">The dense number, its place in the list from 1.</param>
/// <param name="Name">The name in reports and configuration.</param>
/// <param name="Abilities">What it does itself.</param>
/// <param name="Status">Its trading status until it is told of another: closed where a calendar says when it opens.</param>
public sealed record VenueDefinition(VenueId Id, string Name, VenueAbilities Abilities = VenueAbilities.Standard, TradingStatus Status = TradingStatus.Unknown);
