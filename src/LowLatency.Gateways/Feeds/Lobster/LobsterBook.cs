using LowLatency.Markets.Books;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Lobster;

/// <summary>The displayed size of every price that can be known from a LOBSTER file: the levels of one row of its order-book file, and the message rows that follow. One thread.</summary>
/// <remarks>
/// The files show so many levels a side and no events beyond them, so what rests at a price that was once beyond is not known any more.
/// A price is known (<see cref="IsKnown"/>) when it is as good as the worst one shown in every row so far, or better; levels that are not are forgotten, messages there left alone.
/// On a side that shows fewer levels than it could, all prices are known.
/// </remarks>
public sealed unsafe class LobsterBook : IDisposable
{
    private const int CentPrice4 = 100;
    private SplitLadder<BidSide, long> _bids = new(CentPrice4, 1, 1024, 256);
    private SplitLadder<AskSide, long> _asks = new(CentPrice4, 1, 1024, 256);
    private readonly int _depth;
    private long _worstBid = 1;
    private long _worstAsk = long.MaxValue;

    /// <summary>The book of a row.</summary>
    /// <param name="levels">The row.</param>
    /// <param name="depth">How many levels a side the file shows at most.</param>
    /// <exception cref="ArgumentException">The row has more levels than that, or prices that are not above 0.</exception>
    public LobsterBook(LobsterLevels levels, int depth)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (depth < 1 || levels.Asks.Count > depth || levels.Bids.Count > depth || levels.Asks.Concat(levels.Bids).Any(level => level.Price4 <= 0))
        {
            throw new ArgumentException($"asks={levels.Asks.Count} and bids={levels.Bids.Count} must be at most depth={depth}, which is above 0, with prices above 0", nameof(levels));
        }

        foreach (LobsterLevel level in levels.Bids)
        {
            *_bids.GetOrAdd(level.Price4) = level.Shares;
        }

        foreach (LobsterLevel level in levels.Asks)
        {
            *_asks.GetOrAdd(level.Price4) = level.Shares;
        }

        _depth = depth;
        Forget(ref _bids, ref _worstBid);
        Forget(ref _asks, ref _worstAsk);
    }

    /// <summary>Whether what rests at a price is known.</summary>
    public bool IsKnown(Side side, long price4) => side == Side.Buy ? price4 >= _worstBid : price4 <= _worstAsk;

    /// <summary>Changes the book as the row says.</summary>
    /// <returns><see cref="BookUpdate.UnknownOrder"/> where the price is not known, <see cref="BookUpdate.Clamped"/> when more was taken off a level than it had.</returns>
    public BookUpdate Apply(in LobsterMessage message)
    {
        long change = message.Type switch
        {
            LobsterMessageType.Submission => message.Size,
            LobsterMessageType.Cancellation or LobsterMessageType.Deletion or LobsterMessageType.VisibleExecution => -message.Size,
            _ => 0,
        };
        if (change == 0)
        {
            return BookUpdate.None;
        }

        if (message.Price4 <= 0)
        {
            return BookUpdate.InvalidPrice;
        }

        if (!IsKnown(message.Side, message.Price4))
        {
            return BookUpdate.UnknownOrder;
        }

        return message.Side == Side.Buy
            ? Change(ref _bids, ref _worstBid, message.Price4, change)
            : Change(ref _asks, ref _worstAsk, message.Price4, change);
    }

    /// <summary>Copies the known levels of a side from the best on; returns how many.</summary>
    public int CopyBest(Side side, Span<LobsterLevel> into) => side == Side.Buy ? CopyBest(ref _bids, into) : CopyBest(ref _asks, into);

    /// <inheritdoc/>
    public void Dispose()
    {
        _bids.Dispose();
        _asks.Dispose();
    }

    private BookUpdate Change<TSide>(ref SplitLadder<TSide, long> side, ref long worst, long price4, long change)
        where TSide : struct, ILadderSide
    {
        long* level = side.Find(price4);
        long had = level == null ? 0 : *level;
        if (change > 0 && had > long.MaxValue - change)
        {
            return BookUpdate.InvalidQuantity;
        }

        if (had + change <= 0)
        {
            side.Remove(price4);
            return had + change < 0 ? BookUpdate.Clamped : BookUpdate.Applied;
        }

        level = side.GetOrAdd(price4);
        if (level == null)
        {
            return BookUpdate.Full;
        }

        *level = had + change;
        Forget(ref side, ref worst);
        return BookUpdate.Applied;
    }

    /// <summary>Drops what has moved beyond the levels that the files show.</summary>
    private void Forget<TSide>(ref SplitLadder<TSide, long> side, ref long worst)
        where TSide : struct, ILadderSide
    {
        if (side.Count < _depth)
        {
            return;
        }

        side.TryBest(out worst);
        for (int level = 1; level < _depth; level++)
        {
            side.TryNextWorse(worst, out worst);
        }

        while (side.TryNextWorse(worst, out long beyond))
        {
            side.Remove(beyond);
        }
    }

    private static int CopyBest<TSide>(ref SplitLadder<TSide, long> side, Span<LobsterLevel> into)
        where TSide : struct, ILadderSide
    {
        int copied = 0;
        bool more = side.TryBest(out long price4);
        while (more && copied < into.Length)
        {
            into[copied++] = new(price4, *side.Find(price4));
            more = side.TryNextWorse(price4, out price4);
        }

        return copied;
    }
}
