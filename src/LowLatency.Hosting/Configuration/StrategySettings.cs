namespace LowLatency.Hosting.Configuration;

/// <summary>A strategy of the run.</summary>
/// <param name="Path">Where it stands in the configuration.</param>
/// <param name="Name">The name in reports.</param>
/// <param name="Kind">Which of the built-in ones.</param>
/// <param name="Account">The account it trades for.</param>
/// <param name="Symbol">What it trades.</param>
public sealed record StrategySettings(string Path, string Name, StrategyKind Kind, string Account, string Symbol);
