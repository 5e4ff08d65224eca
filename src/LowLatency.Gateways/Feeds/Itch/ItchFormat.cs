using System.Buffers.Binary;
using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Pcap;
using LowLatency.Markets.Data;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>NASDAQ TotalView-ITCH 5.0: files of length-prefixed messages and packet captures of MoldUDP64, either compressed by gzip or not.</summary>
public sealed class ItchFormat : IFeedFormat
{
    /// <inheritdoc/>
    public string Name => "NASDAQ ITCH 5.0";

    /// <inheritdoc/>
    /// <remarks>A packet capture, or bytes of which the first or the second frame is a message of the format.</remarks>
    public bool Recognises(string fileName, ReadOnlySpan<byte> head)
    {
        if (PcapHeader.TryRead(head, out _))
        {
            return true;
        }

        for (int frame = 0; frame < 2 && head.Length > sizeof(ushort); frame++)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(head);
            if (length > 0 && ItchMessageTypes.LengthOf(head[sizeof(ushort)]) == length)
            {
                return true;
            }

            head = head[Math.Min(head.Length, length + sizeof(ushort))..];
        }

        return false;
    }

    /// <inheritdoc/>
    public FeedInspection Inspect(string path, IProgress<long>? progress = null)
    {
        FeedAnomalies anomalies = new();
        using ItchReader reader = ItchReader.Open(path, anomalies);
        using ItchSurvey survey = new(anomalies);
        ItchSurveyHandler handler = new(survey);
        while (reader.Read(ref handler))
        {
            progress?.Report(reader.ReadBytes);
        }

        IReadOnlyList<FeedTypeCount> types = survey.Types();
        long messages = types.Sum(type => type.Messages);
        return new(
            (messages > 0 ? Name : "no " + Name) + ", " + reader.Transport,
            reader.SizeBytes,
            messages,
            types,
            survey.Symbols(),
            messages > 0 ? survey.FirstTimeNs : 0,
            survey.LastTimeNs,
            FeedTimeOrigin.NewYorkMidnight,
            anomalies);
    }

    /// <inheritdoc/>
    public FeedBookSummary WriteBestBidOffer(string path, string symbol, Stream output, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        FeedAnomalies anomalies = new();
        ReadDirectory(path, symbol).TryFind(symbol, out ushort locate);
        using ItchReader reader = ItchReader.Open(path, anomalies);
        using ItchBooks books = new(anomalies);
        ItchBboWriter writer = new(books, locate, output);
        ItchBboHandler handler = new(writer);
        while (reader.Read(ref handler))
        {
            progress?.Report(reader.ReadBytes);
        }

        writer.Flush();
        return new(writer.Messages, writer.Lines, anomalies);
    }

    /// <inheritdoc/>
    public IMarketEventSource OpenEvents(string path, FeedImportOptions options, FeedAnomalies anomalies) => new ItchEventSource(path, options, anomalies);

    /// <summary>The symbols of a file; for one wanted symbol, those up to it.</summary>
    /// <exception cref="ArgumentException">The file does not have the wanted symbol.</exception>
    internal static ItchDirectory ReadDirectory(string path, string? wanted)
    {
        FeedAnomalies anomalies = new(0);
        ItchDirectory directory = new(anomalies);
        ItchDirectoryHandler handler = new(directory);
        int known = 0;
        using ItchReader reader = ItchReader.Open(path, anomalies);
        while (reader.Read(ref handler))
        {
            if (wanted is not null && directory.Symbols > known)
            {
                known = directory.Symbols;
                if (directory.TryFind(wanted, out _))
                {
                    return directory;
                }
            }
        }

        return wanted is null || directory.TryFind(wanted, out _)
            ? directory
            : throw new ArgumentException($"symbol='{wanted}' is not among the {directory.Symbols} symbols the file names", nameof(wanted));
    }
}
