using System.Diagnostics.CodeAnalysis;
using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;

namespace LowLatency.Gateways.Feeds.Recordings;

/// <summary>The project's own recordings, asked like every other file. A damaged block ends what is read and is counted.</summary>
public sealed class RecordingFormat : IFeedFormat
{
    private const int RecordsPerProgress = 1 << 16;

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
        {
            Instrument instrument = Find(reader, symbol);
            using BestBidOfferLines lines = new(output);
            bool hasOrders = (reader.Contents & RecordingContents.Orders) != 0;
            bool hasLevels = (reader.Contents & RecordingContents.Levels) != 0;
            using LevelBook levels = new(new(1), instrument.TickSize);
            using OrderBook orders = new(new(1), instrument.TickSize);
            RecordingCursor cursor = reader.Read(RecordingView.Local);
            long messages = 0;
            while (cursor.MoveNext())
            {
                ref readonly MarketEvent change = ref cursor.Current;
                if (change.Instrument != instrument.Id)
                {
                    continue;
                }

                if (messages++ % RecordsPerProgress == 0)
                {
                    progress?.Report(OffsetOf(cursor));
                }

                bool isUsed = hasOrders || (hasLevels ? change.Kind is MarketEventKind.LevelSet or MarketEventKind.LevelsCleared : change.Kind == MarketEventKind.Quote);
                if (!isUsed)
                {
                    continue;
                }

                Report(hasOrders ? orders.Apply(in change) : levels.Apply(in change), in change, OffsetOf(cursor), anomalies);
                if (hasOrders || (change.Flags & MarketEventFlags.Last) != 0)
                {
                    TopOfBook top = hasOrders ? orders.Top : levels.Top;
                    lines.Write(change.LocalTimeNs, top.BidPrice.Raw, top.BidQuantity.Raw, top.AskPrice.Raw, top.AskQuantity.Raw);
                }
            }

            if (cursor.Fault is { } fault)
            {
                anomalies.Add(FeedAnomalyKind.WrongChecksum, fault.Offset, (ulong)fault.RecordsLost, fault.Reason);
            }

            progress?.Report(reader.SizeBytes);
            return new FeedBookSummary(messages, lines.Count, anomalies);
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

    private static long OffsetOf(RecordingCursor cursor) => RecordingReader.OffsetOf(cursor.Index);

    private static void Report(BookUpdate update, in MarketEvent change, long offset, FeedAnomalies anomalies)
    {
        switch (update)
        {
            case BookUpdate.Clamped:
                anomalies.Add(FeedAnomalyKind.Overfilled, offset, (ulong)change.Quantity.Raw);
                break;
            case BookUpdate.UnknownOrder:
                anomalies.Add(FeedAnomalyKind.UnknownOrder, offset, change.OrderId);
                break;
            case BookUpdate.DuplicateOrder:
                anomalies.Add(FeedAnomalyKind.DuplicateOrder, offset, change.Kind == MarketEventKind.OrderReplaced ? change.NewOrderId : change.OrderId);
                break;
            case BookUpdate.InvalidSide:
                anomalies.Add(FeedAnomalyKind.UnknownSide, offset, (ulong)change.Side);
                break;
            case BookUpdate.InvalidPrice:
                anomalies.Add(FeedAnomalyKind.OutOfRange, offset, (ulong)change.Price.Raw, "price");
                break;
            case BookUpdate.InvalidQuantity:
                anomalies.Add(FeedAnomalyKind.OutOfRange, offset, (ulong)change.Quantity.Raw, "quantity");
                break;
            case BookUpdate.Full:
                anomalies.Add(FeedAnomalyKind.OutOfRange, offset, (ulong)change.Price.Raw, "too many levels");
                break;
        }
    }
}
