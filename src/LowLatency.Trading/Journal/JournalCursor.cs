namespace LowLatency.Trading.Journal;

/// <summary>Where a journal goes on; in native memory, so that the engine's copy of the writer and the file see the same.</summary>
internal unsafe struct JournalCursor
{
    public byte* Next;
    public byte* End;
}
