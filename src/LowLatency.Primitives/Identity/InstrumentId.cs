namespace LowLatency.Primitives.Identity;

/// <summary>An instrument, numbered when the instrument table is built, so that hot-path look-ups are array indexing.</summary>
/// <param name="Value">Dense, from 1; 0 means none.</param>
public readonly record struct InstrumentId(int Value)
{
    /// <summary>No instrument.</summary>
    public static InstrumentId None => default;

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
