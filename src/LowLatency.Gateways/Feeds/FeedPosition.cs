namespace LowLatency.Gateways.Feeds;

/// <summary>Where a message stands in its source.</summary>
/// <param name="Offset">Bytes from the start of the (decompressed) file to the message or its length prefix.</param>
/// <param name="Sequence">The transport's sequence number; of files without a transport the ordinal of the message, from 1.</param>
/// <param name="LocalTimeNs">When it was captured, ns since 1970-01-01 UTC; 0 where that is not known.</param>
public readonly record struct FeedPosition(long Offset, long Sequence, long LocalTimeNs);
