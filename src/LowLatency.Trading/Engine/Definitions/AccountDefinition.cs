using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Engine.Definitions;

/// <summary>An account positions are kept for.</summary>
/// <param name="Id">The dense number, its place in the list from 1.</param>
/// <param name="Name">The name in reports and configuration.</param>
public sealed record AccountDefinition(AccountId Id, string Name);
