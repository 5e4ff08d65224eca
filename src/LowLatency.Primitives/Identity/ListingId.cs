namespace LowLatency.Primitives.Identity;

/// <summary>An instrument at a venue: the owner of tick, lot, fees and venue symbol.</summary>
/// <param name="Value">Dense, from 1; 0 means none.</param>
public readonly record struct ListingId(int Value)
{
    /// <summary>No listing.</summary>
    public static ListingId None => default;

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
