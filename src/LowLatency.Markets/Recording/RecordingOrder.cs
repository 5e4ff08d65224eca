namespace LowLatency.Markets.Recording;

/// <summary>By which clock the records of a recording are ordered. The numbers are part of the recording format.</summary>
public enum RecordingOrder : byte
{
    /// <summary>By <c>LocalTimeNs</c>: as received.</summary>
    Local = 1,

    /// <summary>By <c>ExchangeTimeNs</c>: as the venue says it happened.</summary>
    Exchange = 2,

    /// <summary>
    /// By both: local times never decrease over the records without <c>ExchangeOnly</c>, exchange times never decrease over those without
    /// <c>LocalOnly</c>. An event that the two clocks order differently stands in the recording twice, once with each flag.
    /// </summary>
    Both = 3,
}
