using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Books;

/// <summary>The displayed size of every price of one instrument, from a feed of levels or of quotes. One thread.</summary>
/// <remarks>
/// Takes <see cref="MarketEventKind.LevelSet"/>, <see cref="MarketEventKind.LevelsCleared"/> and <see cref="MarketEventKind.Quote"/>; the caller has chosen the events of its instrument.
/// The book is what the feed says: bid and ask may cross between the events of one change.
/// </remarks>
public sealed unsafe class LevelBook : IDisposable
{
    private SplitLadder<BidSide, long> _bids;
    private SplitLadder<AskSide, long> _asks;

    /// <summary>An empty book.</summary>
    /// <param name="tickSize">The grid of all prices.</param>
    /// <param name="coarseTickSize">The grid most prices lie on, a multiple of the tick; null when that is the tick itself.</param>
    /// <param name="windowSize">Ticks around the best price that are fastest to reach, a power of two from 64; more are taken as needed.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public LevelBook(Price tickSize, Price? coarseTickSize = null, int windowSize = 1024)
    {
        long coarse = (coarseTickSize ?? tickSize).Raw;
        _bids = new(coarse, tickSize.Raw, windowSize, windowSize);
        _asks = new(coarse, tickSize.Raw, windowSize, windowSize);
    }

    /// <summary>Best price and size of both sides.</summary>
    public TopOfBook Top
    {
        get
        {
            PriceLevel bid = _bids.TryBest(out long bidPrice) ? new(new(bidPrice), new(*_bids.Find(bidPrice))) : default;
            PriceLevel ask = _asks.TryBest(out long askPrice) ? new(new(askPrice), new(*_asks.Find(askPrice))) : default;
            return new(bid.Price, bid.Quantity, ask.Price, ask.Quantity);
        }
    }

    /// <summary>How many prices of a side have a displayed size.</summary>
    public int CountOf(Side side) => side == Side.Buy ? _bids.Count : _asks.Count;

    /// <summary>Changes the book as the event says.</summary>
    public BookUpdate Apply(in MarketEvent change)
    {
        switch (change.Kind)
        {
            case MarketEventKind.LevelSet:
                return change.Side == Side.Buy ? Set(ref _bids, in change)
                    : change.Side == Side.Sell ? Set(ref _asks, in change)
                    : BookUpdate.InvalidSide;
            case MarketEventKind.LevelsCleared:
                return change.Side == Side.Buy ? Clear(ref _bids, change.Price.Raw)
                    : change.Side == Side.Sell ? Clear(ref _asks, change.Price.Raw)
                    : BookUpdate.InvalidSide;
            case MarketEventKind.Quote:
                return change.Side == Side.Buy ? Quote(ref _bids, in change)
                    : change.Side == Side.Sell ? Quote(ref _asks, in change)
                    : BookUpdate.InvalidSide;
            default:
                return BookUpdate.None;
        }
    }

    /// <summary>The displayed size at a price.</summary>
    public Quantity QuantityAt(Side side, Price price)
    {
        long* level = side == Side.Buy ? _bids.Find(price.Raw) : _asks.Find(price.Raw);
        return level == null ? default : new(*level);
    }

    /// <summary>Copies the levels of a side from the best on; returns how many.</summary>
    public int CopyBest(Side side, Span<PriceLevel> into) => side == Side.Buy ? CopyBest(ref _bids, into) : CopyBest(ref _asks, into);

    /// <summary>Removes every level.</summary>
    public void Clear()
    {
        _bids.Clear();
        _asks.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _bids.Dispose();
        _asks.Dispose();
    }

    private static BookUpdate Set<TSide>(ref SplitLadder<TSide, long> side, in MarketEvent change)
        where TSide : struct, ILadderSide
    {
        long price = change.Price.Raw;
        if (price <= 0 || !side.Fits(price))
        {
            return BookUpdate.InvalidPrice;
        }

        if (change.Quantity.Raw <= 0)
        {
            if (change.Quantity.Raw < 0)
            {
                return BookUpdate.InvalidQuantity;
            }

            side.Remove(price);
            return BookUpdate.Applied;
        }

        long* level = side.GetOrAdd(price);
        if (level == null)
        {
            return BookUpdate.Full;
        }

        *level = change.Quantity.Raw;
        return BookUpdate.Applied;
    }

    private static BookUpdate Clear<TSide>(ref SplitLadder<TSide, long> side, long price)
        where TSide : struct, ILadderSide
    {
        if (price == 0)
        {
            side.Clear();
        }
        else
        {
            side.ClearFromBestTo(price);
        }

        return BookUpdate.Applied;
    }

    private static BookUpdate Quote<TSide>(ref SplitLadder<TSide, long> side, in MarketEvent change)
        where TSide : struct, ILadderSide
    {
        if (change.Quantity.Raw < 0)
        {
            return BookUpdate.InvalidQuantity;
        }

        if (change.Quantity.Raw > 0 && (change.Price.Raw <= 0 || !side.Fits(change.Price.Raw)))
        {
            return BookUpdate.InvalidPrice;
        }

        side.Clear();
        return change.Quantity.Raw == 0 ? BookUpdate.Applied : Set(ref side, in change);
    }

    private static int CopyBest<TSide>(ref SplitLadder<TSide, long> side, Span<PriceLevel> into)
        where TSide : struct, ILadderSide
    {
        int copied = 0;
        bool more = side.TryBest(out long price);
        while (more && copied < into.Length)
        {
            into[copied++] = new(new(price), new(*side.Find(price)));
            more = side.TryNextWorse(price, out price);
        }

        return copied;
    }
}
