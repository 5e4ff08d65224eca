using LowLatency.Markets.Books;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>The levels of one stock; all zeros until its first order.</summary>
internal struct ItchBook
{
    public SplitLadder<BidSide, long> Bids;
    public SplitLadder<AskSide, long> Asks;
    public bool IsOpen;

    public static ItchBook Open() => new()
    {
        Bids = new(ItchBooks.CentPrice4, 1, ItchBooks.WindowSize, ItchBooks.FarCapacity),
        Asks = new(ItchBooks.CentPrice4, 1, ItchBooks.WindowSize, ItchBooks.FarCapacity),
        IsOpen = true,
    };
}
