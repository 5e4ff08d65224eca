using LowLatency.Markets.Data;

namespace LowLatency.Markets.Recording;

/// <summary>
/// Reads a recording from front to back without copying. Each block is checked when it is entered, so that a damaged record is never shown.
/// One thread; after its reader is disposed it must not be used.
/// </summary>
public sealed unsafe class RecordingCursor
{
    private readonly RecordingReader _reader;
    private readonly MarketEventFlags _hidden;
    private readonly bool _skipDamaged;
    private MarketEvent* _current;
    private MarketEvent* _next;
    private MarketEvent* _end;
    private long _nextBlock;
    private bool _stopped;

    internal RecordingCursor(RecordingReader reader, RecordingView view, bool skipDamaged)
    {
        _reader = reader;
        _skipDamaged = skipDamaged;
        _hidden = view switch
        {
            RecordingView.Local => MarketEventFlags.ExchangeOnly,
            RecordingView.Exchange => MarketEventFlags.LocalOnly,
            _ => MarketEventFlags.None,
        };
    }

    /// <summary>The record <see cref="MoveNext"/> came to; only after it has returned true.</summary>
    public ref readonly MarketEvent Current => ref *_current;

    /// <summary>The number of the current record in the recording, from 0; only after <see cref="MoveNext"/> has returned true.</summary>
    public long Index => _current - _reader.AddressOf(0);

    /// <summary>The first faulty block met, or null.</summary>
    public RecordingBlockFault? Fault { get; private set; }

    /// <summary>Faulty blocks met.</summary>
    public long FaultyBlocks { get; private set; }

    /// <summary>Records in faulty blocks passed over.</summary>
    public long RecordsLost { get; private set; }

    /// <summary>
    /// Goes to the next record shown. False at the end, and before a faulty block unless those are skipped: look at <see cref="Fault"/> then.
    /// </summary>
    public bool MoveNext()
    {
        do
        {
            if (_next == _end && !EnterBlock())
            {
                return false;
            }

            _current = _next++;
        }
        while ((_current->Flags & _hidden) != 0);
        return true;
    }

    private bool EnterBlock()
    {
        while (!_stopped && _nextBlock < _reader.BlockCount)
        {
            long block = _nextBlock++;
            if (_reader.Check(block) is { } fault)
            {
                Fault ??= fault;
                FaultyBlocks++;
                RecordsLost += fault.RecordsLost;
                _stopped = !_skipDamaged;
                continue;
            }

            _next = _reader.AddressOf(block * _reader.BlockRecords);
            _end = _next + _reader.Block(block).Length;
            return true;
        }

        return false;
    }
}
