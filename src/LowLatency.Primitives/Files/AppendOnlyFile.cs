using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Files;

/// <summary>A new file written from front to back through a memory mapping. One writing thread; others may read the file meanwhile.</summary>
/// <remarks>
/// The file is longer than what was written, by a rest of zeros, until <see cref="Dispose"/> cuts it; after a crash the rest is still there. A window of
/// it is mapped at a time and every page of the window touched then, so that a write meets no page fault; moving the window is the one slow
/// step, milliseconds for each 16 MiB, and does not happen if the first window is as large as the maximum.
/// <code>
/// invariant  window start &lt;= length &lt;= window end &lt;= maximum
/// </code>
/// </remarks>
public sealed unsafe class AppendOnlyFile : IDisposable
{
    /// <summary>The unit windows start at: the largest allocation granularity of the supported systems.</summary>
    public const int Granularity = 64 * 1024;

    private readonly FileStream _file;
    private readonly long _windowBytes;
    private MemoryMappedFile? _map;
    private MemoryMappedViewAccessor? _view;
    private byte* _first;
    private long _start;
    private long _end;
    private bool _disposed;

    /// <summary>Creates the file, reserves its first window and maps it.</summary>
    /// <param name="path">Where; nothing may be there.</param>
    /// <param name="windowBytes">Bytes mapped at a time, a positive multiple of <see cref="Granularity"/>; the largest record may take half.</param>
    /// <param name="maximumBytes">The file's largest length, 1 or more.</param>
    /// <exception cref="ArgumentException">A size is out of range; lists every fault.</exception>
    /// <exception cref="IOException">The file is there already, or there is no room for the first window.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be created.</exception>
    public AppendOnlyFile(string path, long windowBytes, long maximumBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        List<string> faults = [];
        if (windowBytes < 2 * Granularity || windowBytes % Granularity != 0)
        {
            faults.Add($"windowBytes={windowBytes} must be a multiple of {Granularity} and at least twice that");
        }

        if (maximumBytes < 1)
        {
            faults.Add($"maximumBytes={maximumBytes} must be above 0");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults));
        }

        MaximumBytes = maximumBytes;
        _windowBytes = windowBytes;
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            MapFrom(0);
        }
        catch
        {
            _file.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Bytes written.</summary>
    public long Length { get; private set; }

    /// <summary>The file's largest length.</summary>
    public long MaximumBytes { get; }

    /// <summary>Why the file could not grow, for the operator; empty while it could.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>Gives room for the next bytes; what is written there counts once committed. A second reservation starts at the same place.</summary>
    /// <param name="length">Bytes, from 0 to half a window.</param>
    /// <param name="room">The room, zeroed unless written before without being committed; empty if refused.</param>
    /// <returns>False if the length is out of range, the maximum would be passed, the disk is full (then <see cref="Fault"/> says so), or the file is disposed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReserve(int length, out Span<byte> room)
    {
        if (length < 0 || (length > _end - Length && !TryMoveWindow(length)))
        {
            room = default;
            return false;
        }

        room = new Span<byte>(_first + (Length - _start), length);
        return true;
    }

    /// <summary>Counts bytes written into the room reserved.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than the mapped window holds.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Commit(int length)
    {
        if ((ulong)length > (ulong)(_end - Length))
        {
            ThrowTooMuch(length);
        }

        Length += length;
    }

    /// <summary>Appends bytes, all or none.</summary>
    /// <returns>False as <see cref="TryReserve"/> does.</returns>
    public bool TryAppend(ReadOnlySpan<byte> bytes)
    {
        if (!TryReserve(bytes.Length, out Span<byte> room))
        {
            return false;
        }

        bytes.CopyTo(room);
        Commit(bytes.Length);
        return true;
    }

    /// <summary>Waits until what was written is on the disk: for the end of a session, not for its middle.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public void Flush()
    {
        _view?.Flush();
        _file.Flush(flushToDisk: true);
    }

    /// <summary>Cuts the file to what was written and closes it.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Unmap();
        _end = Length;
        _file.SetLength(Length);
        _file.Dispose();
    }

    private bool TryMoveWindow(int length)
    {
        if (_disposed || Fault.Length > 0 || length > _windowBytes / 2 || length > MaximumBytes - Length)
        {
            return false;
        }

        try
        {
            MapFrom(Length / Granularity * Granularity);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            Fault = $"length={Length} cannot grow: {fault.Message}";
            return false;
        }

        return true;
    }

    // Takes the new window before it gives up the old one, so that a failure leaves the file as it was.
    private void MapFrom(long start)
    {
        long bytes = Math.Min(_windowBytes, MaximumBytes - start);
        FileSpace.Reserve(_file.SafeFileHandle, start + bytes);
        MemoryMappedFile map = MemoryMappedFile.CreateFromFile(
            _file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        MemoryMappedViewAccessor view;
        try
        {
            view = map.CreateViewAccessor(start, bytes, MemoryMappedFileAccess.ReadWrite);
        }
        catch
        {
            map.Dispose();
            throw;
        }

        Unmap();
        _map = map;
        _view = view;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _first);
        _first += view.PointerOffset;
        _start = start;
        _end = start + bytes;
        Touch(_first, Length - start, bytes);
    }

    private static void Touch(byte* first, long from, long bytes)
    {
        for (long offset = from; offset < bytes; offset += Environment.SystemPageSize)
        {
            Volatile.Write(ref first[offset], 0);
        }
    }

    private void Unmap()
    {
        if (_view is not null)
        {
            _first = null;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _map!.Dispose();
            _view = null;
        }
    }

    private void ThrowTooMuch(int length) =>
        throw new ArgumentOutOfRangeException(nameof(length), $"length={length} is above the {_end - Length} bytes left of the window");
}
