using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace LowLatency.Markets.Recording;

/// <summary>The bytes of a recording at a fixed address, on a cache line: mapped from a file or copied to native memory.</summary>
internal sealed unsafe class RecordingBytes : IDisposable
{
    private const int CacheLine = 64;
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;

    /// <summary>Maps a file for reading.</summary>
    public RecordingBytes(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        Length = stream.Length;
        if (Length == 0)
        {
            return;
        }

        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        try
        {
            _view = _file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        byte* address = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref address);
        Address = address + _view.PointerOffset;
    }

    /// <summary>Copies bytes to native memory.</summary>
    public RecordingBytes(ReadOnlySpan<byte> bytes)
    {
        Length = bytes.Length;
        Address = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(1, bytes.Length), CacheLine);
        bytes.CopyTo(new Span<byte>(Address, bytes.Length));
    }

    ~RecordingBytes() => Release();

    /// <summary>The first byte; null when there are none or after <see cref="Dispose"/>.</summary>
    public byte* Address { get; private set; }

    /// <summary>How many there are.</summary>
    public long Length { get; }

    /// <summary>Unmaps or frees.</summary>
    public void Dispose()
    {
        Release();
        _view?.Dispose();
        _file?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (Address == null)
        {
            return;
        }

        if (_view is null)
        {
            NativeMemory.AlignedFree(Address);
        }
        else
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
        }

        Address = null;
    }
}
