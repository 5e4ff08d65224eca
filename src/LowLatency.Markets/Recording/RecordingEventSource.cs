using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;

namespace LowLatency.Markets.Recording;

/// <summary>A recording as a source of events, in the order of its records. For who wants copies; a <see cref="RecordingCursor"/> makes none.</summary>
public sealed class RecordingEventSource : IMarketEventSource
{
    private readonly RecordingReader _reader;
    private readonly RecordingCursor _cursor;
    private readonly InstrumentId _only;

    /// <summary>Reads from the first record on.</summary>
    /// <param name="reader">The recording; disposed with the source.</param>
    /// <param name="view">Which records are shown.</param>
    /// <param name="only">The instrument whose events are shown, with those of the whole market; none for all.</param>
    public RecordingEventSource(RecordingReader reader, RecordingView view = RecordingView.All, InstrumentId only = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
        _cursor = reader.Read(view);
        _only = only;
    }

    /// <inheritdoc/>
    public InstrumentTable Instruments => _reader.Instruments;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The next block is damaged; everything before it has been handed out.</exception>
    public int Read(Span<MarketEvent> destination)
    {
        int count = 0;
        while (count < destination.Length && _cursor.MoveNext())
        {
            ref readonly MarketEvent current = ref _cursor.Current;
            if (_only == InstrumentId.None || current.Instrument == _only || current.Instrument == InstrumentId.None)
            {
                destination[count++] = current;
            }
        }

        return count == 0 && _cursor.Fault is { } fault && !destination.IsEmpty ? throw new InvalidDataException(fault.ToString()) : count;
    }

    /// <summary>Disposes the reader.</summary>
    public void Dispose() => _reader.Dispose();
}
