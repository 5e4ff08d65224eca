namespace LowLatency.Markets.Books;

/// <summary>A level copied out of a <see cref="PriceLadder{TSide, TLevel}"/>.</summary>
/// <param name="Price">Its price in ticks.</param>
/// <param name="Level">What the book keeps at that price.</param>
public readonly record struct LadderLevel<TLevel>(long Price, TLevel Level)
    where TLevel : unmanaged;
