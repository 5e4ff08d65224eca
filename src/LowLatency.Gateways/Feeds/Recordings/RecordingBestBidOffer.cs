using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;

namespace LowLatency.Gateways.Feeds.Recordings;

/// <summary>Writes the best bid and offer of one instrument of a recording, from the deepest data it has: orders, else levels, else quotes.</summary>
internal sealed class RecordingBestBidOffer : IDisposable
{
    private const int RecordsPerProgress = 1 << 16;
    private readonly RecordingReader _reader;
    private readonly Instrument _instrument;
    private readonly FeedAnomalies _anomalies;
    private readonly BestBidOfferLines _lines;
    private readonly OrderBook? _orders;
    private readonly LevelBook? _levels;
    private readonly bool _hasLevels;

    /// <summary>With an empty book.</summary>
    public RecordingBestBidOffer(RecordingReader reader, Instrument instrument, Stream output, FeedAnomalies anomalies)
    {
        _reader = reader;
        _instrument = instrument;
        _anomalies = anomalies;
        _lines = new BestBidOfferLines(output);
        _hasLevels = (reader.Contents & RecordingContents.Levels) != 0;
        if ((reader.Contents & RecordingContents.Orders) != 0)
        {
            _orders = new OrderBook(new(1), instrument.TickSize);
        }
        else
        {
            _levels = new LevelBook(new(1), instrument.TickSize);
        }
    }

    /// <summary>Reads the recording as its receiver saw it.</summary>
    public FeedBookSummary Write(IProgress<long>? progress)
    {
        RecordingCursor cursor = _reader.Read(RecordingView.Local);
        long messages = 0;
        while (cursor.MoveNext())
        {
            ref readonly MarketEvent change = ref cursor.Current;
            if (change.Instrument != _instrument.Id)
            {
                continue;
            }

            long offset = RecordingReader.OffsetOf(cursor.Index);
            if (messages++ % RecordsPerProgress == 0)
            {
                progress?.Report(offset);
            }

            if (_orders is not null)
            {
                Count(_orders.Apply(in change), in change, offset);
                WriteLine(change.LocalTimeNs, _orders.Top);
            }
            else if (IsUsed(change.Kind))
            {
                Count(_levels!.Apply(in change), in change, offset);
                if ((change.Flags & MarketEventFlags.Last) != 0)
                {
                    WriteLine(change.LocalTimeNs, _levels.Top);
                }
            }
        }

        if (cursor.Fault is { } fault)
        {
            _anomalies.Add(FeedAnomalyKind.WrongChecksum, fault.Offset, (ulong)fault.RecordsLost, fault.Reason);
        }

        progress?.Report(_reader.SizeBytes);
        return new FeedBookSummary(messages, _lines.Count, _anomalies);
    }

    /// <summary>Writes out what is held back; the output stays open.</summary>
    public void Dispose()
    {
        _lines.Dispose();
        _orders?.Dispose();
        _levels?.Dispose();
    }

    private bool IsUsed(MarketEventKind kind) =>
        _hasLevels ? kind is MarketEventKind.LevelSet or MarketEventKind.LevelsCleared : kind == MarketEventKind.Quote;

    private void WriteLine(long timeNs, in TopOfBook top) =>
        _lines.Write(timeNs, top.BidPrice.Raw, top.BidQuantity.Raw, top.AskPrice.Raw, top.AskQuantity.Raw);

    private void Count(BookUpdate update, in MarketEvent change, long offset)
    {
        switch (update)
        {
            case BookUpdate.Clamped:
                _anomalies.Add(FeedAnomalyKind.Overfilled, offset, (ulong)change.Quantity.Raw);
                break;
            case BookUpdate.UnknownOrder:
                _anomalies.Add(FeedAnomalyKind.UnknownOrder, offset, change.OrderId);
                break;
            case BookUpdate.DuplicateOrder:
                _anomalies.Add(FeedAnomalyKind.DuplicateOrder, offset, change.Kind == MarketEventKind.OrderReplaced ? change.NewOrderId : change.OrderId);
                break;
            case BookUpdate.InvalidSide:
                _anomalies.Add(FeedAnomalyKind.UnknownSide, offset, (ulong)change.Side);
                break;
            case BookUpdate.InvalidPrice:
                _anomalies.Add(FeedAnomalyKind.OutOfRange, offset, (ulong)change.Price.Raw, "price");
                break;
            case BookUpdate.InvalidQuantity:
                _anomalies.Add(FeedAnomalyKind.OutOfRange, offset, (ulong)change.Quantity.Raw, "quantity");
                break;
            case BookUpdate.Full:
                _anomalies.Add(FeedAnomalyKind.OutOfRange, offset, (ulong)change.Price.Raw, "too many levels");
                break;
        }
    }
}
