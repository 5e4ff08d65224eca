using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>
/// The displayed size of every price of every stock, straight from the messages, in the feed's units: prices with 4 implied decimals, shares.
/// One thread; <see cref="ItchBooksHandler"/> connects it to a decoder, <see cref="ItchBacklog"/> to a stretch of messages that wait.
/// </summary>
/// <remarks>
/// A table of 65,536 books by Stock Locate, each with ladders of cents and of the prices between them. An order knows its level, a level's page its stock and side: a message touches the order, the
/// level's size and, where an order comes or a level empties, the ladder; a cache line each.
/// Orders that the feed does not introduce are counted and ignored. A new order of no shares, at price zero, or neither bought nor sold is counted and ignored.
/// Every faulty reference is one anomaly: <see cref="FeedAnomalyKind.UnknownOrder"/>, <see cref="FeedAnomalyKind.OrderOfUnknownSide"/>, <see cref="FeedAnomalyKind.DuplicateOrder"/>,
/// <see cref="FeedAnomalyKind.Overfilled"/> (taken as far as the order goes), <see cref="FeedAnomalyKind.WrongInstrument"/> (taken as of the order's own stock).
/// No allocation but where there are more orders, levels or pages of references than ever before.
/// </remarks>
public sealed unsafe class ItchBooks : IDisposable
{
    private const int Locates = 1 << 16;
    private const int FirstPages = 1 << 10;

    private readonly FeedAnomalies _anomalies;
    private readonly LevelPages _pages = new(FirstPages);
    private readonly ItchOrderTable _orders;
    private readonly NativeBuffer<ItchBook> _table = new(Locates, hugePages: true);
    private ItchBook* _books;

    /// <summary>Empty books.</summary>
    /// <param name="anomalies">Takes what is odd.</param>
    /// <param name="expectedOrders">Orders alive at one time, of references far apart, before more memory is taken.</param>
    /// <param name="expectedReferences">References handed out in the day before more memory is taken.</param>
    public ItchBooks(FeedAnomalies anomalies, int expectedOrders = 1 << 10, int expectedReferences = 0)
    {
        _anomalies = anomalies;
        _orders = new(expectedReferences, expectedOrders);
        _books = _table.Start;
    }

    /// <summary>How many orders are alive, those of unknown side included.</summary>
    public int OrderCount => _orders.Count;

    /// <summary>The stocks' levels in all, in pages of 64 prices taken so far.</summary>
    internal LevelPages Pages => _pages;

    /// <summary>Best prices and sizes of a stock.</summary>
    public ItchTop TopOf(ushort stockLocate)
    {
        ItchLevel bid = BestOf(stockLocate, Side.Buy);
        ItchLevel ask = BestOf(stockLocate, Side.Sell);
        return new(bid.Price4, bid.Shares, ask.Price4, ask.Shares);
    }

    /// <summary>How many prices of a side have orders.</summary>
    public int CountOf(ushort stockLocate, Side side) =>
        side is Side.Buy or Side.Sell ? LadderOf(stockLocate, side)->Count + (LadderOf(stockLocate, side) + ItchBook.Fine)->Count : 0;

    /// <summary>Copies the levels of a side from the best on; returns how many.</summary>
    public int CopyBest(ushort stockLocate, Side side, Span<ItchLevel> into)
    {
        if (side is not (Side.Buy or Side.Sell))
        {
            return 0;
        }

        ItchLadder* ladder = LadderOf(stockLocate, side);
        ItchLadderWalk cents = new(ladder, side, ItchBook.CentPrice4, _pages);
        ItchLadderWalk between = new(ladder + ItchBook.Fine, side, 1, _pages);
        int copied = 0;
        for (; copied < into.Length && (cents.HasLevel || between.HasLevel); copied++)
        {
            ref ItchLadderWalk better = ref cents;
            if (!cents.HasLevel || (between.HasLevel && IsBetter(side, between.Level.Price4, cents.Level.Price4)))
            {
                better = ref between;
            }

            into[copied] = better.Level;
            better.MoveNext();
        }

        return copied;
    }

    /// <summary>A new order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ushort stockLocate, ulong reference, char buySellIndicator, uint shares, uint price4, long offset)
    {
        // 'B' is 0x42 and 'S' is 0x53: the low bit is the side.
        if (buySellIndicator is 'B' or 'S')
        {
            Put(reference, stockLocate, buySellIndicator & 1, shares, price4, offset);
        }
        else
        {
            _anomalies.Add(FeedAnomalyKind.UnknownSide, offset, buySellIndicator);
        }
    }

    /// <summary>Shares of an order are executed or cancelled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reduce(ushort stockLocate, ulong reference, uint shares, long offset)
    {
        RestingItchOrder* order = _orders.Find(reference);
        if (order == null)
        {
            _anomalies.Add(FeedAnomalyKind.UnknownOrder, offset, reference);
            return;
        }

        if (shares >= order->Shares)
        {
            if (shares > order->Shares)
            {
                _anomalies.Add(FeedAnomalyKind.Overfilled, offset, shares - order->Shares);
            }

            Remove(reference, order, stockLocate, offset);
            return;
        }

        order->Shares -= shares;
        TakeOff(order->Level, shares, stockLocate, reference, offset);
    }

    /// <summary>An order leaves the book.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Delete(ushort stockLocate, ulong reference, long offset)
    {
        RestingItchOrder* order = _orders.Find(reference);
        if (order == null)
        {
            _anomalies.Add(FeedAnomalyKind.UnknownOrder, offset, reference);
            return;
        }

        Remove(reference, order, stockLocate, offset);
    }

    /// <summary>An order gives way to another of its side and stock. Of an original that the feed does not introduce the new order is remembered, but its side is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Replace(ushort stockLocate, ulong original, ulong reference, uint shares, uint price4, long offset)
    {
        RestingItchOrder* order = _orders.Find(original);
        if (order == null || order->Level < 0)
        {
            ReplaceUnknown(stockLocate, original, reference, shares, price4, offset);
            return;
        }

        int owner = _pages.Owners[order->Level / LevelPages.PageSize];
        Remove(original, order, stockLocate, offset);
        Put(reference, (ushort)(owner / ItchBook.Ladders), owner & 1, shares, price4, offset);
    }

    /// <summary>Checks what the ladders of every book promise; false with the first broken promise.</summary>
    public bool CheckInvariants(out string broken)
    {
        broken = "";
        for (int ladder = 0; ladder < Locates * ItchBook.Ladders; ladder++)
        {
            if (!((ItchLadder*)_books)[ladder].CheckInvariants(_pages, ladder, out broken))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_books == null)
        {
            return;
        }

        for (int ladder = 0; ladder < Locates * ItchBook.Ladders; ladder++)
        {
            ((ItchLadder*)_books)[ladder].Dispose();
        }

        _books = null;
        _table.Dispose();
        _orders.Dispose();
        _pages.Dispose();
    }

    /// <summary>Asks the processor for the order a message may refer to, and for the ladder it may join.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void PrefetchOrder(ulong reference, ushort stockLocate, int side)
    {
        Prefetcher.Load(_orders.Guess(reference));
        Prefetcher.Load((ItchLadder*)(_books + stockLocate) + side);
    }

    /// <summary>With those at hand, asks for the level: that of the order of the reference, or the one a new order at a price would join.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void PrefetchLevel(ulong reference, ushort stockLocate, int side, uint price4, bool isNew)
    {
        int joined = ((ItchLadder*)(_books + stockLocate) + side)->GuessLevel(KeyOf(price4 / ItchBook.CentPrice4, side));
        int left = _orders.Guess(reference)->Level;
        Prefetcher.Load(_pages.Sizes + (isNew ? joined : left));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint KeyOf(uint step, int side) => step ^ (uint)-side;

    private static bool IsBetter(Side side, uint price4, uint than) => side == Side.Buy ? price4 > than : price4 < than;

    private ItchLadder* LadderOf(ushort stockLocate, Side side) => (ItchLadder*)(_books + stockLocate) + (side == Side.Sell ? 1 : 0);

    private ItchLevel BestOf(ushort stockLocate, Side side)
    {
        ItchLadder* cents = LadderOf(stockLocate, side);
        ItchLadder* between = cents + ItchBook.Fine;
        int sign = side == Side.Sell ? 1 : 0;
        ItchLevel best = cents->IsEmpty ? default : new(KeyOf(cents->BestKey, sign) * ItchBook.CentPrice4, _pages.Sizes[cents->BestLevel]);
        return between->IsEmpty || (!cents->IsEmpty && IsBetter(side, best.Price4, KeyOf(between->BestKey, sign)))
            ? best
            : new(KeyOf(between->BestKey, sign), _pages.Sizes[between->BestLevel]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(ulong reference, ushort stockLocate, int side, uint shares, uint price4, long offset)
    {
        if (shares == 0 || price4 == 0)
        {
            _anomalies.Add(FeedAnomalyKind.OutOfRange, offset, 0, shares == 0 ? "shares" : "price");
            return;
        }

        (uint cents, uint rest) = Math.DivRem(price4, ItchBook.CentPrice4);
        int ladder = (stockLocate * ItchBook.Ladders) + side + (rest == 0 ? 0 : ItchBook.Fine);
        int level = ((ItchLadder*)_books)[ladder].Occupy(KeyOf(rest == 0 ? cents : price4, side), _pages, ladder);
        if (level == LevelPages.None)
        {
            _anomalies.Add(FeedAnomalyKind.OutOfRange, offset, price4, "levels");
            return;
        }

        if (_orders.TryAdd(reference, level, shares))
        {
            _pages.Sizes[level] += shares;
            return;
        }

        _anomalies.Add(FeedAnomalyKind.DuplicateOrder, offset, reference);
        VacateIfEmpty(level);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Remove(ulong reference, RestingItchOrder* order, ushort stockLocate, long offset)
    {
        RestingItchOrder was = *order;
        _orders.Remove(reference, order);
        TakeOff(was.Level, was.Shares, stockLocate, reference, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeOff(int level, uint shares, ushort stockLocate, ulong reference, long offset)
    {
        if (level < 0)
        {
            TakeOffUnknown(level, stockLocate, reference, offset);
            return;
        }

        if (_pages.Owners[level / LevelPages.PageSize] / ItchBook.Ladders != stockLocate)
        {
            _anomalies.Add(FeedAnomalyKind.WrongInstrument, offset, reference);
        }

        long* size = _pages.Sizes + level;
        *size -= shares;
        if (*size == 0)
        {
            ((ItchLadder*)_books)[_pages.Owners[level / LevelPages.PageSize]].Vacate(level, _pages);
        }
    }

    private void VacateIfEmpty(int level)
    {
        if (_pages.Sizes[level] == 0)
        {
            ((ItchLadder*)_books)[_pages.Owners[level / LevelPages.PageSize]].Vacate(level, _pages);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeOffUnknown(int level, ushort stockLocate, ulong reference, long offset)
    {
        if (~level != stockLocate)
        {
            _anomalies.Add(FeedAnomalyKind.WrongInstrument, offset, reference);
        }

        _anomalies.Add(FeedAnomalyKind.OrderOfUnknownSide, offset, reference);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReplaceUnknown(ushort stockLocate, ulong original, ulong reference, uint shares, uint price4, long offset)
    {
        RestingItchOrder* order = _orders.Find(original);
        int level = order == null ? ~stockLocate : order->Level;
        Delete(stockLocate, original, offset);
        if (shares == 0 || price4 == 0)
        {
            _anomalies.Add(FeedAnomalyKind.OutOfRange, offset, 0, shares == 0 ? "shares" : "price");
        }
        else if (!_orders.TryAdd(reference, level, shares))
        {
            _anomalies.Add(FeedAnomalyKind.DuplicateOrder, offset, reference);
        }
    }
}
