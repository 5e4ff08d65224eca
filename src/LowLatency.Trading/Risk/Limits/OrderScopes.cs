using System.Runtime.CompilerServices;

namespace LowLatency.Trading.Risk.Limits;

/// <summary>The scopes an order stands in, by <see cref="RiskScopes"/>' numbers, one of each level: firm, account, strategy, venue, instrument, position.</summary>
[InlineArray(Levels)]
internal struct OrderScopes
{
    /// <summary>How many levels there are; the bit of each in <see cref="RiskLevels"/> is 1 shifted by its index here.</summary>
    public const int Levels = 6;

    private int _first;
}
