using LowLatency.Markets.Data;

namespace LowLatency.Gateways.Feeds;

/// <summary>A foreign market-data file format: what the command line asks of each. Stateless; any thread.</summary>
/// <remarks>
/// Odd content is counted in the result, never thrown. Thrown are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/> when the file cannot be read,
/// and <see cref="ArgumentException"/> when an argument asks for what the file does not have; the message says what it has.
/// </remarks>
public interface IFeedFormat
{
    /// <summary>The format's name.</summary>
    string Name { get; }

    /// <summary>True when a file of this name (without folder) that begins, decompressed, with <paramref name="head"/> is of this format.</summary>
    bool Recognises(string fileName, ReadOnlySpan<byte> head);

    /// <summary>Looks through the whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Told the bytes of the file read so far, from time to time; may be null.</param>
    FeedInspection Inspect(string path, IProgress<long>? progress = null);

    /// <summary>
    /// Writes one line <c>ts_ns,bid,bid_size,ask,ask_size</c> in the feed's own integer units whenever a message changed one of the four; an empty side is <c>0,0</c>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="symbol">The symbol, as the feed writes it.</param>
    /// <param name="output">Takes ASCII lines that end in a line feed; left open.</param>
    /// <param name="progress">As of <see cref="Inspect"/>.</param>
    FeedBookSummary WriteBestBidOffer(string path, string symbol, Stream output, IProgress<long>? progress = null);

    /// <summary>Opens the file as market-data events; what is odd is added to <paramref name="anomalies"/> as it is read.</summary>
    IMarketEventSource OpenEvents(string path, FeedImportOptions options, FeedAnomalies anomalies);
}
