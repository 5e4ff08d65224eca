namespace LowLatency.Primitives.Identity;

/// <summary>An account, numbered at start.</summary>
/// <param name="Value">Dense, from 1; 0 means none.</param>
public readonly record struct AccountId(ushort Value)
{
    /// <summary>No account.</summary>
    public static AccountId None => default;

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
