using System.Runtime.InteropServices;

namespace LowLatency.Markets.Books;

/// <summary>Zeroed native memory. Blocks of a mebibyte and more stand on pages of 2 MiB where Linux has them to give; what is not touched costs nothing.</summary>
/// <remarks>Not owned by the garbage collector: whoever allocates a block disposes it, once.</remarks>
internal readonly unsafe partial struct NativeBlock : IDisposable
{
    private const long PageBytes = 2 << 20;
    private const int ReadAndWrite = 3;
    private const int PrivateAnonymous = 0x22;
    private const int AdviseHugePage = 14;

    private readonly byte* _start;
    private readonly nuint _mappedBytes;

    /// <summary>Allocates; the address is a multiple of 64, of a large block one of 2 MiB.</summary>
    /// <exception cref="InsufficientMemoryException">The operating system refuses.</exception>
    public NativeBlock(long bytes)
    {
        if (OperatingSystem.IsLinux() && bytes >= PageBytes / 2)
        {
            _mappedBytes = (nuint)(((bytes + PageBytes - 1) & -PageBytes) + PageBytes);
            _start = (byte*)Map(null, _mappedBytes, ReadAndWrite, PrivateAnonymous, -1, 0);
            if ((nint)_start == -1)
            {
                throw new InsufficientMemoryException($"no mapping of bytes={bytes}");
            }

            Pointer = (byte*)(((nint)_start + (nint)PageBytes - 1) & -(nint)PageBytes);
            _ = Advise(Pointer, _mappedBytes - (nuint)PageBytes, AdviseHugePage);
        }
        else
        {
            _start = Pointer = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), 64);
            NativeMemory.Clear(Pointer, (nuint)bytes);
        }
    }

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_mappedBytes != 0)
        {
            _ = Unmap(_start, _mappedBytes);
        }
        else
        {
            NativeMemory.AlignedFree(_start);
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* address, nuint length);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
