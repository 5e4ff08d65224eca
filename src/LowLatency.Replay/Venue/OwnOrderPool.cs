using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;

namespace LowLatency.Replay.Venue;

/// <summary>All open orders that came in as requests, by handle; slots from 1, the last freed used first.</summary>
internal sealed class OwnOrderPool : IDisposable
{
    private readonly OwnOrder[] _orders;
    private readonly IdMap _slots;
    private int _free;
    private int _used;

    public OwnOrderPool(int capacity)
    {
        _orders = new OwnOrder[capacity + 1];
        _slots = new IdMap(capacity);
    }

    public int Count { get; private set; }

    public bool IsFull => Count == _orders.Length - 1;

    public ref OwnOrder this[int slot] => ref _orders[slot];

    /// <summary>The slot of a handle, 0 where it has none.</summary>
    public int Find(OrderHandle handle) => !handle.IsNone && _slots.TryGet(handle.Packed, out int slot) ? slot : 0;

    /// <summary>Takes a slot for an order whose handle has none; only while not full. 0 when the handle cannot be kept.</summary>
    public int Add(in OwnOrder order)
    {
        int slot = _free != 0 ? _free : _used + 1;
        if (_slots.TryAdd(order.Handle.Packed, slot) != IdMapResult.Added)
        {
            return 0;
        }

        if (slot == _free)
        {
            _free = _orders[slot].Next;
        }
        else
        {
            _used = slot;
        }

        Count++;
        _orders[slot] = order;
        return slot;
    }

    public void Remove(int slot)
    {
        _slots.TryRemove(_orders[slot].Handle.Packed, out _);
        _orders[slot].Next = _free;
        _free = slot;
        Count--;
    }

    public void Dispose() => _slots.Dispose();
}
