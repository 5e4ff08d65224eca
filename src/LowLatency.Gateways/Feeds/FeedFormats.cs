using System.Diagnostics.CodeAnalysis;
using LowLatency.Gateways.Feeds.Binance;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Gateways.Feeds.Recordings;

namespace LowLatency.Gateways.Feeds;

/// <summary>The file formats that can be read.</summary>
public static class FeedFormats
{
    /// <summary>All, in the order in which they are asked whether they recognise a file.</summary>
    public static IReadOnlyList<IFeedFormat> All { get; } = [new RecordingFormat(), new BinanceFormat(), new ItchFormat()];

    /// <summary>Finds the format of a file by its content and name.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool TryDetect(string path, [MaybeNullWhen(false)] out IFeedFormat format)
    {
        byte[] head = FeedFile.ReadHead(path);
        string name = Path.GetFileName(path);
        format = All.FirstOrDefault(candidate => candidate.Recognises(name, head));
        return format is not null;
    }
}
