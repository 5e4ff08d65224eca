namespace LowLatency.Trading.Risk.Limits;

/// <summary>The scopes an order stands in, by <see cref="RiskScopes"/>' numbers: one of each level.</summary>
/// <param name="Account">Its account.</param>
/// <param name="Strategy">Its strategy.</param>
/// <param name="Venue">Its venue.</param>
/// <param name="Instrument">Its instrument.</param>
/// <param name="Position">Its account in its instrument.</param>
internal readonly record struct OrderScopes(int Account, int Strategy, int Venue, int Instrument, int Position)
{
    /// <summary>How many levels there are.</summary>
    public const int Levels = 6;

    /// <summary>The scope of a level, from 0: firm, account, strategy, venue, instrument, position.</summary>
    public int this[int level] => level switch
    {
        0 => 0,
        1 => Account,
        2 => Strategy,
        3 => Venue,
        4 => Instrument,
        _ => Position,
    };
}
