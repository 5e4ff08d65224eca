using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine;

namespace LowLatency.Trading.Journal;

/// <summary>Appends events to a <see cref="JournalFile"/>. The engine's thread.</summary>
public readonly unsafe struct JournalWriter : IInputJournal
{
    private readonly JournalCursor* _cursor;

    internal JournalWriter(JournalCursor* cursor) => _cursor = cursor;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Append(ref EngineEvent e)
    {
        byte* line = _cursor->Next;
        if (line == _cursor->End)
        {
            return false;
        }

        e.SequenceLow = (uint)e.Sequence;
        e.Checksum = JournalFormat.Checksum(in e);

        // Word by word: the event was just written field by field, and a wider read would have to wait for those stores.
        ulong* from = (ulong*)Unsafe.AsPointer(ref e);
        ulong* to = (ulong*)line;
        to[0] = from[0];
        to[1] = from[1];
        to[2] = from[2];
        to[3] = from[3];
        to[4] = from[4];
        to[5] = from[5];
        to[6] = from[6];
        to[7] = from[7];
        _cursor->Next = line + EngineEvent.InputSize;
        return true;
    }
}
