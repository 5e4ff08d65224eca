using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Markets.Books;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>
/// The displayed size of every price of every stock, straight from the messages, in the feed's units: prices with 4 implied decimals, shares.
/// One thread; <see cref="ItchBooksHandler"/> connects it to a decoder.
/// </summary>
/// <remarks>
/// A table of 65,536 books by Stock Locate, each with a ladder of cents and one for the prices between them. Orders that the feed does not introduce are counted and ignored.
/// A new order of no shares, at price zero, or neither bought nor sold is counted and ignored. No allocation but where a stock appears, and where there are more orders or deeper books than ever before.
/// </remarks>
public sealed unsafe class ItchBooks : IDisposable
{
    internal const int CentPrice4 = 100;
    internal const int WindowSize = 512;
    internal const int FarCapacity = 64;

    private const int Locates = 1 << 16;

    private readonly FeedAnomalies _anomalies;
    private readonly ushort[] _opened = new ushort[Locates];
    private int _openedCount;
    private ItchBook* _books;

    /// <summary>Empty books.</summary>
    /// <param name="anomalies">Takes what is odd.</param>
    /// <param name="expectedOrders">Orders alive at one time before more memory is taken.</param>
    /// <param name="expectedReferences">References handed out in the day before more memory is taken.</param>
    public ItchBooks(FeedAnomalies anomalies, int expectedOrders = 1 << 16, int expectedReferences = 0)
    {
        _anomalies = anomalies;
        Orders = new(anomalies, expectedOrders, expectedReferences);
        _books = (ItchBook*)NativeMemory.AllocZeroed(Locates, (nuint)sizeof(ItchBook));
    }

    /// <summary>The orders.</summary>
    public ItchOrders Orders { get; }

    /// <summary>Best prices and sizes of a stock.</summary>
    public ItchTop TopOf(ushort stockLocate)
    {
        ItchBook* book = _books + stockLocate;
        if (!book->IsOpen)
        {
            return default;
        }

        bool hasBid = book->Bids.TryBest(out long bid);
        bool hasAsk = book->Asks.TryBest(out long ask);
        return new(
            hasBid ? (uint)bid : 0, hasBid ? *book->Bids.Find(bid) : 0,
            hasAsk ? (uint)-ask : 0, hasAsk ? *book->Asks.Find(ask) : 0);
    }

    /// <summary>How many prices of a side have orders.</summary>
    public int CountOf(ushort stockLocate, Side side) =>
        !_books[stockLocate].IsOpen ? 0 : side == Side.Buy ? _books[stockLocate].Bids.Count : _books[stockLocate].Asks.Count;

    /// <summary>Copies the levels of a side from the best on; returns how many.</summary>
    public int CopyBest(ushort stockLocate, Side side, Span<ItchLevel> into)
    {
        int copied = 0;
        if (!_books[stockLocate].IsOpen || side is not (Side.Buy or Side.Sell))
        {
            return copied;
        }

        SplitLadder<BidSide, long>* levels = ItchBook.SideOf(_books + stockLocate, side);
        bool more = levels->TryBest(out long price);
        while (more && copied < into.Length)
        {
            into[copied++] = new((uint)ItchBook.Signed(side, price), *levels->Find(price));
            more = levels->TryNextWorse(price, out price);
        }

        return copied;
    }

    /// <summary>A new order.</summary>
    public void Add(ushort stockLocate, ulong reference, char buySellIndicator, uint shares, uint price4, long offset)
    {
        Side side = ItchSides.Of(buySellIndicator);
        ItchOrder order = new(price4, shares, stockLocate, side);
        if (side == Side.None)
        {
            _anomalies.Add(FeedAnomalyKind.UnknownSide, offset, buySellIndicator);
        }
        else if (Orders.TryAdd(reference, in order, offset))
        {
            PutOn(in order, reference, offset);
        }
    }

    /// <summary>Shares of an order are executed or cancelled.</summary>
    public void Reduce(ushort stockLocate, ulong reference, uint shares, long offset)
    {
        int slot = Orders.Find(reference, stockLocate, offset);
        if (slot < 0)
        {
            return;
        }

        ItchOrder order = Orders[slot];
        uint taken = Orders.Reduce(slot, reference, shares, offset);
        TakeOff(in order, taken, reference, offset);
    }

    /// <summary>An order leaves the book.</summary>
    public void Delete(ushort stockLocate, ulong reference, long offset)
    {
        if (Orders.TryRemove(reference, stockLocate, offset, out ItchOrder order))
        {
            TakeOff(in order, order.Shares, reference, offset);
        }
    }

    /// <summary>An order gives way to another of its side and stock. Of an original that the feed does not introduce the new order is remembered, but its side is not known.</summary>
    public void Replace(ushort stockLocate, ulong original, ulong reference, uint shares, uint price4, long offset)
    {
        bool found = Orders.TryReplace(stockLocate, original, reference, shares, price4, offset, out ItchOrder old, out bool added);
        if (found)
        {
            TakeOff(in old, old.Shares, original, offset);
        }

        if (added && old.Side != Side.None)
        {
            PutOn(old with { Price4 = price4, Shares = shares }, reference, offset);
        }
    }

    /// <summary>Checks what the ladders of every book promise; false with the first broken promise.</summary>
    public bool CheckInvariants(out string broken)
    {
        broken = "";
        foreach (ushort locate in _opened.AsSpan(0, _openedCount))
        {
            ItchBook* book = _books + locate;
            if (!book->Bids.CheckInvariants(out broken) || !book->Asks.CheckInvariants(out broken))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ushort locate in _opened.AsSpan(0, _openedCount))
        {
            _books[locate].Bids.Dispose();
            _books[locate].Asks.Dispose();
        }

        _openedCount = 0;
        NativeMemory.Free(_books);
        _books = null;
        Orders.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutOn(in ItchOrder order, ulong reference, long offset)
    {
        ItchBook* book = _books + order.StockLocate;
        if (!book->IsOpen)
        {
            *book = ItchBook.Open();
            _opened[_openedCount++] = order.StockLocate;
        }

        long* level = ItchBook.SideOf(book, order.Side)->GetOrAdd(ItchBook.Signed(order.Side, order.Price4));
        if (level == null)
        {
            _anomalies.Add(FeedAnomalyKind.OutOfRange, offset, order.Price4, "levels");
            Orders.TryRemove(reference, order.StockLocate, offset, out _);
            return;
        }

        *level += order.Shares;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeOff(in ItchOrder order, uint shares, ulong reference, long offset)
    {
        if (order.Side == Side.None)
        {
            _anomalies.Add(FeedAnomalyKind.OrderOfUnknownSide, offset, reference);
            return;
        }

        SplitLadder<BidSide, long>* levels = ItchBook.SideOf(_books + order.StockLocate, order.Side);
        long price = ItchBook.Signed(order.Side, order.Price4);
        long* level = levels->Find(price);
        *level -= shares;
        if (*level == 0)
        {
            levels->Remove(price);
        }
    }
}
