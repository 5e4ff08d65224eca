using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Threading;

namespace LowLatency.Primitives.Collections;

/// <summary>A fixed run of unmanaged elements outside the garbage collector's heap: zeroed, aligned, every page touched at construction.</summary>
/// <remarks>
/// Owned by whoever constructs it; no synchronisation. Indexing is unchecked in Release builds. <see cref="Dispose"/> is the only way the memory
/// is freed, since a finalizer could free it under a reference still in use.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
public sealed unsafe class NativeBuffer<T> : IDisposable
    where T : unmanaged
{
    /// <summary>The boundary the first element lies on, in bytes, without huge pages.</summary>
    public const int Alignment = 64;

    private T* _first;

    /// <summary>Takes the memory.</summary>
    /// <param name="length">Elements, 0 or more.</param>
    /// <param name="hugePages">Aligns to a huge page and asks the system to back the buffer with such pages; whether it agreed is <see cref="HugePages"/>.</param>
    /// <exception cref="ArgumentException">The length is negative or its bytes do not fit a signed 64-bit number.</exception>
    /// <exception cref="OutOfMemoryException">The system has no such memory.</exception>
    public NativeBuffer(long length, bool hugePages = false)
    {
        if (length < 0 || length > (long.MaxValue - HugePageAdvice.PageBytes) / sizeof(T))
        {
            throw new ArgumentException($"length={length} elements of {sizeof(T)} bytes cannot be", nameof(length));
        }

        nuint sizeBytes = (nuint)(length * sizeof(T));
        _first = (T*)NativeMemory.AlignedAlloc(sizeBytes, hugePages ? (nuint)HugePageAdvice.PageBytes : Alignment);
        HugePages = hugePages ? HugePageAdvice.Give(_first, sizeBytes) : OsResult.Refused("huge pages not asked for");
        NativeMemory.Clear(_first, sizeBytes);
        Length = length;
    }

    /// <summary>Elements; 0 once disposed.</summary>
    public long Length { get; private set; }

    /// <summary>Whether the system took the advice to use huge pages, or why not.</summary>
    public OsResult HugePages { get; }

    /// <summary>The first element; null once disposed.</summary>
    public T* Start => _first;

    /// <summary>The element at <paramref name="index"/>, 0 to below <see cref="Length"/>; unchecked in Release builds.</summary>
    public ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((ulong)index < (ulong)Length, "an index lies within the buffer");
            return ref _first[index];
        }
    }

    /// <summary>A part of the buffer as a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the buffer.</exception>
    public Span<T> AsSpan(long start, int length)
    {
        if (start < 0 || length < 0 || start > Length - length)
        {
            throw new ArgumentOutOfRangeException(nameof(start), $"start={start} length={length} do not lie within 0 to {Length}");
        }

        return new Span<T>(_first + start, length);
    }

    /// <summary>Sets every element to zero.</summary>
    public void Clear() => NativeMemory.Clear(_first, (nuint)(Length * sizeof(T)));

    /// <summary>Frees the memory. Only when nobody uses it any more.</summary>
    public void Dispose()
    {
        Length = 0;
        NativeMemory.AlignedFree(_first);
        _first = null;
    }
}
