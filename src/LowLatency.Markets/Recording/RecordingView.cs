using LowLatency.Markets.Data;

namespace LowLatency.Markets.Recording;

/// <summary>Which records of a recording a cursor shows.</summary>
public enum RecordingView : byte
{
    /// <summary>All, as they stand.</summary>
    All = 0,

    /// <summary>What the receiver saw, in the order it saw it: without <see cref="MarketEventFlags.ExchangeOnly"/>.</summary>
    Local = 1,

    /// <summary>What the venue did, in the order it did it: without <see cref="MarketEventFlags.LocalOnly"/>.</summary>
    Exchange = 2,
}
