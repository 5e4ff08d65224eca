using System.Runtime.CompilerServices;

namespace LowLatency.Markets.Books;

/// <summary>A price ladder that takes more memory when its far store is full, for books whose depth nobody knows beforehand.</summary>
/// <remarks>
/// Growing allocates native memory and copies every level, in all a constant per level; a book whose depth has been seen before does not grow again.
/// As of <see cref="PriceLadder{TSide, TLevel}"/>: never copy it, dispose it once, one thread; a level pointer is valid until the next call that adds or removes.
/// </remarks>
public unsafe struct GrowingLadder<TSide, TLevel> : IDisposable
    where TSide : struct, ILadderSide
    where TLevel : unmanaged
{
    private const int MaxGrownWindow = 1 << 12;
    private PriceLadder<TSide, TLevel> _ladder;

    /// <summary>As of the ladder, with the sizes it starts from.</summary>
    /// <exception cref="ArgumentException">A number is out of range; lists every fault.</exception>
    public GrowingLadder(int windowSize, int farCapacity) => _ladder = new(windowSize, farCapacity);

    /// <summary>How many prices have a level.</summary>
    public readonly int Count => _ladder.Count;

    /// <summary>The best price, false when there is no level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryBest(out long price) => _ladder.TryBest(out price);

    /// <summary>The level of the best price, null when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TLevel* BestLevel() => _ladder.BestLevel();

    /// <summary>The level at a price, null when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TLevel* Find(long price) => _ladder.Find(price);

    /// <summary>The level at a price, added with all bytes zero when there is none. Null, and nothing changed, beyond a million levels far from the best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLevel* GetOrAdd(long price)
    {
        TLevel* level = _ladder.GetOrAdd(price);
        return level != null ? level : GrowAndAdd(price);
    }

    /// <summary>Takes a level out; false when there is none at that price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Remove(long price) => _ladder.Remove(price);

    /// <summary>The best price that is worse than the given one; false when there is none.</summary>
    public readonly bool TryNextWorse(long price, out long next) => _ladder.TryNextWorse(price, out next);

    /// <summary>Copies levels from the best to worse until the span is full or there are no more; returns how many.</summary>
    public readonly int CopyBest(Span<LadderLevel<TLevel>> into) => _ladder.CopyBest(into);

    /// <summary>Asks the processor to load what an access to that price will touch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Prefetch(long price) => _ladder.Prefetch(price);

    /// <summary>Removes every level.</summary>
    public void Clear() => _ladder.Clear();

    /// <summary>Removes every level from the best to the given price, that one included; returns how many.</summary>
    public int ClearFromBestTo(long price) => _ladder.ClearFromBestTo(price);

    /// <summary>Checks the ladder's promises; false with the first broken one.</summary>
    public readonly bool CheckInvariants(out string broken) => _ladder.CheckInvariants(out broken);

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _ladder.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TLevel* GrowAndAdd(long price)
    {
        int far = (int)Math.Min((long)_ladder.FarCapacity * 4, PriceLadder<TSide, TLevel>.MaxFarCapacity);
        if (far == _ladder.FarCapacity)
        {
            return null;
        }

        int window = _ladder.WindowSize >= MaxGrownWindow ? _ladder.WindowSize : _ladder.WindowSize * 2;
        PriceLadder<TSide, TLevel> larger = new(window, far);
        for (bool more = _ladder.TryBest(out long at); more; more = _ladder.TryNextWorse(at, out at))
        {
            *larger.GetOrAdd(at) = *_ladder.Find(at);
        }

        _ladder.Dispose();
        _ladder = larger;
        return _ladder.GetOrAdd(price);
    }
}
