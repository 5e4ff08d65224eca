using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Orders;

/// <summary>Working orders by handle and by client id, all preallocated. Owned by the risk stage.</summary>
internal sealed unsafe class OrderStore : IDisposable
{
    private readonly SlotPool<OrderRecord> _pool;
    private readonly OrderRecord* _records;
    private readonly IdMap _byClOrdId;
    private readonly ulong[] _salts;
    private readonly ulong[] _highest;

    public OrderStore(int capacity, int strategies)
    {
        _pool = new SlotPool<OrderRecord>(capacity);
        _records = (OrderRecord*)Unsafe.AsPointer(ref _pool[0]);

        // A working order has one client id, and a second while a replacement is on its way.
        _byClOrdId = new IdMap(checked(capacity * 2));
        _highest = new ulong[strategies + 1];
        _salts = new ulong[strategies + 1];
        for (int i = 1; i <= strategies; i++)
        {
            _salts[i] = (ulong)i * 0x9E3779B97F4A7C15;
        }
    }

    /// <summary>Orders there can be at a time.</summary>
    public int Capacity => _pool.Capacity;

    /// <summary>Orders there are.</summary>
    public int Count => _pool.Count;

    public bool IsFull
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _pool.Count == _pool.Capacity;
    }

    /// <summary>The highest client id a strategy has used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ulong Highest(StrategyId strategy) => ref _highest[strategy.Value];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref OrderRecord At(int slot) => ref _records[slot];

    /// <summary>Takes a slot for an order; only while not full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OrderHandle Rent()
    {
        int slot = _pool.Rent();
        return new OrderHandle(slot, _pool.GenerationOf(slot));
    }

    /// <summary>Gives an order's slot back and forgets its ids.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Return(OrderHandle handle)
    {
        ref OrderRecord order = ref _pool[handle.Slot];
        Forget(order.Strategy, order.ClOrdId);
        _pool.Return(handle.Slot);
    }

    /// <summary>Gives a slot back that no id was remembered for.</summary>
    public void Drop(OrderHandle handle) => _pool.Return(handle.Slot);

    /// <summary>Remembers which slot a client id means. False when two strategies' ids collide or the map is full; the order must then be refused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRemember(StrategyId strategy, ulong clOrdId, int slot) => _byClOrdId.TryAdd(Key(strategy, clOrdId), slot) == IdMapResult.Added;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Forget(StrategyId strategy, ulong clOrdId) => _byClOrdId.TryRemove(Key(strategy, clOrdId), out _);

    /// <summary>True when the handle means an order that is still kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLive(OrderHandle handle) => _pool.IsCurrent(handle.Slot, handle.Generation);

    /// <summary>Finds the slot of a strategy's order by handle.</summary>
    public RejectReason Find(StrategyId strategy, OrderHandle handle, out OrderHandle found)
    {
        found = handle;
        if (IsLive(handle))
        {
            return Check(strategy, handle.Slot);
        }

        bool wasLive = (uint)handle.Slot < (uint)_pool.HighWater && !handle.IsNone && handle.Generation <= _pool.GenerationOf(handle.Slot);
        return wasLive ? RejectReason.OrderClosed : RejectReason.UnknownOrder;
    }

    /// <summary>Finds the slot of a strategy's order by client id.</summary>
    public RejectReason Find(StrategyId strategy, ulong clOrdId, out OrderHandle found)
    {
        if (_byClOrdId.TryGet(Key(strategy, clOrdId), out int slot))
        {
            ref OrderRecord order = ref _pool[slot];
            if (order.Strategy == strategy && (order.ClOrdId == clOrdId || order.ReplaceClOrdId == clOrdId))
            {
                found = new OrderHandle(slot, _pool.GenerationOf(slot));
                return Check(strategy, slot);
            }
        }

        found = default;
        return clOrdId != 0 && clOrdId <= _highest[strategy.Value] ? RejectReason.OrderClosed : RejectReason.UnknownOrder;
    }

    public void Dispose()
    {
        _pool.Dispose();
        _byClOrdId.Dispose();
    }

    private RejectReason Check(StrategyId strategy, int slot)
    {
        ref OrderRecord order = ref _pool[slot];
        return order.Strategy != strategy ? RejectReason.UnknownOrder : order.Status.IsFinal() ? RejectReason.OrderClosed : RejectReason.None;
    }

    /// <summary>One map serves all strategies: ids of different strategies meet only if they differ by exactly the difference of the salts, and then the later order is refused.</summary>
    private ulong Key(StrategyId strategy, ulong clOrdId) => clOrdId ^ _salts[strategy.Value];
}
