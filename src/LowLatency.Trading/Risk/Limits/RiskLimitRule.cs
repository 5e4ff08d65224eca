using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Risk.Limits;

/// <summary>What may be set as a limit of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Unit">What its number counts.</param>
/// <param name="Levels">Where it can be set.</param>
/// <param name="Most">The largest value; the smallest is 0.</param>
/// <param name="IsRequired">Whether an order is refused that no level limits.</param>
/// <param name="IsInBounds">Whether <see cref="OrderBounds"/> stand for it; where a limit of another kind is in force, every order it covers is looked at check by check.</param>
/// <param name="IsCounting">Whether it stands on what <see cref="Ledger.RiskLedger"/> counts and sums.</param>
/// <param name="IsHigherTighter">Whether the higher of two limits is the tighter one.</param>
public sealed record RiskLimitRule(RiskLimitKind Kind, RiskLimitUnit Unit, RiskLevels Levels, Int128 Most, bool IsRequired = false, bool IsInBounds = false, bool IsCounting = false, bool IsHigherTighter = false)
{
    /// <summary>Implied decimals of its numbers.</summary>
    public int Decimals => Unit switch
    {
        RiskLimitUnit.Quantity => Quantity.Decimals,
        RiskLimitUnit.Money => Notional.Decimals,
        _ => 0,
    };

    /// <summary>Whether a limit allows more than another; <see cref="RiskLimitTable.None"/> allows most.</summary>
    public bool IsLooser(Int128 value, Int128 than) => IsHigherTighter
        ? than != RiskLimitTable.None && (value == RiskLimitTable.None || value < than)
        : value > than;

    /// <summary>A value as text, exact.</summary>
    public string Format(Int128 value) => FixedPoint.Format(value, Decimals);
}
