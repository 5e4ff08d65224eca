using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Markets.Matching.OrderFlow;

namespace LowLatency.Latency.Measuring;

/// <summary>The file of <c>--data</c> and what it is, found from its content.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind">One kind.</param>
internal sealed record DataFile(string Path, DataKinds Kind)
{
    /// <summary>Looks at the beginning of a file.</summary>
    /// <exception cref="IOException">It cannot be read, or is of no known kind.</exception>
    public static DataFile Detect(string path)
    {
        byte[] head = FeedFile.ReadHead(path);
        if (OrderFlowFile.HasMagic(head))
        {
            return new(path, DataKinds.OrderFlow);
        }

        if (FeedFormats.TryDetect(path, out IFeedFormat? format))
        {
            return new(path, format is ItchFormat ? DataKinds.Itch : DataKinds.Feed);
        }

        return OrderFlowFile.LooksCompact(head)
            ? new(path, DataKinds.OrderFlow)
            : throw new IOException($"data={path} is neither an order flow nor market data: it begins with {Convert.ToHexString(head.AsSpan(0, Math.Min(head.Length, 16)))}");
    }
}
