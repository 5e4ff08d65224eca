using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Markets.Books;

/// <summary>Slots for the resting orders of a book, the one freed last handed out first, so that the orders in use stay close together. Grows by doubling, in native memory.</summary>
/// <typeparam name="TOrder">What is kept of an order, at least four bytes; free slots are chained through the first four.</typeparam>
/// <remarks>One thread. A reference to a slot is valid until the next <see cref="Take"/>.</remarks>
public sealed unsafe class OrderSlots<TOrder> : IDisposable
    where TOrder : unmanaged
{
    private TOrder* _orders;
    private int _capacity;
    private int _used;
    private int _free = -1;

    /// <summary>No orders, with room for some.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1, or an order is smaller than four bytes.</exception>
    public OrderSlots(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(sizeof(TOrder), sizeof(int));
        _capacity = capacity;
        _orders = Allocate(capacity);
    }

    /// <summary>Gives the memory back if nobody has disposed the slots.</summary>
    ~OrderSlots() => NativeMemory.AlignedFree(_orders);

    /// <summary>The order of a slot that has been taken.</summary>
    public ref TOrder this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _orders[slot];
    }

    /// <summary>Takes a slot; what it holds is undefined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take()
    {
        int slot = _free;
        if (slot < 0)
        {
            return TakeUnused();
        }

        _free = *(int*)(_orders + slot);
        return slot;
    }

    /// <summary>Gives a slot back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Return(int slot)
    {
        *(int*)(_orders + slot) = _free;
        _free = slot;
    }

    /// <summary>Asks the processor to load an order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int slot) => Prefetcher.Load(_orders + slot);

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_orders);
        _orders = null;
        GC.SuppressFinalize(this);
    }

    private static TOrder* Allocate(int capacity) => (TOrder*)NativeMemory.AlignedAlloc((nuint)capacity * (nuint)sizeof(TOrder), 64);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeUnused()
    {
        if (_used == _capacity)
        {
            int larger = checked(_capacity * 2);
            TOrder* orders = Allocate(larger);
            Buffer.MemoryCopy(_orders, orders, (long)larger * sizeof(TOrder), (long)_used * sizeof(TOrder));
            NativeMemory.AlignedFree(_orders);
            _orders = orders;
            _capacity = larger;
        }

        return _used++;
    }
}
