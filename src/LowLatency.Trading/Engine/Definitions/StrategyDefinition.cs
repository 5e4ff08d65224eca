using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Engine.Definitions;

/// <summary>A strategy that sends orders; it has an inbox and a report ring of its own.</summary>
/// <param name="Id">The dense number, its place in the list from 1.</param>
/// <param name="Name">The name in reports and configuration.</param>
/// <param name="Account">The account it trades for.</param>
public sealed record StrategyDefinition(StrategyId Id, string Name, AccountId Account);
