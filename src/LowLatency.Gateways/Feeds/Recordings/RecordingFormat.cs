using System.Diagnostics.CodeAnalysis;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;

namespace LowLatency.Gateways.Feeds.Recordings;

/// <summary>The project's own recordings, asked like every other file. A damaged block ends what is read and is counted.</summary>
public sealed class RecordingFormat : IFeedFormat
{
    /// <inheritdoc/>
    public string Name => "LowLatency recording";

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> head) => head.StartsWith("LLREC\r\n\u001a"u8);

    /// <inheritdoc/>
    /// <remarks>An event that stands twice, once for each clock, counts once. Times are receive times.</remarks>
    public FeedInspection Inspect(string path, IProgress<long>? progress = null)
    {
        FeedAnomalies anomalies = new();
        if (!TryOpen(path, anomalies, out RecordingReader? reader))
        {
            return new FeedInspection(Name, new FileInfo(path).Length, 0, [], [], 0, 0, FeedTimeOrigin.UnixEpoch, anomalies);
        }

        using (reader)
        {
            RecordingInspection inspection = RecordingInspection.Of(reader);
            foreach (RecordingBlockFault fault in reader.Verify())
            {
                anomalies.Add(FeedAnomalyKind.WrongChecksum, fault.Offset, (ulong)fault.RecordsLost, fault.Reason);
            }

            foreach (string contradiction in inspection.RecordsLost == 0 ? inspection.Anomalies : [])
            {
                anomalies.Add(FeedAnomalyKind.Malformed, 0, note: contradiction);
            }

            progress?.Report(reader.SizeBytes);
            return new FeedInspection(
                $"{Name}, {reader.Contents}, in {reader.Order} order, of: {reader.Source}",
                reader.SizeBytes,
                inspection.Events,
                [.. Enum.GetValues<MarketEventKind>()
                    .Select(kind => new FeedTypeCount(((int)kind).ToString(System.Globalization.CultureInfo.InvariantCulture), kind.ToString(), inspection.CountOf(kind)))
                    .Where(type => type.Messages > 0)
                    .OrderByDescending(type => type.Messages)],
                [.. reader.Instruments.All.Select(instrument => new FeedSymbolCount(instrument.Symbol, inspection.CountOf(instrument.Id)))],
                reader.EarliestLocalNs,
                reader.LatestLocalNs,
                FeedTimeOrigin.UnixEpoch,
                anomalies);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Units of 1e-8 and receive times. From the deepest data there is: orders, else levels, else quotes. Levels and quotes are looked at where a change ends, orders after each event.
    /// </remarks>
    public FeedBookSummary WriteBestBidOffer(string path, string symbol, Stream output, IProgress<long>? progress = null)
    {
        FeedAnomalies anomalies = new();
        if (!TryOpen(path, anomalies, out RecordingReader? reader))
        {
            return new FeedBookSummary(0, 0, anomalies);
        }

        using (reader)
        using (RecordingBestBidOffer writer = new(reader, Find(reader, symbol), output, anomalies))
        {
            return writer.Write(progress);
        }
    }

    /// <inheritdoc/>
    /// <remarks>The instruments are all of the recording, also when one symbol is wanted.</remarks>
    /// <exception cref="InvalidDataException">Not a complete and undamaged recording; lists every fault found outside the records.</exception>
    public IMarketEventSource OpenEvents(string path, FeedImportOptions options, FeedAnomalies anomalies)
    {
        ArgumentNullException.ThrowIfNull(options);
        RecordingReader reader = RecordingReader.Open(path);
        try
        {
            return new RecordingEventSource(reader, only: options.Symbol is { } symbol ? Find(reader, symbol).Id : default);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static bool TryOpen(string path, FeedAnomalies anomalies, [NotNullWhen(true)] out RecordingReader? reader)
    {
        bool isOpen = RecordingReader.TryOpen(path, out reader, out IReadOnlyList<string> faults);
        foreach (string fault in faults)
        {
            anomalies.Add(FeedAnomalyKind.Malformed, 0, note: fault);
        }

        return isOpen;
    }

    private static Instrument Find(RecordingReader reader, string symbol) =>
        reader.Instruments.TryFind(symbol, out Instrument? instrument)
            ? instrument
            : throw new ArgumentException($"symbol={symbol} is not in the file, which has {string.Join(", ", reader.Instruments.All.Select(i => i.Symbol))}", nameof(symbol));
}
