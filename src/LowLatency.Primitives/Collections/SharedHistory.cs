using System.Numerics;

namespace LowLatency.Primitives.Collections;

/// <summary>The last so many entries, written by one thread and read by any without stopping it: a new entry overwrites the oldest.</summary>
/// <remarks>
/// Each slot carries the index of its entry, plus one, or 0 while it is written.
/// <code>
/// writer  stamp = 0; write barrier; entry; write barrier; stamp = index + 1; count = index + 1 (release)
/// reader  stamp (acquire) is index + 1? copy the entry; read barrier; stamp still the same? then the copy is whole
/// </code>
/// </remarks>
/// <typeparam name="T">The entry.</typeparam>
public sealed unsafe class SharedHistory<T> : IDisposable
    where T : unmanaged
{
    private readonly NativeBuffer<Slot> _buffer;
    private readonly Slot* _slots;
    private readonly long _mask;
    private long _count;

    /// <summary>Takes the memory.</summary>
    /// <param name="capacity">Entries kept, a power of two.</param>
    /// <exception cref="ArgumentException">Not a positive power of two.</exception>
    public SharedHistory(int capacity)
    {
        if (capacity < 1 || !BitOperations.IsPow2(capacity))
        {
            throw new ArgumentException($"capacity={capacity} must be a power of two above 0", nameof(capacity));
        }

        _buffer = new NativeBuffer<Slot>(capacity);
        _slots = _buffer.Start;
        _mask = capacity - 1;
    }

    /// <summary>Entries kept at most.</summary>
    public int Capacity => (int)_mask + 1;

    /// <summary>Entries ever added, overwritten ones included: the index of the next. Any thread.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>Adds the newest entry. The writer's thread.</summary>
    public void Add(in T entry)
    {
        long index = _count;
        Slot* slot = _slots + (index & _mask);
        slot->Stamp = 0;
        Volatile.WriteBarrier();
        slot->Entry = entry;
        Volatile.Write(ref slot->Stamp, index + 1);
        Volatile.Write(ref _count, index + 1);
    }

    /// <summary>Copies an entry. Any thread.</summary>
    /// <param name="index">From 0, the first ever added.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>False where it has not been added yet, or has been overwritten.</returns>
    public bool TryRead(long index, out T entry)
    {
        Slot* slot = _slots + (index & _mask);
        bool isThere = index >= 0 && Volatile.Read(ref slot->Stamp) == index + 1;
        entry = isThere ? slot->Entry : default;
        Volatile.ReadBarrier();
        return isThere && slot->Stamp == index + 1;
    }

    /// <summary>Frees the memory. After every reader has stopped.</summary>
    public void Dispose() => _buffer.Dispose();

    private struct Slot
    {
        public long Stamp;
        public T Entry;
    }
}
