using LowLatency.Markets.Books;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Lobster;

/// <summary>The displayed size of every price that can be known from a LOBSTER file: the levels of one row of its order-book file, and the message rows that follow. One thread.</summary>
/// <remarks>
/// The row shows so many levels a side; what rests beyond the worst of them is not known. So a price is known when it is as good as that one or better, and stays known:
/// <see cref="IsKnown"/>. Prices beyond it are left alone. In a file that shows fewer levels than it could, all prices are known.
/// </remarks>
public sealed unsafe class LobsterBook : IDisposable
{
    private const int CentPrice4 = 100;
    private SplitLadder<BidSide, long> _bids = new(CentPrice4, 1, 1024, 256);
    private SplitLadder<AskSide, long> _asks = new(CentPrice4, 1, 1024, 256);
    private readonly long _worstBid;
    private readonly long _worstAsk;

    /// <summary>The book of a row.</summary>
    /// <param name="levels">The row.</param>
    /// <param name="depth">How many levels a side the file shows at most.</param>
    /// <exception cref="ArgumentException">The row has more levels than that, or prices that are not above 0.</exception>
    public LobsterBook(LobsterLevels levels, int depth)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.Asks.Count > depth || levels.Bids.Count > depth || levels.Asks.Concat(levels.Bids).Any(level => level.Price4 <= 0))
        {
            throw new ArgumentException($"asks={levels.Asks.Count} and bids={levels.Bids.Count} must be at most depth={depth} with prices above 0", nameof(levels));
        }

        foreach (LobsterLevel level in levels.Bids)
        {
            *_bids.GetOrAdd(level.Price4) = level.Shares;
        }

        foreach (LobsterLevel level in levels.Asks)
        {
            *_asks.GetOrAdd(level.Price4) = level.Shares;
        }

        _worstBid = levels.Bids.Count < depth ? 1 : levels.Bids.Min(level => level.Price4);
        _worstAsk = levels.Asks.Count < depth ? long.MaxValue : levels.Asks.Max(level => level.Price4);
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
        return change == 0 ? BookUpdate.None
            : message.Price4 <= 0 ? BookUpdate.InvalidPrice
            : !IsKnown(message.Side, message.Price4) ? BookUpdate.UnknownOrder
            : message.Side == Side.Buy ? Change(ref _bids, message.Price4, change)
            : Change(ref _asks, message.Price4, change);
    }

    /// <summary>Copies the known levels of a side from the best on; returns how many.</summary>
    public int CopyBest(Side side, Span<LobsterLevel> into) => side == Side.Buy ? CopyBest(ref _bids, into) : CopyBest(ref _asks, into);

    /// <inheritdoc/>
    public void Dispose()
    {
        _bids.Dispose();
        _asks.Dispose();
    }

    private static BookUpdate Change<TSide>(ref SplitLadder<TSide, long> side, long price4, long change)
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
        return BookUpdate.Applied;
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
