using System.Runtime.CompilerServices;

namespace LowLatency.Markets.Books;

/// <summary>
/// One side of a book whose prices mostly lie on a coarse grid and now and then on a finer one, as US equities do (cents, and 0.0001 below a dollar):
/// a dense ladder for the coarse prices, and one for the rest that takes memory when its first price comes.
/// </summary>
/// <remarks>
/// Prices are in units of which <c>coarse</c> and <c>fine</c> are whole multiples; both grids include zero. As of <see cref="PriceLadder{TSide, TLevel}"/>: never copy it,
/// dispose it once, one thread; a level pointer is valid until the next call that adds or removes.
/// Invariant: a price on the coarse grid has its level in the coarse ladder, every other one in the fine ladder.
/// </remarks>
public unsafe struct SplitLadder<TSide, TLevel> : IDisposable
    where TSide : struct, ILadderSide
    where TLevel : unmanaged
{
    private readonly long _coarseUnit;
    private readonly long _fineUnit;
    private readonly int _windowSize;
    private readonly int _farCapacity;
    private GrowingLadder<TSide, TLevel> _coarse;
    private GrowingLadder<TSide, TLevel> _fine;
    private bool _hasFine;

    /// <summary>An empty side.</summary>
    /// <param name="coarse">Units between prices of the coarse grid, a multiple of <paramref name="fine"/>.</param>
    /// <param name="fine">Units between prices of the fine grid, above 0.</param>
    /// <param name="windowSize">Of each ladder, at first.</param>
    /// <param name="farCapacity">Of each ladder, at first.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public SplitLadder(long coarse, long fine, int windowSize, int farCapacity)
    {
        if (fine <= 0 || coarse < fine || coarse % fine != 0)
        {
            throw new ArgumentException($"fine={fine} must be above 0 and coarse={coarse} a multiple of it");
        }

        _coarseUnit = coarse;
        _fineUnit = fine;
        _windowSize = windowSize;
        _farCapacity = farCapacity;
        _coarse = new(windowSize, farCapacity);
    }

    /// <summary>How many prices have a level.</summary>
    public readonly int Count => _coarse.Count + (_hasFine ? _fine.Count : 0);

    private readonly bool UsesFine => _hasFine && _fine.Count > 0;

    private static bool LowerIsWorse => TSide.Key(1) > TSide.Key(0);

    /// <summary>True when the price lies on the fine grid, and so can have a level.</summary>
    public readonly bool Fits(long price) => price % _coarseUnit == 0 || price % _fineUnit == 0;

    /// <summary>The best price, false when there is no level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryBest(out long price)
    {
        bool any = _coarse.TryBest(out long best);
        price = best * _coarseUnit;
        return UsesFine ? TryBetterFine(any, ref price) : any;
    }

    /// <summary>The level at a price, null when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TLevel* Find(long price)
    {
        (long coarse, long rest) = Math.DivRem(price, _coarseUnit);
        return rest == 0 ? _coarse.Find(coarse) : FindFine(price);
    }

    /// <summary>The level at a price, added with all bytes zero when there is none. Null, and nothing changed, off the fine grid and beyond a million levels far from the best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLevel* GetOrAdd(long price)
    {
        (long coarse, long rest) = Math.DivRem(price, _coarseUnit);
        return rest == 0 ? _coarse.GetOrAdd(coarse) : GetOrAddFine(price);
    }

    /// <summary>Takes a level out; false when there is none at that price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Remove(long price)
    {
        (long coarse, long rest) = Math.DivRem(price, _coarseUnit);
        return rest == 0 ? _coarse.Remove(coarse) : RemoveFine(price);
    }

    /// <summary>The best price that is worse than the given one, which need not have a level; false when there is none.</summary>
    public readonly bool TryNextWorse(long price, out long next)
    {
        bool any = _coarse.TryNextWorse(StartOf(price, _coarseUnit), out long worse);
        next = worse * _coarseUnit;
        if (!UsesFine || !_fine.TryNextWorse(StartOf(price, _fineUnit), out worse))
        {
            return any;
        }

        long fine = worse * _fineUnit;
        next = any && TSide.Key(next) > TSide.Key(fine) ? next : fine;
        return true;
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

    /// <summary>Removes every level from the best to the given price, that one included; returns how many.</summary>
    public int ClearFromBestTo(long price)
    {
        int removed = 0;
        while (TryBest(out long best) && TSide.Key(best) >= TSide.Key(price))
        {
            Remove(best);
            removed++;
        }

        return removed;
    }

    /// <summary>Asks the processor to load what an access to that price will touch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Prefetch(long price) => _coarse.Prefetch(price / _coarseUnit);

    /// <summary>Removes every level.</summary>
    public void Clear()
    {
        _coarse.Clear();
        if (_hasFine)
        {
            _fine.Clear();
        }
    }

    /// <summary>Checks the ladders' promises; false with the first broken one.</summary>
    public readonly bool CheckInvariants(out string broken)
    {
        bool ok = _coarse.CheckInvariants(out broken);
        return ok && _hasFine ? _fine.CheckInvariants(out broken) : ok;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        _coarse.Dispose();
        if (_hasFine)
        {
            _fine.Dispose();
        }

        this = default;
    }

    /// <summary>The grid price from which the ladder's own search finds the first worse one of that grid.</summary>
    private static long StartOf(long price, long unit)
    {
        (long floor, long rest) = Math.DivRem(price, unit);
        if (rest == 0)
        {
            return floor;
        }

        floor -= rest < 0 ? 1 : 0;
        return LowerIsWorse ? floor + 1 : floor;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool TryBetterFine(bool any, ref long price)
    {
        _fine.TryBest(out long best);
        long fine = best * _fineUnit;
        price = any && TSide.Key(price) > TSide.Key(fine) ? price : fine;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly TLevel* FindFine(long price)
    {
        (long fine, long rest) = Math.DivRem(price, _fineUnit);
        return rest == 0 && _hasFine ? _fine.Find(fine) : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TLevel* GetOrAddFine(long price)
    {
        (long fine, long rest) = Math.DivRem(price, _fineUnit);
        if (rest != 0)
        {
            return null;
        }

        if (!_hasFine)
        {
            _fine = new(_windowSize, _farCapacity);
            _hasFine = true;
        }

        return _fine.GetOrAdd(fine);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RemoveFine(long price)
    {
        (long fine, long rest) = Math.DivRem(price, _fineUnit);
        return rest == 0 && _hasFine && _fine.Remove(fine);
    }
}
