namespace LowLatency.Markets.Matching.Reports;

/// <summary>What a <see cref="MatchReport"/> tells. The first six values are the first column of the report stream of the order-flow files.</summary>
public enum MatchReportKind : byte
{
    /// <summary>A new order is taken.</summary>
    Accepted = 0,

    /// <summary>A trade.</summary>
    Trade = 1,

    /// <summary>An open quantity is canceled: on request, or a remainder.</summary>
    Canceled = 2,

    /// <summary>An order has a new price and quantity.</summary>
    Replaced = 3,

    /// <summary>A cancel or reduction is refused.</summary>
    CancelRejected = 4,

    /// <summary>A replace is refused.</summary>
    ReplaceRejected = 5,

    /// <summary>A new order is refused. The published flows never cause one; the value is ours.</summary>
    NewRejected = 6,
}
