using System.Numerics;
using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Collections;

/// <summary>The last so many entries, taken once: a new entry overwrites the oldest. One thread.</summary>
/// <typeparam name="T">The entry.</typeparam>
public sealed class CircularHistory<T>
    where T : unmanaged
{
    private readonly T[] _entries;
    private readonly int _mask;

    /// <summary>Takes the memory.</summary>
    /// <param name="capacity">Entries kept, a power of two.</param>
    /// <exception cref="ArgumentException">Not a positive power of two.</exception>
    public CircularHistory(int capacity)
    {
        if (capacity < 1 || !BitOperations.IsPow2(capacity))
        {
            throw new ArgumentException($"capacity={capacity} must be a power of two above 0", nameof(capacity));
        }

        _entries = new T[capacity];
        _mask = capacity - 1;
    }

    /// <summary>Entries kept at most.</summary>
    public int Capacity => _entries.Length;

    /// <summary>Entries kept now.</summary>
    public int Count => (int)Math.Min(TotalAdded, _entries.Length);

    /// <summary>Entries ever added since construction or <see cref="Clear"/>, overwritten ones included.</summary>
    public long TotalAdded { get; private set; }

    /// <summary>An entry by age.</summary>
    /// <param name="index">0 for the oldest kept, <see cref="Count"/> - 1 for the newest.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such entry.</exception>
    public ref readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Count)
            {
                ThrowNoEntry(index);
            }

            return ref _entries[(int)(TotalAdded - Count + index) & _mask];
        }
    }

    /// <summary>Makes room for the newest entry and gives its place, to be written at once; it holds what it overwrites.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add() => ref _entries[(int)TotalAdded++ & _mask];

    /// <summary>Adds the newest entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in T entry) => Add() = entry;

    /// <summary>Copies the newest entries that fit, oldest of them first.</summary>
    /// <returns>How many were copied.</returns>
    public int CopyTo(Span<T> target)
    {
        int count = Math.Min(Count, target.Length);
        int first = (int)(TotalAdded - count) & _mask;
        int untilEnd = Math.Min(count, _entries.Length - first);
        _entries.AsSpan(first, untilEnd).CopyTo(target);
        _entries.AsSpan(0, count - untilEnd).CopyTo(target[untilEnd..]);
        return count;
    }

    /// <summary>Forgets all entries.</summary>
    public void Clear() => TotalAdded = 0;

    private void ThrowNoEntry(int index) =>
        throw new ArgumentOutOfRangeException(nameof(index), $"index={index} is not below count={Count}");
}
