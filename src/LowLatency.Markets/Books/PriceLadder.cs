using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Markets.Books;

/// <summary>
/// One side of a book: levels by price in ticks, the best at hand. Prices inside a window of consecutive ticks are one array access away;
/// prices outside of it are kept sorted, and the window follows the market. Every price of long is valid.
/// </summary>
/// <typeparam name="TSide"><see cref="BidSide"/> or <see cref="AskSide"/>.</typeparam>
/// <typeparam name="TLevel">What the book keeps at a price; zeroed when a level is added.</typeparam>
/// <remarks>
/// An unmanaged struct over native memory: keep it in a field or in native memory, never copy it, <see cref="Dispose"/> it once. One thread.
/// A level pointer is valid until the next <see cref="GetOrAdd"/>, <see cref="Remove"/> or clearing call on the same ladder.
/// A key (see <see cref="ILadderSide"/>) of the window <c>[base, base + size)</c> lives in slot <c>key mod size</c>, so that the window moves without moving what stays in it:
/// only levels that leave it go to the far store, and far levels it reaches come back. It moves in <see cref="GetOrAdd"/> only: when it is empty, when as many calls as there
/// are levels would have been served by a window at the best price (so that moving costs a constant per call), or when the far store is full.
/// Invariant: <c>best = max(keys)</c>; a key is inside the window exactly when its bit is set, else in the far store; <c>far count &lt;= far capacity</c>.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 128)]
public unsafe struct PriceLadder<TSide, TLevel> : IDisposable
    where TSide : struct, ILadderSide
    where TLevel : unmanaged
{
    /// <summary>The smallest window, in ticks.</summary>
    public const int MinWindowSize = 64;

    /// <summary>The largest window, in ticks.</summary>
    public const int MaxWindowSize = 1 << 20;

    /// <summary>The largest far store, in levels.</summary>
    public const int MaxFarCapacity = 1 << 20;

    private const int MinTouchesToMove = 64;

    private readonly TLevel* _levels;
    private readonly OccupancyBitmap _bitmap;
    private readonly uint _mask;
    private int _count;
    private long _base;
    private long _best;
    private int _touches;
    private FarLevels<TLevel> _far;
    private readonly NativeBlock _memory;

    /// <summary>Takes all memory the ladder will ever use; pages of the window are touched only as prices use them.</summary>
    /// <param name="windowSize">Ticks in the window, a power of two.</param>
    /// <param name="farCapacity">The most levels kept outside the window, at least 1.</param>
    /// <exception cref="ArgumentException">A number is out of range; lists every fault.</exception>
    public PriceLadder(int windowSize, int farCapacity)
    {
        bool windowFits = BitOperations.IsPow2(windowSize) && windowSize is >= MinWindowSize and <= MaxWindowSize;
        bool farFits = farCapacity is >= 1 and <= MaxFarCapacity;
        if (!windowFits || !farFits)
        {
            string window = windowFits ? "" : $"windowSize={windowSize} must be a power of two from {MinWindowSize} to {MaxWindowSize}";
            string far = farFits ? "" : $"farCapacity={farCapacity} must be 1 to {MaxFarCapacity}";
            throw new ArgumentException(window + (windowFits || farFits ? "" : "; ") + far);
        }

        long levelBytes = ((windowSize * (long)sizeof(TLevel)) + 63) & -64;
        long bitmapBytes = OccupancyBitmap.WordsFor(windowSize) * (long)sizeof(ulong);
        long keyBytes = farCapacity * (long)sizeof(long);
        _memory = new(levelBytes + bitmapBytes + keyBytes + (farCapacity * (long)sizeof(TLevel)));
        byte* memory = _memory.Pointer;
        _levels = (TLevel*)memory;
        _bitmap = new((ulong*)(memory + levelBytes), windowSize);
        _far = new((long*)(memory + levelBytes + bitmapBytes), (TLevel*)(memory + levelBytes + bitmapBytes + keyBytes), farCapacity);
        _mask = (uint)windowSize - 1;
        _best = long.MinValue;
    }

    /// <summary>How many prices have a level.</summary>
    public readonly int Count => _count;

    /// <summary>How many of them stand outside the window.</summary>
    public readonly int FarCount => _far.Count;

    /// <summary>The most levels outside the window.</summary>
    public readonly int FarCapacity => _far.Capacity;

    /// <summary>Ticks in the window.</summary>
    public readonly int WindowSize => (int)(_mask + 1);

    /// <summary>True when no price has a level.</summary>
    public readonly bool IsEmpty => _count == 0;

    /// <summary>The best price; without meaning when the ladder is empty.</summary>
    public readonly long BestPrice => TSide.Key(_best);

    /// <summary>The best price, false when the ladder is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryBest(out long price)
    {
        price = TSide.Key(_best);
        return _count != 0;
    }

    /// <summary>The level of the best price, null when the ladder is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TLevel* BestLevel() => _count == 0 ? null : FindKey(_best);

    /// <summary>The level at a price, null when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TLevel* Find(long price) => FindKey(TSide.Key(price));

    /// <summary>The level at a price that has one: spares the question whether it has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TLevel* FindPresent(long price)
    {
        long key = TSide.Key(price);
        Debug.Assert(FindKey(key) != null, "there is no level at the price");
        return IsInWindow(key) ? _levels + ((uint)key & _mask) : FindFar(key);
    }

    /// <summary>The level at a price, added with all bytes zero when there is none. Null, and nothing changed, when it is outside the window and the far store is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLevel* GetOrAdd(long price)
    {
        long key = TSide.Key(price);
        return IsInWindow(key) ? GetOrAddNear(key) : GetOrAddFar(key);
    }

    /// <summary>True when <see cref="GetOrAdd"/> of that price cannot fail, now or after any number of removals. May be false where it would still succeed by moving the window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool CanAdd(long price) =>
        IsInWindow(TSide.Key(price)) || _far.Count < _far.Capacity || FindFar(TSide.Key(price)) != null;

    /// <summary>Takes a level out; false when there is none at that price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Remove(long price)
    {
        long key = TSide.Key(price);
        if (!IsInWindow(key))
        {
            return RemoveFar(key);
        }

        uint slot = (uint)key & _mask;
        if (!_bitmap.IsSet(slot))
        {
            return false;
        }

        _bitmap.Unset(slot);
        AfterRemove(key);
        return true;
    }

    /// <summary>The best price that is worse than the given one, which need not have a level; false when there is none.</summary>
    public readonly bool TryNextWorse(long price, out long next)
    {
        long key = TSide.Key(price);
        bool found = TryAtOrBelow(key - 1, out long below) && key != long.MinValue;
        next = TSide.Key(below);
        return found;
    }

    /// <summary>Copies levels from the best to worse until the span is full or there are no more; returns how many.</summary>
    public readonly int CopyBest(Span<LadderLevel<TLevel>> into)
    {
        int copied = 0;
        bool more = TryBest(out long price);
        while (more && copied < into.Length)
        {
            into[copied++] = new(price, *Find(price));
            more = TryNextWorse(price, out price);
        }

        return copied;
    }

    /// <summary>Asks the processor to load what <see cref="Find"/> and <see cref="GetOrAdd"/> of that price will touch. Changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Prefetch(long price) => Prefetcher.Load(_levels + ((uint)TSide.Key(price) & _mask));

    /// <summary>Removes every level.</summary>
    public void Clear()
    {
        _bitmap.Clear();
        _far.Clear();
        _count = 0;
        _best = long.MinValue;
        _touches = 0;
    }

    /// <summary>Removes every level from the best to the given price, that one included; returns how many.</summary>
    public int ClearFromBestTo(long price)
    {
        int removed = 0;
        while (_count != 0 && _best >= TSide.Key(price))
        {
            Remove(TSide.Key(_best));
            removed++;
        }

        return removed;
    }

    /// <summary>Gives the memory back; the ladder must not be used again.</summary>
    public void Dispose()
    {
        _memory.Dispose();
        this = default;
    }

    /// <summary>Checks everything the remarks of the type promise, in time proportional to the number of levels; false with the first broken promise.</summary>
    public readonly bool CheckInvariants(out string broken)
    {
        int near = 0;
        long previous = 0;
        long last = _base + _mask;
        for (bool more = TryNearAtOrBelow(last, out long key); more; more = key > _base && TryNearAtOrBelow(key - 1, out key))
        {
            if (near++ > 0 && key >= previous)
            {
                broken = $"key={key} follows key={previous} in the window";
                return false;
            }

            previous = key;
        }

        for (int i = 0; i < _far.Count; i++)
        {
            if ((i > 0 && _far.KeyAt(i) <= _far.KeyAt(i - 1)) || IsInWindow(_far.KeyAt(i)))
            {
                broken = $"far key={_far.KeyAt(i)} at index={i} is out of order or inside the window from base={_base}";
                return false;
            }
        }

        bool any = TryAtOrBelow(long.MaxValue, out long best);
        broken = near + _far.Count != _count ? $"near={near} + far={_far.Count} levels are not count={_count}"
            : _far.Count > _far.Capacity ? $"far={_far.Count} is above farCapacity={_far.Capacity}"
            : any != (_count != 0) || best != _best ? $"best={_best} is not the greatest key={best}"
            : "";
        return broken.Length == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsInWindow(long key) => (ulong)(key - _base) <= _mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TLevel* FindKey(long key)
    {
        uint slot = (uint)key & _mask;
        return !IsInWindow(key) ? FindFar(key) : _bitmap.IsSet(slot) ? _levels + slot : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly TLevel* FindFar(long key)
    {
        int index = _far.LowerBound(key);
        return index < _far.Count && _far.KeyAt(index) == key ? _far.LevelAt(index) : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLevel* GetOrAddNear(long key)
    {
        uint slot = (uint)key & _mask;
        TLevel* level = _levels + slot;
        if (!_bitmap.IsSet(slot))
        {
            _bitmap.Set(slot);
            *level = default;
            AfterAdd(key);
        }

        return level;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TLevel* GetOrAddFar(long key)
    {
        MoveWindowIfDue(key);
        if (IsInWindow(key))
        {
            return GetOrAddNear(key);
        }

        int index = _far.LowerBound(key);
        if (index < _far.Count && _far.KeyAt(index) == key)
        {
            return _far.LevelAt(index);
        }

        if (_far.Count == _far.Capacity)
        {
            return null;
        }

        _far.Open(index, 1);
        _far.Put(index, key, default);
        AfterAdd(key);
        return _far.LevelAt(index);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RemoveFar(long key)
    {
        int index = _far.LowerBound(key);
        if (index == _far.Count || _far.KeyAt(index) != key)
        {
            return false;
        }

        _far.Close(index, 1);
        AfterRemove(key);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AfterAdd(long key)
    {
        _count++;
        if (key > _best)
        {
            _best = key;
        }

        AssertBest();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AfterRemove(long key)
    {
        _count--;
        if (key == _best)
        {
            TryAtOrBelow(key, out _best);
        }

        AssertBest();
    }

    /// <summary>The greatest key not above the given one; long.MinValue with false when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryAtOrBelow(long key, out long found)
    {
        bool near = TryNearAtOrBelow(Math.Min(key, _base + _mask), out found);
        return _far.Count == 0 ? near : TryFarAtOrBelow(key, near, ref found);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryNearAtOrBelow(long key, out long found)
    {
        found = long.MinValue;
        if (key < _base)
        {
            return false;
        }

        int slot = _bitmap.AtOrBelow((uint)key & _mask);
        if (slot < 0)
        {
            return false;
        }

        // The search goes round the ring: a key above the given one means that it passed the base and came in again at the top.
        long candidate = _base + (((uint)slot - (uint)_base) & _mask);
        if (candidate > key)
        {
            return false;
        }

        found = candidate;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool TryFarAtOrBelow(long key, bool near, ref long found)
    {
        int above = key == long.MaxValue ? _far.Count : _far.LowerBound(key + 1);
        if (above == 0 || (near && _far.KeyAt(above - 1) < found))
        {
            return near;
        }

        found = _far.KeyAt(above - 1);
        return true;
    }

    private void MoveWindowIfDue(long key)
    {
        long market = _count == 0 ? key : Math.Max(key, _best);
        long target = WindowBaseFor(market);
        bool helps = (ulong)(key - target) <= _mask;
        bool empty = _count == _far.Count;
        bool full = _far.Count == _far.Capacity;
        if (empty || (helps && (full || ++_touches >= Math.Max(MinTouchesToMove, _count))))
        {
            MoveWindow(target);
            _touches = 0;
        }
    }

    /// <summary>The window leaves a quarter of itself for prices that improve on the best.</summary>
    private readonly long WindowBaseFor(long best)
    {
        long below = _mask - (_mask >> 2);
        long start = best < long.MinValue + below ? long.MinValue : best - below;
        return Math.Min(start, long.MaxValue - _mask);
    }

    /// <summary>Does nothing when the levels that would leave the window do not fit into the far store.</summary>
    private void MoveWindow(long target)
    {
        if (target == _base)
        {
            return;
        }

        bool up = target > _base;
        long last = _base + _mask;
        long low = up ? _base : Math.Max(_base, target + _mask + 1);
        long high = up ? Math.Min(last, target - 1) : last;
        int leaving = 0;
        for (bool more = TryNearAtOrBelow(high, out long key); more && key >= low; more = key > low && TryNearAtOrBelow(key - 1, out key))
        {
            if (++leaving > _far.Capacity - _far.Count)
            {
                return;
            }
        }

        int index = _far.LowerBound(low);
        _far.Open(index, leaving);
        for (int i = index + leaving - 1; i >= index; i--)
        {
            TryNearAtOrBelow(high, out long key);
            uint slot = (uint)key & _mask;
            _far.Put(i, key, _levels[slot]);
            _bitmap.Unset(slot);
        }

        _base = target;
        int first = _far.LowerBound(target);
        int entering = first;
        for (; entering < _far.Count && IsInWindow(_far.KeyAt(entering)); entering++)
        {
            uint slot = (uint)_far.KeyAt(entering) & _mask;
            _levels[slot] = *_far.LevelAt(entering);
            _bitmap.Set(slot);
        }

        _far.Close(first, entering - first);
        AssertInvariants();
    }

    [Conditional("DEBUG")]
    private readonly void AssertBest() => Debug.Assert(_count == 0 ? _best == long.MinValue : FindKey(_best) != null, "the best price has no level");

    [Conditional("DEBUG")]
    private readonly void AssertInvariants() => Debug.Assert(CheckInvariants(out string broken), broken);
}
