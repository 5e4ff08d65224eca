namespace LowLatency.Markets.Matching.Reports;

/// <summary>Why a <see cref="MatchingBook"/> refused a request; nothing has changed then. In the order of the checks: the first that fails is the reason.</summary>
public enum MatchRejectReason : byte
{
    /// <summary>Not refused.</summary>
    None = 0,

    /// <summary>Neither buy nor sell. Correct the request.</summary>
    InvalidSide,

    /// <summary>A type, time in force or instruction that is unknown or does not go with the others. Correct the request.</summary>
    InvalidInstruction,

    /// <summary>The owner tag is negative. Correct the request.</summary>
    InvalidOwner,

    /// <summary>The quantity is zero, negative, above the largest, or more than a reduction can take. Correct the request.</summary>
    InvalidQuantity,

    /// <summary>The id is above the largest one of the book. Use ids within the limits.</summary>
    OrderIdOutOfRange,

    /// <summary>An open order has that id. Use another.</summary>
    DuplicateOrderId,

    /// <summary>No open order has that id: it never had, or it is filled or canceled. Nothing is left to do.</summary>
    UnknownOrderId,

    /// <summary>A post-only order would have taken liquidity. Send it at another price.</summary>
    PostOnlyWouldCross,

    /// <summary>As many orders rest as the book can hold. Try again when some have left.</summary>
    PoolFull,

    /// <summary>The price is far from the market and no further far price can be kept. Try nearer to the market.</summary>
    LadderFull,
}
