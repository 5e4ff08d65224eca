namespace LowLatency.Markets.Books;

/// <summary>Sellers: the lower price is the better.</summary>
public readonly struct AskSide : ILadderSide
{
    /// <summary>The complement, which unlike the negation has no price it overflows on.</summary>
    public static long Key(long price) => ~price;
}
