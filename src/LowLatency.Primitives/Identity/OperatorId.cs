namespace LowLatency.Primitives.Identity;

/// <summary>A person or a desk that may command the engine, numbered at start.</summary>
/// <param name="Value">Dense, from 1; 0 means none.</param>
public readonly record struct OperatorId(ushort Value)
{
    /// <summary>No operator.</summary>
    public static OperatorId None => default;

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
