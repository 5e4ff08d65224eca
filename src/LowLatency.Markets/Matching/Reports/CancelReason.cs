namespace LowLatency.Markets.Matching.Reports;

/// <summary>Why an open quantity left a <see cref="MatchingBook"/> without a trade.</summary>
public enum CancelReason : byte
{
    /// <summary>Somebody asked for it.</summary>
    Requested = 0,

    /// <summary>The remainder of an immediate-or-cancel order.</summary>
    ImmediateRemainder,

    /// <summary>A fill-or-kill order that could not be filled whole.</summary>
    FillOrKill,

    /// <summary>The remainder of a market order that has emptied the other side.</summary>
    NoLiquidity,

    /// <summary>A remainder at a price for which the ladder had no room left.</summary>
    LadderFull,
}
