namespace LowLatency.Replay.Results;

/// <summary>What should not happen in a run. All zero when all is well.</summary>
/// <param name="UnmatchedReports">Venue reports on orders the engine does not know.</param>
/// <param name="IllegalReports">Venue reports that cannot be in the order's state.</param>
/// <param name="OverFills">Fills beyond an order's quantity or end.</param>
/// <param name="BadMarketData">Tops of book the engine refused.</param>
/// <param name="BadCommands">Operator commands with an impossible scope.</param>
/// <param name="UnknownEvents">Events of no known kind.</param>
public sealed record ReplayAlarms(long UnmatchedReports, long IllegalReports, long OverFills, long BadMarketData, long BadCommands, long UnknownEvents)
{
    /// <summary>All of them.</summary>
    public long Total => UnmatchedReports + IllegalReports + OverFills + BadMarketData + BadCommands + UnknownEvents;
}
