namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>The levels of one stock: a ladder of cents a side, and one for prices between them. All zeros until its first order.</summary>
internal struct ItchBook
{
    /// <summary>Ladders of a book; the low bit of a ladder's number is its side (0 bid), the next its grid (0 cents).</summary>
    public const int Ladders = 4;

    /// <summary>Added to a ladder's number for the same side between the cents.</summary>
    public const int Fine = 2;

    /// <summary>Units of the feed's price in a cent.</summary>
    public const uint CentPrice4 = 100;

    public ItchLadder Bids;
    public ItchLadder Asks;
    public ItchLadder FineBids;
    public ItchLadder FineAsks;
}
