namespace LowLatency.Benchmarks.Allocations;

/// <summary>What becomes of an order.</summary>
internal enum OrderTraffic
{
    /// <summary>Accepted and filled: two reports.</summary>
    Fill,

    /// <summary>Refused by validation (off the tick) and by risk (too large) in turn: one report.</summary>
    Reject,

    /// <summary>Accepted and canceled: two reports.</summary>
    Cancel,

    /// <summary>Accepted, replaced and canceled: three reports.</summary>
    Replace,
}
