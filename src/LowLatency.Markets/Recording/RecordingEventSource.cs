using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;

namespace LowLatency.Markets.Recording;

/// <summary>A recording as a source of events, in the order of its records. For who wants copies; a <see cref="RecordingCursor"/> makes none.</summary>
public sealed class RecordingEventSource : IMarketEventSource
{
    private readonly RecordingReader _reader;
    private readonly RecordingCursor _cursor;

    /// <summary>Reads from the first record on; the reader is disposed with the source.</summary>
    public RecordingEventSource(RecordingReader reader, RecordingView view = RecordingView.All)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
        _cursor = reader.Read(view);
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
            destination[count++] = _cursor.Current;
        }

        return count == 0 && _cursor.Fault is { } fault && !destination.IsEmpty ? throw new InvalidDataException(fault.ToString()) : count;
    }

    /// <summary>Disposes the reader.</summary>
    public void Dispose() => _reader.Dispose();
}
