using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;

namespace LowLatency.Testing.Itch;

/// <summary>All messages of a file or of frames in memory.</summary>
/// <param name="Messages">The messages with their positions.</param>
/// <param name="Anomalies">What was odd.</param>
public sealed record CapturedItch(IReadOnlyList<(object Message, FeedPosition Position)> Messages, FeedAnomalies Anomalies)
{
    /// <summary>Reads a file to its end, so many messages at a time.</summary>
    public static CapturedItch Read(string path, int maxMessages = int.MaxValue)
    {
        FeedAnomalies anomalies = new();
        List<(object, FeedPosition)> messages = [];
        CollectingItchHandler handler = new(messages);
        using ItchReader reader = ItchReader.Open(path, anomalies);
        while (reader.Read(ref handler, maxMessages))
        {
        }

        return new(messages, anomalies);
    }

    /// <summary>Reads bytes as if they were a file.</summary>
    public static CapturedItch Read(byte[] bytes, int maxMessages = int.MaxValue)
    {
        using TemporaryFile file = new(bytes);
        return Read(file.Path, maxMessages);
    }
}
