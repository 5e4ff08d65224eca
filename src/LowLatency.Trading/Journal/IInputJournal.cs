using LowLatency.Trading.Engine;

namespace LowLatency.Trading.Journal;

/// <summary>Writes down what the engine takes, in order. A type argument; the engine's thread.</summary>
public interface IInputJournal
{
    /// <summary>Appends the event's first <see cref="EngineEvent.InputSize"/> bytes; may write SequenceLow and Checksum into it.</summary>
    /// <returns>False when it cannot be written; the engine then takes nothing more.</returns>
    bool Append(ref EngineEvent e);
}
