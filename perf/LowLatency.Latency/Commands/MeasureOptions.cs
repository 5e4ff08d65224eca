namespace LowLatency.Latency.Commands;

/// <summary>What the user asked to have measured.</summary>
/// <param name="Only">Names of rows, separated by commas; null for all.</param>
/// <param name="Rounds">How many, 1 or more.</param>
/// <param name="Data">A file to run on; null for none.</param>
/// <param name="Json">Where the results go as JSON; null for nowhere.</param>
/// <param name="Html">Where the page goes; null for nowhere.</param>
internal sealed record MeasureOptions(string? Only, int Rounds, string? Data, string? Json, string? Html);
