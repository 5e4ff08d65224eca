using System.Numerics;
using LowLatency.Primitives.Collections;

namespace LowLatency.Trading.Risk.Ledger;

/// <summary>The orders sent lately, found by what they ask for. A bounded number: while it is full of orders that still count, no order can be judged.</summary>
/// <remarks>A ring in the order of sending with chains through it; the oldest entry is the last of its chain.</remarks>
internal sealed unsafe class SentOrders : IDisposable
{
    private const int None = -1;

    private readonly NativeBuffer<SentOrder> _entriesBuffer;
    private readonly NativeBuffer<int> _chainsBuffer;
    private readonly SentOrder* _entries;
    private readonly int* _chains;
    private readonly int _mask;
    private long _oldest;
    private long _next;

    /// <summary>Takes the memory for so many orders, a power of two.</summary>
    public SentOrders(int capacity)
    {
        _entriesBuffer = new NativeBuffer<SentOrder>(capacity);
        _chainsBuffer = new NativeBuffer<int>(BitOperations.RoundUpToPowerOf2((uint)capacity));
        _entries = _entriesBuffer.Start;
        _chains = _chainsBuffer.Start;
        _mask = capacity - 1;
        new Span<int>(_chains, capacity).Fill(None);
    }

    /// <summary>Orders it can hold.</summary>
    public int Capacity => _mask + 1;

    /// <summary>Whether there is no room for another order.</summary>
    public bool IsFull => _next - _oldest > _mask;

    /// <summary>Forgets what was sent before a time.</summary>
    public void Forget(long beforeNs)
    {
        while (_oldest < _next && _entries[_oldest & _mask].TimeNs < beforeNs)
        {
            Unlink((int)(_oldest++ & _mask));
        }

        // An empty ring begins at its first entry again, so that few orders stay in few cache lines.
        if (_oldest == _next)
        {
            _oldest = _next = 0;
        }
    }

    /// <summary>When the like of an order was sent last; <see cref="long.MinValue"/> where none is remembered.</summary>
    public long LastSentNs(ref readonly SentOrder order)
    {
        for (int i = _chains[order.Hash() & (uint)_mask]; i != None; i = _entries[i].Next)
        {
            if (_entries[i].IsLike(in order))
            {
                return _entries[i].TimeNs;
            }
        }

        return long.MinValue;
    }

    /// <summary>Remembers an order; only while not full.</summary>
    public void Add(in SentOrder order)
    {
        int index = (int)(_next++ & _mask);
        ref int chain = ref _chains[order.Hash() & (uint)_mask];
        _entries[index] = order;
        _entries[index].Next = chain;
        chain = index;
    }

    public void Dispose()
    {
        _entriesBuffer.Dispose();
        _chainsBuffer.Dispose();
    }

    private void Unlink(int index)
    {
        ref int link = ref _chains[_entries[index].Hash() & (uint)_mask];
        while (link != index)
        {
            link = ref _entries[link].Next;
        }

        link = None;
    }
}
