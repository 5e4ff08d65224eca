using LowLatency.Replay.Results;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Hosting.Runs;

/// <summary>What feeding a journal back came to.</summary>
/// <param name="Definition">What the engine was built from.</param>
/// <param name="Events">Events of the journal.</param>
/// <param name="TornBytes">Bytes after the last whole event that are none; 0 for a journal that was closed properly.</param>
/// <param name="Summary">What the engine did. Market events are the changes of the top of book that the journal has; nothing is told of what lies outside the engine.</param>
public sealed record JournalResult(EngineDefinition Definition, long Events, long TornBytes, ReplaySummary Summary);
