namespace LowLatency.Markets.Data;

/// <summary>Whether an instrument trades. The numbers are part of the recording format.</summary>
public enum TradingStatus : byte
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Before the session.</summary>
    PreOpen = 1,

    /// <summary>Continuous trading.</summary>
    Open = 2,

    /// <summary>Halted or paused.</summary>
    Halted = 3,

    /// <summary>Quotation only, before a halt ends.</summary>
    Quotation = 4,

    /// <summary>After the session.</summary>
    Closed = 5,

    /// <summary>Orders are collected for an auction within or at the end of the session.</summary>
    Auction = 6,
}
