using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Collections;

/// <summary>A fixed number of unmanaged slots, rented and returned in constant time, last returned first. One thread.</summary>
/// <remarks>
/// A slot's generation counts its uses: 1 at the first rent, one more at each later one, never 0 (after the largest comes 1). Slot and generation
/// together are a handle (<see cref="Identity.OrderHandle"/>) that <see cref="IsCurrent"/> tells from those of earlier uses until the count has gone all
/// the way round. Slots beyond <see cref="HighWater"/> were never rented.
/// <code>
/// invariant  0 &lt;= rented &lt;= high water &lt;= capacity
///            the free list holds exactly the slots below the high water that are not rented
/// </code>
/// </remarks>
/// <typeparam name="T">What a slot holds.</typeparam>
public sealed unsafe class SlotPool<T> : IDisposable
    where T : unmanaged
{
    /// <summary>The result of <see cref="Rent"/> when every slot is rented.</summary>
    public const int None = -1;

    private const int Rented = -2;

    private readonly NativeBuffer<T> _slots;
    private readonly NativeBuffer<Entry> _entries;
    private T* _slot;
    private Entry* _entry;
    private int _free = None;

    /// <summary>Takes the memory.</summary>
    /// <param name="capacity">Slots, 1 or more.</param>
    /// <param name="hugePages">Asks the system to back the slots with huge pages.</param>
    /// <exception cref="ArgumentException">The capacity is below 1.</exception>
    public SlotPool(int capacity, bool hugePages = false)
    {
        if (capacity < 1)
        {
            throw new ArgumentException($"capacity={capacity} must be above 0", nameof(capacity));
        }

        _slots = new NativeBuffer<T>(capacity, hugePages);
        _entries = new NativeBuffer<Entry>(capacity, hugePages);
        _slot = _slots.Start;
        _entry = _entries.Start;
        Capacity = capacity;
    }

    /// <summary>Slots in all; 0 once disposed.</summary>
    public int Capacity { get; private set; }

    /// <summary>Slots rented now.</summary>
    public int Count { get; private set; }

    /// <summary>Every slot ever rented lies below this: where a walk over the rented ones ends.</summary>
    public int HighWater { get; private set; }

    /// <summary>The slot, rented or not; unchecked in Release builds, so a number from outside goes through <see cref="IsCurrent"/> first.</summary>
    public ref T this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((uint)slot < (uint)Capacity, "a slot lies within the pool");
            return ref _slot[slot];
        }
    }

    /// <summary>Rents the slot returned last, else one never used. It holds what its last use left there, zero at first.</summary>
    /// <returns>The slot, or <see cref="None"/> if every slot is rented.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Rent()
    {
        int slot = _free;
        if (slot >= 0)
        {
            _free = _entry[slot].Next;
        }
        else if (HighWater < Capacity)
        {
            slot = HighWater++;
        }
        else
        {
            return None;
        }

        ref Entry entry = ref _entry[slot];
        entry.Next = Rented;
        uint generation = entry.Generation + 1;
        entry.Generation = generation == 0 ? 1 : generation;
        Count++;
        return slot;
    }

    /// <summary>Returns a slot, whichever its generation.</summary>
    /// <returns>False, with nothing changed, if it is not rented or no slot of this pool.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Return(int slot)
    {
        if (!IsRented(slot))
        {
            return false;
        }

        _entry[slot].Next = _free;
        _free = slot;
        Count--;
        return true;
    }

    /// <summary>Whether the slot is rented; false for any number that is no slot of this pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsRented(int slot) => (uint)slot < (uint)HighWater && _entry[slot].Next == Rented;

    /// <summary>Whether the slot is rented under that generation; false for any pair of numbers that is no handle of this pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsCurrent(int slot, uint generation) => IsRented(slot) && _entry[slot].Generation == generation;

    /// <summary>The generation of the slot's present or last use; 0 if it had none. Unchecked in Release builds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint GenerationOf(int slot)
    {
        Debug.Assert((uint)slot < (uint)Capacity, "a slot lies within the pool");
        return _entry[slot].Generation;
    }

    /// <summary>Frees the memory; afterwards there is nothing to rent.</summary>
    public void Dispose()
    {
        Capacity = HighWater = Count = 0;
        _free = None;
        _slot = null;
        _entry = null;
        _slots.Dispose();
        _entries.Dispose();
    }

    private struct Entry
    {
        public uint Generation;
        public int Next;
    }
}
