using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>The levels of one stock; all zeros until its first order.</summary>
/// <remarks>Asks stand under their negated prices, so that both sides are ladders of one type and choosing one is arithmetic: which side comes next cannot be predicted.</remarks>
internal unsafe struct ItchBook
{
    public SplitLadder<BidSide, long> Bids;
    public SplitLadder<BidSide, long> Asks;
    public bool IsOpen;

    public static ItchBook Open() => new()
    {
        Bids = new(ItchBooks.CentPrice4, 1, ItchBooks.WindowSize, ItchBooks.FarCapacity),
        Asks = new(ItchBooks.CentPrice4, 1, ItchBooks.WindowSize, ItchBooks.FarCapacity),
        IsOpen = true,
    };

    /// <summary>The ladder of a side; the book must lie in native memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SplitLadder<BidSide, long>* SideOf(ItchBook* book, Side side) => &book->Bids + ((int)side - (int)Side.Buy);

    /// <summary>The price under which a level of a side stands, and back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Signed(Side side, long price4)
    {
        long sellMask = (int)Side.Buy - (int)side;
        return (price4 ^ sellMask) - sellMask;
    }
}
