using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Testing;
using LowLatency.Testing.Itch;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

/// <summary>Not one byte per message: in decoding, in the books, in the events, in the reader.</summary>
public sealed class ItchAllocationTests
{
    private const int Messages = 200_000;
    private static readonly ItchDay Day = ItchDay.Generate(20, Messages);

    [Fact]
    public void Books_of_a_day_and_its_faults()
    {
        FeedAnomalies anomalies = new();
        using ItchBooks books = new(anomalies, 1 << 16, Day.LastReference);
        ItchBooksHandler handler = new(books);
        FeedPosition position = new(0, 1, 0);
        // The first pass opens the books; the second meets the references of the first again, so that much of it is faults.
        Assert.Equal(Day.Bytes.Length, Decode(ref position, ref handler, anomalies));
        long before = GC.GetAllocatedBytesForCurrentThread();
        int decoded = Decode(ref position, ref handler, anomalies);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((Day.Bytes.Length, 0), (decoded, allocated));
        Assert.True(anomalies.Total > 1_000);
        Assert.Equal(2 * Messages, position.Sequence - 1);
    }

    [Fact]
    public void Events_of_a_file_and_the_books_of_its_orders()
    {
        using TemporaryFile file = new(Day.Bytes);
        using ItchEventSource source = new(file.Path, new FeedImportOptions(), new FeedAnomalies());
        OrderBook[] books = [.. source.Instruments.All.Select(instrument => new OrderBook(instrument.TickSize, Price.Parse("0.01"), orders: 1 << 14))];
        MarketEvent[] events = new MarketEvent[256];
        long allocated = 0;
        long total = 0;
        int got;
        do
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            got = source.Read(events);
            for (int i = 0; i < got; i++)
            {
                books[events[i].Instrument.Value - 1].Apply(in events[i]);
                _ = books[events[i].Instrument.Value - 1].Top;
            }

            // The first tenth warms the file's buffer and the native stores.
            allocated += total > Messages / 10 ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
            total += got;
        }
        while (got > 0);

        Assert.True(total > Messages * 9 / 10);
        Assert.Equal(0, allocated);
        Array.ForEach(books, book => book.Dispose());
    }

    private static int Decode(ref FeedPosition position, ref ItchBooksHandler handler, FeedAnomalies anomalies)
    {
        int at = 0;
        int taken;
        while ((taken = ItchFrames.Decode(Day.Bytes.AsSpan(at), ref position, int.MaxValue, ref handler, anomalies)) > 0)
        {
            at += taken;
        }

        return at;
    }
}
