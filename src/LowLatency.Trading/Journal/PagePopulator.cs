using System.Runtime.InteropServices;

namespace LowLatency.Trading.Journal;

/// <summary>Makes the pages of a journal ready ahead of its writer, on a thread of its own, so that the engine never waits for the system to find one.</summary>
/// <remarks>
/// Linux's madvise(MADV_POPULATE_WRITE) brings pages in and maps them for writing without changing what is in them. Where it is not to be had (before Linux 5.14, other systems) a
/// page is brought in when the writer gets there, as without this.
/// <code>
/// invariant  next &lt;= populated &lt;= next + ahead, in steps of whole chunks
/// </code>
/// </remarks>
internal sealed unsafe partial class PagePopulator : IDisposable
{
    /// <summary>How far ahead of the writer pages are ready: 256 Ki events.</summary>
    public const long AheadBytes = 16L << 20;

    private const long ChunkBytes = 2L << 20;
    private const int PopulateWrite = 23;
    private const int CheckEveryMs = 2;

    private readonly JournalCursor* _cursor;
    private readonly byte* _start;
    private readonly byte* _end;
    private readonly Thread? _thread;
    private readonly ManualResetEventSlim _stop = new();
    private byte* _populated;

    /// <summary>Makes the first pages ready, and starts the thread.</summary>
    /// <param name="cursor">Where the writer is.</param>
    /// <param name="start">The first byte of the mapping.</param>
    /// <param name="length">Its bytes.</param>
    public PagePopulator(JournalCursor* cursor, byte* start, long length)
    {
        _cursor = cursor;
        _start = _populated = start;
        _end = start + length;
        if (OperatingSystem.IsLinux() && Advance())
        {
            _thread = new Thread(Run) { Name = "journal pages", IsBackground = true };
            _thread.Start();
        }
    }

    /// <summary>Bytes from the start of the file that have been made ready.</summary>
    public long PopulatedBytes => _populated - _start;

    /// <summary>Ends the thread; before the mapping goes.</summary>
    public void Dispose()
    {
        _stop.Set();
        _thread?.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        while (!_stop.Wait(CheckEveryMs))
        {
            if (!Advance())
            {
                return;
            }
        }
    }

    /// <summary>Goes on until enough is ready.</summary>
    /// <returns>False when there is nothing more to do, or the system will not.</returns>
    private bool Advance()
    {
        byte* target = (byte*)Math.Min((long)_end, (long)Volatile.Read(ref *(nint*)&_cursor->Next) + AheadBytes);
        while (_populated < target)
        {
            long bytes = Math.Min(ChunkBytes, _end - _populated);
            if (Advise(_populated, (nuint)bytes, PopulateWrite) != 0)
            {
                return false;
            }

            _populated += bytes;
        }

        return _populated < _end;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* start, nuint sizeBytes, int advice);
}
