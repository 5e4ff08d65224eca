namespace LowLatency.Markets.Books;

/// <summary>A side of a book as a type argument: what is a better price. The JIT folds it, so that both sides run the same code without a branch.</summary>
/// <remarks>Implemented by <see cref="BidSide"/> and <see cref="AskSide"/> only.</remarks>
public interface ILadderSide
{
    /// <summary>Maps a price to a key of which the greater is the better price, and a key back to its price. Defined for every value of long.</summary>
    static abstract long Key(long price);
}
