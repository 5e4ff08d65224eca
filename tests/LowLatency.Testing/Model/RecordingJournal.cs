using LowLatency.Trading.Engine;
using LowLatency.Trading.Journal;

namespace LowLatency.Testing.Model;

/// <summary>Keeps every event in memory as the engine sequenced it.</summary>
public readonly struct RecordingJournal(List<EngineEvent> events) : IInputJournal
{
    /// <inheritdoc/>
    public bool Append(ref EngineEvent e)
    {
        events.Add(e);
        return true;
    }
}
