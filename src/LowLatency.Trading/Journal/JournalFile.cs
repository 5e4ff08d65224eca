using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Trading.Journal;

/// <summary>An open journal being written: a memory-mapped file of fixed largest size, cut to what was used when it is closed. <see cref="JournalFormat"/> has the layout.</summary>
/// <remarks>
/// One engine writes it through <see cref="Writer"/>; <see cref="Dispose"/> comes after that engine has stopped. What was appended is the operating system's
/// from then on: it survives the end of the process, not of the machine. The file is sparse beyond what <see cref="PagePopulator"/> has made ready ahead of the writer.
/// </remarks>
public sealed unsafe class JournalFile : IDisposable
{
    /// <summary>The largest size where none is given: 4 GiB, 67 million events.</summary>
    public const long DefaultLargestBytes = 4L << 30;

    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly JournalCursor* _cursor;
    private readonly PagePopulator _pages;
    private bool _disposed;

    private JournalFile(string path, MemoryMappedFile file, long largestBytes, int headerSize)
    {
        _path = path;
        _file = file;
        _view = file.CreateViewAccessor(0, largestBytes);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + _view.PointerOffset;
        _cursor = (JournalCursor*)NativeMemory.AllocZeroed((nuint)sizeof(JournalCursor));
        _cursor->Next = _start + headerSize;
        _cursor->End = _start + headerSize + ((largestBytes - headerSize) / EngineEvent.InputSize * EngineEvent.InputSize);
        _pages = new PagePopulator(_cursor, _start, largestBytes);
    }

    /// <summary>What an engine takes as its journal.</summary>
    public JournalWriter Writer => new(_cursor);

    /// <summary>Bytes from the start of the file whose pages are ready, some of them ahead of the writer; 0 where the system has no such call.</summary>
    public long PopulatedBytes => _pages.PopulatedBytes;

    /// <summary>Bytes used so far.</summary>
    public long UsedBytes => _cursor->Next - _start;

    /// <summary>Makes a new journal for an engine of that definition.</summary>
    /// <param name="path">The file; one that is there already is not overwritten.</param>
    /// <param name="definition">What the engine is built from; without faults.</param>
    /// <param name="largestBytes">The most it may grow to; the engine halts when it is full.</param>
    /// <exception cref="IOException">The file is there, or cannot be made.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Too small for the definition and one event.</exception>
    public static JournalFile Create(string path, EngineDefinition definition, long largestBytes = DefaultLargestBytes)
    {
        ArgumentNullException.ThrowIfNull(definition);
        byte[] body = DefinitionCodec.Encode(definition);
        int headerSize = (JournalFormat.FixedHeaderSize + body.Length + JournalFormat.HeaderAlignment - 1) / JournalFormat.HeaderAlignment * JournalFormat.HeaderAlignment;
        ArgumentOutOfRangeException.ThrowIfLessThan(largestBytes, headerSize + EngineEvent.InputSize);
        byte[] header = new byte[headerSize];
        BinaryPrimitives.WriteUInt64LittleEndian(header, JournalFormat.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), headerSize);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), JournalFormat.Crc(body));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(20), JournalFormat.Crc(header.AsSpan(0, 20)));
        body.CopyTo(header, JournalFormat.FixedHeaderSize);
        FileStream stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            stream.Write(header);
            stream.SetLength(largestBytes);
            stream.Flush();
            MemoryMappedFile file = MemoryMappedFile.CreateFromFile(stream, null, largestBytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
            return new JournalFile(path, file, largestBytes, headerSize);
        }
        catch
        {
            stream.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Writes out what is mapped, and cuts the file to what was used.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        long used = UsedBytes;
        _pages.Dispose();
        _view.Flush();
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
        NativeMemory.Free(_cursor);
        using FileStream stream = new(_path, FileMode.Open, FileAccess.Write);
        stream.SetLength(used);
    }
}
