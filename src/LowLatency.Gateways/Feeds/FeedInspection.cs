namespace LowLatency.Gateways.Feeds;

/// <summary>What a look through a whole file found.</summary>
/// <param name="Format">The format in words, its transport and compression included, as in <c>NASDAQ ITCH 5.0, length-prefixed, gzip</c>.</param>
/// <param name="SizeBytes">Size of the file as it lies on disk.</param>
/// <param name="Messages">How many messages the format knows; odd ones are among the anomalies only.</param>
/// <param name="Types">Messages by type, most frequent first.</param>
/// <param name="Symbols">Messages by symbol, in the order in which the file introduces them.</param>
/// <param name="FirstTimeNs">Smallest time stamp, in the unit and from the origin that <paramref name="TimeOrigin"/> says; 0 where there is none.</param>
/// <param name="LastTimeNs">Largest time stamp.</param>
/// <param name="TimeOrigin">What the times count from.</param>
/// <param name="Anomalies">What was odd.</param>
public sealed record FeedInspection(
    string Format,
    long SizeBytes,
    long Messages,
    IReadOnlyList<FeedTypeCount> Types,
    IReadOnlyList<FeedSymbolCount> Symbols,
    long FirstTimeNs,
    long LastTimeNs,
    FeedTimeOrigin TimeOrigin,
    FeedAnomalies Anomalies);
