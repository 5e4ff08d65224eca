using System.Numerics;
using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Collections;

/// <summary>A map from 64-bit ids, 0 included, to numbers: of fixed capacity, without allocation after construction. One thread.</summary>
/// <remarks>
/// Open addressing with linear probing in a table at most half full. Keys are taken in blocks of 64 consecutive ones: a block's home is the top bits of
/// its number × 2^64/φ (Fibonacci hashing: Knuth, The Art of Computer Programming, volume 3, section 6.4), and a key stands at its own place in the
/// block, so that ids handed out one after the other lie one after the other in memory. While every key stands at its home a removal only empties its
/// cell; else it shifts the rest of its run back (algorithm R there), so that the table never wears out. An adversary who chooses the keys can make runs long, and operations slow, but not wrong.
/// <code>
/// invariant  from a key's home to its place no cell is vacant
/// </code>
/// </remarks>
public sealed unsafe class IdMap : IDisposable
{
    /// <summary>The most pairs a map may be made for.</summary>
    public const int LargestCapacity = 1 << 29;

    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private const int BlockBits = 6;
    private const int BlockMask = (1 << BlockBits) - 1;

    private readonly NativeBuffer<Cell> _table;
    private readonly int _shift;
    private readonly int _mask;
    private Cell* _cells;
    private int _strays;

    /// <summary>Takes the memory: 32 to 64 bytes a pair.</summary>
    /// <param name="capacity">Pairs at most, 1 to <see cref="LargestCapacity"/>.</param>
    /// <param name="hugePages">Asks the system to back the table with huge pages.</param>
    /// <exception cref="ArgumentException">The capacity is out of range.</exception>
    public IdMap(int capacity, bool hugePages = false)
    {
        if (capacity is < 1 or > LargestCapacity)
        {
            throw new ArgumentException($"capacity={capacity} must be from 1 to {LargestCapacity}", nameof(capacity));
        }

        int cells = (int)BitOperations.RoundUpToPowerOf2((uint)capacity * 2);
        _table = new NativeBuffer<Cell>(cells, hugePages);
        _cells = _table.Start;
        _mask = cells - 1;
        _shift = 64 - BitOperations.Log2((uint)cells);
        Capacity = capacity;
    }

    /// <summary>Pairs at most; 0 once disposed.</summary>
    public int Capacity { get; private set; }

    /// <summary>Pairs now.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a pair.</summary>
    public IdMapResult TryAdd(ulong key, int value)
    {
        if (Capacity == 0)
        {
            return IdMapResult.Full;
        }

        int home = Home(key);
        int index = Find(key, home);
        ref Cell cell = ref _cells[index];
        if (cell.Used)
        {
            return IdMapResult.Duplicate;
        }

        if (Count == Capacity)
        {
            return IdMapResult.Full;
        }

        cell.Key = key;
        cell.Value = value;
        cell.Used = true;
        _strays += index == home ? 0 : 1;
        Count++;
        return IdMapResult.Added;
    }

    /// <summary>The value of a key.</summary>
    /// <returns>False, and a value of 0, if the key is not there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(ulong key, out int value)
    {
        if (Count == 0)
        {
            value = 0;
            return false;
        }

        ref Cell cell = ref _cells[Find(key, Home(key))];
        value = cell.Value;
        return cell.Used;
    }

    /// <summary>Removes a pair and tells its value.</summary>
    /// <returns>False, and a value of 0, if the key is not there.</returns>
    public bool TryRemove(ulong key, out int value)
    {
        value = 0;
        if (Count == 0)
        {
            return false;
        }

        int home = Home(key);
        int index = Find(key, home);
        if (!_cells[index].Used)
        {
            return false;
        }

        value = _cells[index].Value;
        Count--;
        _strays -= index == home ? 0 : 1;
        if (_strays == 0)
        {
            // Every other key stands at its home: none can move into the hole.
            _cells[index] = default;
        }
        else
        {
            Vacate(index);
        }

        return true;
    }

    /// <summary>Removes all pairs.</summary>
    public void Clear()
    {
        _table.Clear();
        Count = _strays = 0;
    }

    /// <summary>Frees the memory; afterwards the map is empty and full.</summary>
    public void Dispose()
    {
        Capacity = Count = 0;
        _cells = null;
        _table.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Home(ulong key) => ((int)(((key >> BlockBits) * Golden) >> _shift) & ~BlockMask & _mask) | ((int)key & BlockMask & _mask);

    // The key's cell, or the vacant one where it would go; at least half of the cells are vacant, so the walk ends.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ulong key, int home)
    {
        int index = home;
        while (_cells[index].Used && _cells[index].Key != key)
        {
            index = (index + 1) & _mask;
        }

        return index;
    }

    // Moves each later cell of the run into the hole unless its home lies after the hole.
    private void Vacate(int hole)
    {
        int index = hole;
        while (true)
        {
            index = (index + 1) & _mask;
            if (!_cells[index].Used)
            {
                break;
            }

            int fromHome = (index - Home(_cells[index].Key)) & _mask;
            if (fromHome >= ((index - hole) & _mask))
            {
                _strays -= fromHome == ((index - hole) & _mask) ? 1 : 0;
                _cells[hole] = _cells[index];
                hole = index;
            }
        }

        _cells[hole] = default;
    }

    private struct Cell
    {
        public ulong Key;
        public int Value;
        public bool Used;
    }
}
