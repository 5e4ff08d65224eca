namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>What a line of a recording is.</summary>
internal enum BinanceMessageKind : byte
{
    /// <summary>Nothing that could be read.</summary>
    None = 0,

    /// <summary>Stream event <c>depthUpdate</c>: changed levels.</summary>
    DepthUpdate,

    /// <summary>Stream event <c>trade</c>.</summary>
    Trade,

    /// <summary>Stream event <c>bookTicker</c>: best bid and offer.</summary>
    BookTicker,

    /// <summary>The answer of the REST call for the depth.</summary>
    Snapshot,

    /// <summary>Another stream event.</summary>
    Other,
}
