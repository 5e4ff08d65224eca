namespace LowLatency.Markets.Data;

/// <summary>Properties of a <see cref="MarketEvent"/>. The numbers are part of the recording format.</summary>
[Flags]
#pragma warning disable CA1711 // The name says what it is.
public enum MarketEventFlags : byte
#pragma warning restore CA1711
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The last event of what the feed sent as one change: the book may be looked at after it.</summary>
    Last = 1,

    /// <summary>Part of a snapshot.</summary>
    Snapshot = 2,

    /// <summary>An execution that does not count in volume (ITCH Printable = N).</summary>
    NonPrintable = 4,

    /// <summary>An auction (cross) trade.</summary>
    Cross = 8,

    /// <summary>Of an event whose two clocks order it differently: this record stands at its place in exchange time only; one with <see cref="LocalOnly"/> follows or went before.</summary>
    ExchangeOnly = 16,

    /// <summary>Of an event whose two clocks order it differently: this record stands at its place in local time only; one with <see cref="ExchangeOnly"/> follows or went before.</summary>
    LocalOnly = 32,
}
