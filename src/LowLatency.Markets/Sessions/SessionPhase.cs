using LowLatency.Markets.Data;

namespace LowLatency.Markets.Sessions;

/// <summary>From when on a venue is in a state; until the next phase, on whatever day that is.</summary>
/// <param name="At">The venue's local time.</param>
/// <param name="Status">The state.</param>
public readonly record struct SessionPhase(TimeOnly At, TradingStatus Status);
