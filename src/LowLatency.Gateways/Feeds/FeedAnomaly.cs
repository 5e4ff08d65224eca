using System.Globalization;

namespace LowLatency.Gateways.Feeds;

/// <summary>One odd place of a feed.</summary>
/// <param name="Kind">What is odd.</param>
/// <param name="Offset">Where, in bytes from the start of the file (of the decompressed file where it is compressed); of text files where the line starts.</param>
/// <param name="Value">The number that <see cref="FeedAnomalyKind"/> says for the kind, else 0.</param>
/// <param name="Note">What else is known, or null.</param>
public readonly record struct FeedAnomaly(FeedAnomalyKind Kind, long Offset, ulong Value, string? Note)
{
    /// <summary>The anomaly as a line of text.</summary>
    public override string ToString()
    {
        string value = Kind == FeedAnomalyKind.UnknownType
            ? string.Create(CultureInfo.InvariantCulture, $"0x{Value:x2}")
            : Value.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"offset={Offset} {Kind} value={value}{(Note is null ? "" : " ")}{Note}");
    }
}
