using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Decoding;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Counts what an ITCH file holds; <see cref="ItchSurveyHandler"/> feeds it.</summary>
/// <param name="anomalies">Takes what is odd, references to unknown orders included.</param>
internal sealed class ItchSurvey(FeedAnomalies anomalies) : IDisposable
{
    private readonly long[] _countByType = new long[256];

    public ItchDirectory Directory { get; } = new(anomalies);

    public ItchBooks Books { get; } = new(anomalies);

    public FeedAnomalies Anomalies => anomalies;

    public long FirstTimeNs { get; private set; } = long.MaxValue;

    public long LastTimeNs { get; private set; }

    private long PreviousTimeNs { get; set; }

    public IReadOnlyList<FeedTypeCount> Types() =>
        [.. ItchMessageTypes.All
            .Where(type => _countByType[type.Code] > 0)
            .Select(type => new FeedTypeCount(type.Code.ToString(), type.Name, _countByType[type.Code]))
            .OrderByDescending(type => type.Messages)];

    public IReadOnlyList<FeedSymbolCount> Symbols() =>
        [.. Directory.Locates.Select(locate => new FeedSymbolCount(Directory.SymbolOf(locate) ?? $"#{locate}", Directory.MessagesOf(locate)))];

    public void Count(char type, ushort locate, long timeNs, long offset)
    {
        _countByType[type]++;
        Directory.Count(locate);
        FirstTimeNs = Math.Min(FirstTimeNs, timeNs);
        LastTimeNs = Math.Max(LastTimeNs, timeNs);
        if (timeNs < PreviousTimeNs)
        {
            anomalies.Add(FeedAnomalyKind.TimeReversal, offset, (ulong)(PreviousTimeNs - timeNs));
        }

        PreviousTimeNs = timeNs;
    }

    public void Dispose() => Books.Dispose();
}
