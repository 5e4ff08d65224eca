namespace LowLatency.Primitives.Identity;

/// <summary>A venue, numbered at start.</summary>
/// <param name="Value">Dense, from 1; 0 means none.</param>
public readonly record struct VenueId(ushort Value)
{
    /// <summary>No venue.</summary>
    public static VenueId None => default;

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
