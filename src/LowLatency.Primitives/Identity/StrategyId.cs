namespace LowLatency.Primitives.Identity;

/// <summary>A strategy, numbered at start.</summary>
/// <param name="Value">Dense, from 1; 0 means none.</param>
public readonly record struct StrategyId(ushort Value)
{
    /// <summary>No strategy.</summary>
    public static StrategyId None => default;

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
