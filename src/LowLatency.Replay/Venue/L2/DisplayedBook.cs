using LowLatency.Markets.Books;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Replay.Venue.L2;

/// <summary>The displayed levels of one instrument with best prices that never cross: where a feed leaves an old level beyond a newer one, the newer one is right.</summary>
/// <remarks>
/// <code>
/// bestBid &lt; bestAsk
/// a new level better than the best of its side becomes the best; the other side's best is then its first level beyond it
/// when the best level goes, the next worse one is the best
/// </code>
/// Levels passed over stay in the book until the feed removes them. Prices and quantities are raw 1e-8.
/// </remarks>
internal sealed unsafe class DisplayedBook(Price tickSize) : IDisposable
{
    /// <summary>The best bid where there is none: below every price.</summary>
    public const long NoBid = long.MinValue;

    /// <summary>The best ask where there is none: above every price.</summary>
    public const long NoAsk = long.MaxValue;

    private const int WindowSize = 8192;

    private SplitLadder<BidSide, long> _bids = new(tickSize.Raw, tickSize.Raw, WindowSize, WindowSize);
    private SplitLadder<AskSide, long> _asks = new(tickSize.Raw, tickSize.Raw, WindowSize, WindowSize);

    /// <summary>The best bid, or <see cref="NoBid"/>.</summary>
    public long BestBid { get; private set; } = NoBid;

    /// <summary>The best ask, or <see cref="NoAsk"/>.</summary>
    public long BestAsk { get; private set; } = NoAsk;

    /// <summary>What is displayed at a bid price.</summary>
    public long BidAt(long price) => At(_bids.Find(price));

    /// <summary>What is displayed at an ask price.</summary>
    public long AskAt(long price) => At(_asks.Find(price));

    /// <summary>Sets a bid level; 0 removes it.</summary>
    /// <returns>False for a price not above zero or off the tick, a negative quantity, or when there are too many levels: nothing is changed.</returns>
    public bool SetBid(long price, long quantity)
    {
        if (!Set(ref _bids, price, quantity))
        {
            return false;
        }

        if (quantity == 0 && price == BestBid)
        {
            BestBid = _bids.TryNextWorse(price, out long next) ? next : NoBid;
        }
        else if (quantity > 0 && price > BestBid)
        {
            BestBid = price;
            if (price >= BestAsk)
            {
                BestAsk = _asks.TryNextWorse(price, out long next) ? next : NoAsk;
            }
        }

        return true;
    }

    /// <summary>Sets an ask level; 0 removes it.</summary>
    /// <returns>As <see cref="SetBid"/>.</returns>
    public bool SetAsk(long price, long quantity)
    {
        if (!Set(ref _asks, price, quantity))
        {
            return false;
        }

        if (quantity == 0 && price == BestAsk)
        {
            BestAsk = _asks.TryNextWorse(price, out long next) ? next : NoAsk;
        }
        else if (quantity > 0 && price < BestAsk)
        {
            BestAsk = price;
            if (price <= BestBid)
            {
                BestBid = _bids.TryNextWorse(price, out long next) ? next : NoBid;
            }
        }

        return true;
    }

    /// <summary>Removes bids from the best down to and including a price; 0 removes all.</summary>
    public void ClearBids(long price)
    {
        if (price == 0)
        {
            _bids.Clear();
        }
        else
        {
            _bids.ClearFromBestTo(price);
        }

        BestBid = _bids.TryBest(out long best) ? best : NoBid;
    }

    /// <summary>Removes asks from the best up to and including a price; 0 removes all.</summary>
    public void ClearAsks(long price)
    {
        if (price == 0)
        {
            _asks.Clear();
        }
        else
        {
            _asks.ClearFromBestTo(price);
        }

        BestAsk = _asks.TryBest(out long best) ? best : NoAsk;
    }

    public void Dispose()
    {
        _bids.Dispose();
        _asks.Dispose();
    }

    private static long At(long* level) => level == null ? 0 : *level;

    private static bool Set<TSide>(ref SplitLadder<TSide, long> side, long price, long quantity)
        where TSide : struct, ILadderSide
    {
        if (price <= 0 || quantity < 0 || !side.Fits(price))
        {
            return false;
        }

        if (quantity == 0)
        {
            side.Remove(price);
            return true;
        }

        long* level = side.GetOrAdd(price);
        if (level == null)
        {
            return false;
        }

        *level = quantity;
        return true;
    }
}
