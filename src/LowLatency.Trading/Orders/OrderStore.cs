using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Orders;

/// <summary>Working orders by handle and by client id, and those completed last, all preallocated: the slot freed last is used next. Owned by the risk stage.</summary>
/// <remarks>
/// A handle is a slot and the slot's count of uses, from 1 and never 0; a slot is free while its status is None.
/// <code>
/// invariant  0 &lt;= count &lt;= capacity; count + completed &lt;= high water &lt;= slots
///            the free list holds exactly the slots below the high water whose status is None
///            a completed order is final, has nothing on its way, and ReplaceNext says that it is one
///            an order that is kept is in the index under its client id, and under that of a replacement on its way
/// </code>
/// </remarks>
internal sealed unsafe class OrderStore : IDisposable
{
    private const int None = -1;
    private const int Completed = -2;

    private readonly NativeBuffer<OrderRecord> _buffer;
    private readonly NativeBuffer<ulong> _highestBuffer;
    private readonly ClientIdIndex _index;
    private readonly OrderRecord* _records;
    private readonly ulong* _highest;
    private readonly NativeBuffer<int> _completedBuffer;
    private readonly int* _completed;
    private readonly int _mostCompleted;
    private int _completedCount;
    private int _oldest;
    private int _free = None;
    private uint _highWater;

    /// <param name="capacity">Orders there can be at a time.</param>
    /// <param name="completed">Completed orders that are kept beside them.</param>
    /// <param name="strategies">How many strategies there are.</param>
    public OrderStore(int capacity, int completed, int strategies)
    {
        int slots = capacity + completed;
        _buffer = new NativeBuffer<OrderRecord>(slots, hugePages: true);
        _records = _buffer.Start;
        _highestBuffer = new NativeBuffer<ulong>(strategies + 1);
        _highest = _highestBuffer.Start;
        _completedBuffer = new NativeBuffer<int>(Math.Max(completed, 1));
        _completed = _completedBuffer.Start;
        _index = new ClientIdIndex(_records, slots);
        _mostCompleted = completed;
        Capacity = capacity;
    }

    /// <summary>Orders there can be at a time.</summary>
    public int Capacity { get; }

    /// <summary>Orders there are, completed ones that are only kept apart.</summary>
    public int Count { get; private set; }

    /// <summary>One more than the highest slot ever used.</summary>
    public int HighWater => (int)_highWater;

    public bool IsFull
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Count == Capacity;
    }

    /// <summary>The highest client id a strategy has used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ulong Highest(StrategyId strategy) => ref _highest[strategy.Value];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref OrderRecord At(int slot) => ref _records[slot];

    /// <summary>Takes a slot for an order; only while not full. What its last use left there is still in it, but for what is on its way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref OrderRecord Rent(out int slot)
    {
        slot = _free;
        ref OrderRecord order = ref _records[slot];
        if (slot >= 0)
        {
            _free = order.Next;
        }
        else
        {
            slot = (int)_highWater++;
            order = ref _records[slot];
        }

        uint generation = order.Generation + 1;
        order.Generation = generation == 0 ? 1 : generation;
        Count++;
        return ref order;
    }

    /// <summary>Remembers which slot a new order's client id means.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remember(ref OrderRecord order, int slot, StrategyId strategy, ulong clOrdId) => _index.Add(ref order, slot, strategy, clOrdId);

    /// <summary>An order has ended and nothing is on its way for it: keeps it among the completed, of which the oldest gives its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Complete(ref OrderRecord order, int slot)
    {
        Count--;
        if (_mostCompleted == 0)
        {
            Free(ref order, slot);
            return;
        }

        order.ReplaceNext = Completed;
        if (_completedCount < _mostCompleted)
        {
            _completed[_completedCount++] = slot;
            return;
        }

        int oldest = _completed[_oldest];
        _completed[_oldest] = slot;
        _oldest = _oldest + 1 == _mostCompleted ? 0 : _oldest + 1;
        Free(ref _records[oldest], oldest);
    }

    /// <summary>Whether an order, which is final, is only kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCompleted(ref readonly OrderRecord order) => order.ReplaceNext == Completed;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Free(ref OrderRecord order, int slot)
    {
        _index.Remove(ref order, slot);
        order.Status = OrdStatus.None;
        order.ReplaceNext = None;
        order.Next = _free;
        _free = slot;
    }

    /// <summary>Remembers the client id of a replacement, too.</summary>
    public void RememberReplacement(ref OrderRecord order, int slot, ulong clOrdId)
    {
        order.ReplaceClOrdId = clOrdId;
        _index.AddReplacement(ref order, slot);
    }

    /// <summary>Forgets the client id of a replacement that was refused.</summary>
    public void ForgetReplacement(ref OrderRecord order, int slot)
    {
        _index.RemoveReplacement(ref order, slot);
        order.ReplaceClOrdId = 0;
    }

    /// <summary>Makes the replacement's client id the current one, and leaves the one it replaced in its stead.</summary>
    public void TakeReplacementId(ref OrderRecord order, int slot)
    {
        _index.RemoveReplacement(ref order, slot);
        _index.Remove(ref order, slot);
        (order.ClOrdId, order.ReplaceClOrdId) = (order.ReplaceClOrdId, order.ClOrdId);
        _index.Add(ref order, slot, order.Strategy, order.ClOrdId);
    }

    /// <summary>The order of a packed handle, or a null reference where it is not kept any more, or never was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref OrderRecord Live(ulong handle)
    {
        if ((uint)handle < _highWater)
        {
            ref OrderRecord order = ref _records[(uint)handle];
            if (order.Generation == (uint)(handle >> 32) && order.Status != OrdStatus.None)
            {
                return ref order;
            }
        }

        return ref Unsafe.NullRef<OrderRecord>();
    }

    /// <summary>The handle of the order in a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OrderHandle HandleOf(int slot) => new(slot, _records[slot].Generation);

    /// <summary>Finds the slot of a strategy's order by handle.</summary>
    public RejectReason Find(StrategyId strategy, OrderHandle handle, out OrderHandle found)
    {
        found = handle;
        ref OrderRecord order = ref Live(handle.Packed);
        if (!Unsafe.IsNullRef(ref order))
        {
            return Check(strategy, in order);
        }

        bool wasLive = (uint)handle.Slot < _highWater && !handle.IsNone && handle.Generation <= _records[handle.Slot].Generation;
        return wasLive ? RejectReason.OrderClosed : RejectReason.UnknownOrder;
    }

    /// <summary>Finds the slot of a strategy's order by client id.</summary>
    public RejectReason Find(StrategyId strategy, ulong clOrdId, out OrderHandle found)
    {
        int slot = _index.Find(strategy, clOrdId);
        if (slot >= 0)
        {
            found = HandleOf(slot);
            return Check(strategy, in _records[slot]);
        }

        found = default;
        return clOrdId != 0 && clOrdId <= _highest[strategy.Value] ? RejectReason.OrderClosed : RejectReason.UnknownOrder;
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _highestBuffer.Dispose();
        _completedBuffer.Dispose();
        _index.Dispose();
    }

    private static RejectReason Check(StrategyId strategy, ref readonly OrderRecord order) =>
        order.Strategy != strategy ? RejectReason.UnknownOrder : order.Status.IsFinal() ? RejectReason.OrderClosed : RejectReason.None;
}
