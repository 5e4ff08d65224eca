using LowLatency.Replay.Results;

namespace LowLatency.Replay.Driver;

/// <summary>A replay that could not go on: a strategy or a venue model failed, a strategy ran away, or the journal could not be written. The message names who, where and when.</summary>
public sealed class ReplayStoppedException : Exception
{
    /// <summary>Stops with what had happened until then.</summary>
    public ReplayStoppedException(string message, ReplaySummary summary, Exception? cause)
        : base(message, cause) => Summary = summary;

    /// <summary>What had happened until then.</summary>
    public ReplaySummary Summary { get; }
}
