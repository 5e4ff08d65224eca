using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Latency.References;

/// <summary>The ring of the textbook: two cursors, each on a line of its own, and each side reads the other's cursor for every event.</summary>
internal sealed unsafe class TextbookRing<T> : IDisposable
    where T : unmanaged
{
    private const int LineBytes = 128;
    private const int Lines = 3;

    private readonly T* _slots;
    private readonly byte* _lines;
    private readonly long _mask;

    public TextbookRing(int capacity)
    {
        _slots = (T*)NativeMemory.AlignedAlloc((nuint)(capacity * sizeof(T)), LineBytes);
        NativeMemory.Clear(_slots, (nuint)(capacity * sizeof(T)));
        _lines = (byte*)NativeMemory.AlignedAlloc(Lines * LineBytes, LineBytes);
        NativeMemory.Clear(_lines, Lines * LineBytes);
        _mask = capacity - 1;
    }

    private ref long Head => ref *(long*)_lines;

    private ref long Tail => ref *(long*)(_lines + LineBytes);

    /// <summary>The next slot to write, or null if the ring is full. Producer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* TryClaim() => Tail - Volatile.Read(ref Head) > _mask ? null : _slots + (Tail & _mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish() => Volatile.Write(ref Tail, Tail + 1);

    /// <summary>The oldest event, or null if there is none. Consumer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* TryPeek() => Volatile.Read(ref Tail) == Head ? null : _slots + (Head & _mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release() => Volatile.Write(ref Head, Head + 1);

    public void Dispose()
    {
        NativeMemory.AlignedFree(_slots);
        NativeMemory.AlignedFree(_lines);
    }
}
