namespace LowLatency.Markets.Books;

/// <summary>Buyers: the higher price is the better.</summary>
public readonly struct BidSide : ILadderSide
{
    /// <inheritdoc/>
    public static long Key(long price) => price;
}
