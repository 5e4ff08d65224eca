namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>What can be wrong with an order-flow file. A record with a fault is skipped whole, and keeps its sequence number.</summary>
public enum OrderFlowFaultKind
{
    /// <summary>The file ends within its last record (or its header).</summary>
    TruncatedTail = 0,

    /// <summary>The compressed data is damaged; what came before it is used.</summary>
    DamagedCompression,

    /// <summary>The length at the end of the compressed file is not that of the data: the file is cut off, or several were joined. What there is is used.</summary>
    WrongCompressedLength,

    /// <summary>The file goes on beyond the largest size that was allowed; the rest is not used.</summary>
    TooLong,

    /// <summary>The header has a version other than 1; nothing is read.</summary>
    UnsupportedVersion,

    /// <summary>The header counts other than the records there are; the smaller number is read.</summary>
    WrongCount,

    /// <summary>The type is not 0, 1 or 2.</summary>
    UnknownType,

    /// <summary>The side is not 0 or 1.</summary>
    UnknownSide,

    /// <summary>The immediate-or-cancel flag is not 0 or 1, or is set on other than a new order.</summary>
    InvalidFlag,

    /// <summary>A reserved field is not 0.</summary>
    ReservedNotZero,

    /// <summary>The sequence number in the record is not its index; the record is used, under its index.</summary>
    WrongSequence,
}
