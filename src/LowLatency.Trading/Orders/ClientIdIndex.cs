using System.Numerics;
using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Orders;

/// <summary>Finds the order of a strategy's client id. The links lie in the order records, so that remembering and forgetting touch one cell of four bytes beside the record. Owned by the <see cref="OrderStore"/>.</summary>
/// <remarks>
/// Chained hashing. A node is an order's current id (slot × 2) or the id of its replacement (slot × 2 + 1); a cell holds the node put in last, each node the next one.
/// A cell is chosen by the id's block of 64, times 2^64/φ (Knuth, The Art of Computer Programming, volume 3, section 6.4), and its place in the block, so that ids handed out one
/// after the other lie side by side. There are two cells a node: chains are short unless somebody chooses ids to make them long, which costs him time and nobody correctness.
/// </remarks>
internal sealed unsafe class ClientIdIndex : IDisposable
{
    private const int End = -1;
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private const int BlockBits = 6;
    private const ulong BlockMask = (1 << BlockBits) - 1;

    private readonly NativeBuffer<int> _buffer;
    private readonly OrderRecord* _orders;
    private readonly int* _cells;
    private readonly int _shift;
    private readonly uint _mask;

    public ClientIdIndex(OrderRecord* orders, int capacity)
    {
        int cells = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, 64) * 4);
        _buffer = new NativeBuffer<int>(cells, hugePages: true);
        _buffer.AsSpan(0, cells).Fill(End);
        _cells = _buffer.Start;
        _orders = orders;
        _mask = (uint)cells - 1;
        _shift = 64 - BitOperations.Log2((uint)cells);
    }

    /// <summary>Adds the current id of the order in a slot, given apart since the record may have been written a moment ago. It must not be there yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref OrderRecord order, int slot, StrategyId strategy, ulong clOrdId)
    {
        uint cell = Cell(strategy, clOrdId);
        order.Cell = cell;
        order.Next = _cells[cell];
        _cells[cell] = slot * 2;
    }

    /// <summary>Removes the current id of the order in a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(ref OrderRecord order, int slot)
    {
        int* cell = _cells + order.Cell;
        if (*cell == slot * 2)
        {
            *cell = order.Next;
        }
        else
        {
            Unlink(cell, slot * 2);
        }
    }

    /// <summary>Adds the id of the replacement of the order in a slot.</summary>
    public void AddReplacement(ref OrderRecord order, int slot)
    {
        int* cell = _cells + Cell(order.Strategy, order.ReplaceClOrdId);
        order.ReplaceNext = *cell;
        *cell = (slot * 2) + 1;
    }

    /// <summary>Removes the id of the replacement of the order in a slot.</summary>
    public void RemoveReplacement(ref OrderRecord order, int slot) => Unlink(_cells + Cell(order.Strategy, order.ReplaceClOrdId), (slot * 2) + 1);

    /// <summary>The slot of the order a client id means, -1 where there is none.</summary>
    public int Find(StrategyId strategy, ulong clOrdId)
    {
        int node = _cells[Cell(strategy, clOrdId)];
        while (node != End)
        {
            OrderRecord* order = _orders + (node >> 1);
            bool current = (node & 1) == 0;
            if ((current ? order->ClOrdId : order->ReplaceClOrdId) == clOrdId && order->Strategy == strategy)
            {
                return node >> 1;
            }

            node = current ? order->Next : order->ReplaceNext;
        }

        return -1;
    }

    public void Dispose() => _buffer.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Cell(StrategyId strategy, ulong clOrdId)
    {
        ulong block = (clOrdId >> BlockBits) + ((ulong)strategy.Value << 48);
        return ((uint)((block * Golden) >> _shift) ^ (uint)(clOrdId & BlockMask)) & _mask;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Unlink(int* link, int node)
    {
        while (*link != node)
        {
            OrderRecord* order = _orders + (*link >> 1);
            link = (*link & 1) == 0 ? &order->Next : &order->ReplaceNext;
        }

        OrderRecord* found = _orders + (node >> 1);
        *link = (node & 1) == 0 ? found->Next : found->ReplaceNext;
    }
}
