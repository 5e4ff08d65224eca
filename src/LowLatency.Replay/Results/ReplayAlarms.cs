using LowLatency.Trading.Engine;

namespace LowLatency.Replay.Results;

/// <summary>What should not happen in a run. All zero when all is well.</summary>
/// <param name="UnmatchedReports">Venue reports on orders the engine does not know.</param>
/// <param name="IllegalReports">Venue reports that cannot be in the order's state.</param>
/// <param name="OverFills">Fills beyond an order's quantity or end.</param>
/// <param name="DuplicateExecutions">Executions that came twice.</param>
/// <param name="UnknownExecutions">Busts and corrections of executions the engine does not know.</param>
/// <param name="PriceViolations">Fills worse than an order's limit.</param>
/// <param name="MismatchedFills">Fills of another side or instrument.</param>
/// <param name="BadMarketData">Market data the engine refused.</param>
/// <param name="BadCommands">Operator commands with an impossible scope.</param>
/// <param name="UnknownEvents">Events of no known kind.</param>
public sealed record ReplayAlarms(
    long UnmatchedReports,
    long IllegalReports,
    long OverFills,
    long DuplicateExecutions,
    long UnknownExecutions,
    long PriceViolations,
    long MismatchedFills,
    long BadMarketData,
    long BadCommands,
    long UnknownEvents)
{
    /// <summary>All of them.</summary>
    public long Total => UnmatchedReports + IllegalReports + OverFills + DuplicateExecutions + UnknownExecutions + PriceViolations + MismatchedFills + BadMarketData + BadCommands + UnknownEvents;

    /// <summary>An engine's.</summary>
    public static ReplayAlarms Of(EngineCounters counters)
    {
        ArgumentNullException.ThrowIfNull(counters);
        return new(
            counters.UnmatchedReports,
            counters.IllegalReports,
            counters.OverFills,
            counters.DuplicateExecutions,
            counters.UnknownExecutions,
            counters.PriceViolations,
            counters.MismatchedFills,
            counters.BadMarketData,
            counters.BadCommands,
            counters.UnknownEvents);
    }
}
