using System.IO.MemoryMappedFiles;

namespace LowLatency.Primitives.Files;

/// <summary>A whole file mapped for reading, of any length, 0 included. Any number of threads.</summary>
/// <remarks>
/// The length is the file's when opened; bytes appended later are not seen. The file is opened so that others may read it and append to it; one that is
/// cut short by another program while mapped cannot be read safely by anybody, so recordings and journals are never cut in place while open.
/// </remarks>
public sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile? _map;
    private readonly MemoryMappedViewAccessor? _view;
    private byte* _first;

    /// <summary>Maps the file.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be mapped.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public MappedFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        long length = file.Length;
        if (length == 0)
        {
            return;
        }

        _map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        try
        {
            _view = _map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        }
        catch
        {
            _map.Dispose();
            throw;
        }

        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _first);
        _first += _view.PointerOffset;
        Length = length;
    }

    /// <summary>Bytes; 0 once disposed.</summary>
    public long Length { get; private set; }

    /// <summary>The first byte, valid for <see cref="Length"/> bytes and until disposed; null if there is none.</summary>
    public byte* Start => _first;

    /// <summary>A part of the file.</summary>
    /// <param name="offset">Where it starts; any number.</param>
    /// <param name="length">Its bytes; any number.</param>
    /// <param name="bytes">The part, valid until disposed; empty if refused.</param>
    /// <returns>False if the part does not lie within the file.</returns>
    public bool TrySlice(long offset, int length, out ReadOnlySpan<byte> bytes)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            bytes = default;
            return false;
        }

        bytes = new ReadOnlySpan<byte>(_first + offset, length);
        return true;
    }

    /// <summary>Unmaps the file. Only when nobody uses it any more.</summary>
    public void Dispose()
    {
        if (_first != null)
        {
            _first = null;
            Length = 0;
            _view!.SafeMemoryMappedViewHandle.ReleasePointer();
        }

        _view?.Dispose();
        _map?.Dispose();
    }
}
