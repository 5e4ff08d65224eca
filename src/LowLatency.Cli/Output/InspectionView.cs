using LowLatency.Gateways.Feeds;
using LowLatency.Markets.Matching.OrderFlow;

namespace LowLatency.Cli.Output;

/// <summary>What <c>inspect</c> shows, the same for every kind of file.</summary>
/// <param name="Format">The format in words.</param>
/// <param name="SizeBytes">Size on disk.</param>
/// <param name="Messages">Messages, records or events.</param>
/// <param name="Types">Messages by type.</param>
/// <param name="Symbols">Messages by symbol.</param>
/// <param name="TimeOrigin">What the times count from; null where there are none.</param>
/// <param name="FirstTimeNs">Smallest time.</param>
/// <param name="LastTimeNs">Largest time.</param>
/// <param name="Anomalies">How many of each kind.</param>
/// <param name="FirstAnomalies">The first ones, a line each with the offset.</param>
internal sealed record InspectionView(
    string Format,
    long SizeBytes,
    long Messages,
    IReadOnlyList<FeedTypeCount> Types,
    IReadOnlyList<FeedSymbolCount> Symbols,
    FeedTimeOrigin? TimeOrigin,
    long FirstTimeNs,
    long LastTimeNs,
    IReadOnlyList<KeyValuePair<string, long>> Anomalies,
    IReadOnlyList<string> FirstAnomalies)
{
    /// <summary>Of a foreign file.</summary>
    public static InspectionView Of(FeedInspection found) => new(
        found.Format,
        found.SizeBytes,
        found.Messages,
        found.Types,
        found.Symbols,
        found.Messages > 0 ? found.TimeOrigin : null,
        found.FirstTimeNs,
        found.LastTimeNs,
        [.. found.Anomalies.Counts().Select(one => KeyValuePair.Create(one.Key.ToString(), one.Value))],
        [.. found.Anomalies.First().Select(one => one.ToString())]);

    /// <summary>Of an order flow.</summary>
    public static InspectionView Of(OrderFlowFile file, long sizeBytes) => new(
        file.IsWide ? "order flow, 40-byte records" : "order flow, 16-byte records",
        sizeBytes,
        file.Count,
        [new("0", "new", file.NewCount), new("1", "cancel", file.CancelCount), new("2", "modify", file.ModifyCount)],
        [],
        null,
        0,
        0,
        [.. Enum.GetValues<OrderFlowFaultKind>()
            .Where(kind => file.Faults.CountOf(kind) > 0)
            .Select(kind => KeyValuePair.Create(kind.ToString(), file.Faults.CountOf(kind)))],
        [.. file.Faults.Lines()]);
}
