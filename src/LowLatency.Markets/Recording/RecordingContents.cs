namespace LowLatency.Markets.Recording;

/// <summary>What a recording holds, found from its records when it is written. The numbers are part of the recording format.</summary>
[Flags]
public enum RecordingContents : ushort
{
    /// <summary>No records.</summary>
    None = 0,

    /// <summary>Quotes: the best price and size of each side (L1).</summary>
    Quotes = 1,

    /// <summary>Displayed size by price (L2).</summary>
    Levels = 2,

    /// <summary>Single orders (L3).</summary>
    Orders = 4,

    /// <summary>Trades that change no displayed order, or of which the feed does not say which order they changed.</summary>
    Trades = 8,

    /// <summary>Trading status.</summary>
    Status = 16,

    /// <summary>Some events stand twice, once for each clock: see <see cref="RecordingOrder.Both"/>.</summary>
    Split = 32,

    /// <summary>Some records are earlier than the one before by the clock the recording is ordered by.</summary>
    Reversed = 64,
}
