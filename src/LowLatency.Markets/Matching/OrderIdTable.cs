using System.Numerics;
using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;

namespace LowLatency.Markets.Matching;

/// <summary>The slots of a book's open orders by id: a table as large as the orders that are open ask for, not as the ids that were ever used, so that it stays in cache.</summary>
/// <remarks>
/// Open addressing with linear probing over cells of 8 bytes, id in the low half and slot in the high half, all zero when vacant; at most one cell in four is used.
/// The home of an id is a hashed block of eight cells, one cache line, and its place there, so that ids handed out in a row share lines. A removal moves later cells of the run back, so that the table
/// does not wear out. A table of n cells stands in the cells n to 2n of memory that is taken at start and touched as it grows; growing places every order anew.
/// <code>
/// invariant  from an id's home to its cell no cell is vacant
/// </code>
/// </remarks>
internal unsafe struct OrderIdTable
{
    private const uint Golden = 0x9E37_79B1;
    private const int BlockBits = 3;
    private const uint BlockMask = (1 << BlockBits) - 1;
    private const uint LeastCells = 1 << 10;
    private const int CellsPerOrder = 4;

    private readonly ulong* _memory;
    private ulong* _cells;
    private uint _mask;
    private int _shift;
    private uint _most;
    private uint _count;

    /// <summary>Uses zeroed memory of <see cref="SizeBytes"/> that somebody else owns.</summary>
    public OrderIdTable(byte* memory)
    {
        _memory = (ulong*)memory;
        Resize(LeastCells);
    }

    /// <summary>How much memory a table for so many orders takes.</summary>
    public static long SizeBytes(int maxOrders) =>
        2L * sizeof(ulong) * Math.Max(LeastCells, BitOperations.RoundUpToPowerOf2((uint)maxOrders) * CellsPerOrder);

    /// <summary>The cell of an id: its own, or the vacant one where it would go. Valid until the next <see cref="Put"/> or <see cref="Remove(uint)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint CellOf(uint id)
    {
        uint index = Home(id);
        for (ulong cell = _cells[index]; cell != 0 && (uint)cell != id; cell = _cells[index])
        {
            index = (index + 1) & _mask;
        }

        return index;
    }

    /// <summary>The slot in a cell, 0 when it is vacant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int SlotIn(uint cell) => (int)(_cells[cell] >> 32);

    /// <summary>The slot of an id, 0 when it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int SlotOf(uint id) => SlotIn(CellOf(id));

    /// <summary>Gives an id without a slot one, above 0, in the vacant cell found for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint cell, uint id, int slot)
    {
        _cells[cell] = ((ulong)(uint)slot << 32) | id;
        if (++_count > _most)
        {
            Grow();
        }
    }

    /// <summary>Makes the cell of an id vacant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(uint cell)
    {
        _count--;
        if (_cells[(cell + 1) & _mask] == 0)
        {
            _cells[cell] = 0;
        }
        else
        {
            RemoveFromRun(cell);
        }
    }

    /// <summary>Asks the processor to load the cell of an id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Prefetch(uint id) => Prefetcher.Load(_cells + Home(id));

    /// <summary>Removes every id, and goes back to the smallest table.</summary>
    public void Clear()
    {
        new Span<ulong>(_cells, (int)(_mask + 1)).Clear();
        _count = 0;
        Resize(LeastCells);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint Home(uint id) => (((id >> BlockBits) * Golden >> _shift) << BlockBits) | (id & BlockMask);

    private void Resize(uint cells)
    {
        _cells = _memory + cells;
        _mask = cells - 1;
        _shift = 32 - (BitOperations.Log2(cells) - BlockBits);
        _most = cells / CellsPerOrder;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        ulong* old = _cells;
        uint size = _mask + 1;
        Resize(size * 2);
        for (uint i = 0; i < size; i++)
        {
            if (old[i] != 0)
            {
                _cells[CellOf((uint)old[i])] = old[i];
                old[i] = 0;
            }
        }
    }

    /// <summary>Moves each later cell of the run into the hole unless its home lies behind the hole.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void RemoveFromRun(uint hole)
    {
        for (uint index = (hole + 1) & _mask; _cells[index] != 0; index = (index + 1) & _mask)
        {
            if (((index - Home((uint)_cells[index])) & _mask) >= ((index - hole) & _mask))
            {
                _cells[hole] = _cells[index];
                hole = index;
            }
        }

        _cells[hole] = 0;
    }
}
