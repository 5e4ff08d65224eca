using System.Runtime.CompilerServices;

namespace LowLatency.Markets.Books;

/// <summary>The levels of a ladder outside its window: keys in ascending order with their levels beside them, in memory that the ladder owns.</summary>
internal unsafe struct FarLevels<TLevel>
    where TLevel : unmanaged
{
    private readonly long* _keys;
    private readonly TLevel* _levels;
    private int _count;

    public FarLevels(long* keys, TLevel* levels, int capacity)
    {
        _keys = keys;
        _levels = levels;
        Capacity = capacity;
    }

    public readonly int Count => _count;

    public int Capacity { get; }

    public readonly long KeyAt(int index) => _keys[index];

    public readonly TLevel* LevelAt(int index) => _levels + index;

    /// <summary>The index of the first key that is not below the given one.</summary>
    public readonly int LowerBound(long key)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_keys[middle] < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Makes room for <paramref name="count"/> levels at <paramref name="index"/>; the caller has seen that they fit and fills them.</summary>
    public void Open(int index, int count)
    {
        Move(index, index + count, _count - index);
        _count += count;
    }

    public readonly void Put(int index, long key, TLevel level)
    {
        _keys[index] = key;
        _levels[index] = level;
    }

    public void Close(int index, int count)
    {
        Move(index + count, index, _count - index - count);
        _count -= count;
    }

    public void Clear() => _count = 0;

    private readonly void Move(int from, int to, int count)
    {
        Buffer.MemoryCopy(_keys + from, _keys + to, count * (long)sizeof(long), count * (long)sizeof(long));
        Buffer.MemoryCopy(_levels + from, _levels + to, count * (long)Unsafe.SizeOf<TLevel>(), count * (long)Unsafe.SizeOf<TLevel>());
    }
}
