using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using Xunit;

namespace LowLatency.Tests.Markets.Recording;

public class RecordingRoundTripTests
{
    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 8)]
    [InlineData(7, 8)]
    [InlineData(8, 8)]
    [InlineData(9, 8)]
    [InlineData(1000, 1)]
    [InlineData(1000, 64)]
    [InlineData(1000, 4096)]
    public void Memory_round_trip(int count, int blockRecords)
    {
        MarketEvent[] events = RecordingSamples.RandomEvents(seed: count, count);
        using RecordingReader reader = RecordingReader.FromBytes(RecordingSamples.Write(events, RecordingOrder.Local, blockRecords, source: "källa"));
        Assert.Equal(events, RecordingSamples.ReadAll(reader));
        Assert.Equal(count, reader.Count);
        Assert.Equal((count + blockRecords - 1) / blockRecords, reader.BlockCount);
        Assert.Equal(blockRecords, reader.BlockRecords);
        Assert.Equal("källa", reader.Source);
        Assert.Equal(RecordingOrder.Local, reader.Order);
        Assert.Equal(RecordingSamples.TwoInstruments().All, reader.Instruments.All);
        Assert.Empty(reader.Verify());
        Assert.Equal(events.Select(e => e.LocalTimeNs).DefaultIfEmpty().Min(), reader.EarliestLocalNs);
        Assert.Equal(events.Select(e => e.LocalTimeNs).DefaultIfEmpty().Max(), reader.LatestLocalNs);
        Assert.Equal(events.Select(e => e.ExchangeTimeNs).DefaultIfEmpty().Min(), reader.EarliestExchangeNs);
        Assert.Equal(events.Select(e => e.ExchangeTimeNs).DefaultIfEmpty().Max(), reader.LatestExchangeNs);
        Assert.Equal(0, reader.LocalReversals);
        Assert.Equal(events.Zip(events.Skip(1)).Count(p => p.Second.ExchangeTimeNs < p.First.ExchangeTimeNs), reader.ExchangeReversals);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(events[i], reader[i]);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => reader[count]);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Block(reader.BlockCount));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Block(-1));
    }

    [Fact]
    public void File_round_trip_and_unfinished_file()
    {
        string path = Path.GetTempFileName();
        try
        {
            MarketEvent[] events = RecordingSamples.RandomEvents(seed: 5, 100);
            using (RecordingWriter writer = RecordingWriter.Create(path, RecordingSamples.TwoInstruments(), RecordingOrder.Exchange, "file", 16))
            {
                foreach (MarketEvent record in events)
                {
                    writer.Append(record);
                }
            }

            Assert.False(RecordingReader.TryOpen(path, out _, out IReadOnlyList<string> faults));
            Assert.Equal([$"state=1: its writer did not complete it; length={512 + (96 * 64)}"], faults);

            using (RecordingWriter writer = RecordingWriter.Create(path, RecordingSamples.TwoInstruments(), RecordingOrder.Exchange, "file", 16))
            {
                foreach (MarketEvent record in events)
                {
                    writer.Append(record);
                }

                Assert.Equal(100, writer.Count);
                writer.Complete();
                Assert.Throws<InvalidOperationException>(() => writer.Append(events[0]));
                Assert.Throws<InvalidOperationException>(writer.Complete);
            }

            Assert.Equal(RecordingSamples.Write(events, RecordingOrder.Exchange, 16, source: "file"), File.ReadAllBytes(path));
            using RecordingReader reader = RecordingReader.Open(path);
            Assert.Equal(events, RecordingSamples.ReadAll(reader));
            Assert.Equal(RecordingContents.Reversed, reader.Contents & RecordingContents.Reversed);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.False(RecordingReader.TryOpen(path, out _, out IReadOnlyList<string> faults));
            Assert.Equal(["length=0 is shorter than the header, 512"], faults);
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => RecordingReader.Open(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Contents_follow_from_the_records()
    {
        (MarketEventKind, RecordingContents)[] cases =
        [
            (MarketEventKind.OrderAdded, RecordingContents.Orders),
            (MarketEventKind.OrderExecuted, RecordingContents.Orders),
            (MarketEventKind.OrderExecutedAtPrice, RecordingContents.Orders),
            (MarketEventKind.OrderReduced, RecordingContents.Orders),
            (MarketEventKind.OrderDeleted, RecordingContents.Orders),
            (MarketEventKind.OrderReplaced, RecordingContents.Orders),
            (MarketEventKind.Trade, RecordingContents.Trades),
            (MarketEventKind.LevelSet, RecordingContents.Levels),
            (MarketEventKind.LevelsCleared, RecordingContents.Levels),
            (MarketEventKind.Quote, RecordingContents.Quotes),
            (MarketEventKind.Status, RecordingContents.Status),
        ];
        Assert.Equal(Enum.GetValues<MarketEventKind>().Length - 1, cases.Length);
        foreach ((MarketEventKind kind, RecordingContents contents) in cases)
        {
            MarketEvent record = new() { Kind = kind, Instrument = new InstrumentId(1) };
            using RecordingReader reader = RecordingReader.FromBytes(RecordingSamples.Write([record]));
            Assert.Equal(contents, reader.Contents);
        }
    }

    [Theory]
    [InlineData(RecordingOrder.Local, true, false)]
    [InlineData(RecordingOrder.Exchange, false, true)]
    [InlineData(RecordingOrder.Both, true, true)]
    public void Reversals_are_counted_by_each_clock_and_flagged_by_the_stated_one(RecordingOrder order, bool byLocal, bool byExchange)
    {
        MarketEvent At(long exchange, long local) =>
            new() { Kind = MarketEventKind.Trade, Instrument = new InstrumentId(1), ExchangeTimeNs = exchange, LocalTimeNs = local };
        using RecordingReader local = RecordingReader.FromBytes(RecordingSamples.Write([At(1, 5), At(2, 4), At(3, 4), At(4, 3)], order));
        Assert.Equal((2, 0), (local.LocalReversals, local.ExchangeReversals));
        Assert.Equal(byLocal, (local.Contents & RecordingContents.Reversed) != 0);
        using RecordingReader exchange = RecordingReader.FromBytes(RecordingSamples.Write([At(5, 1), At(4, 2)], order));
        Assert.Equal((0, 1), (exchange.LocalReversals, exchange.ExchangeReversals));
        Assert.Equal(byExchange, (exchange.Contents & RecordingContents.Reversed) != 0);
    }

    [Fact]
    public void Views_show_the_records_of_their_clock()
    {
        MarketEvent Of(long sequence, MarketEventFlags flags) =>
            new() { Kind = MarketEventKind.Trade, Instrument = new InstrumentId(1), Sequence = sequence, Flags = flags, LocalTimeNs = sequence };
        MarketEvent[] events = [Of(2, MarketEventFlags.ExchangeOnly), Of(1, MarketEventFlags.None), Of(2, MarketEventFlags.LocalOnly), Of(3, MarketEventFlags.None)];
        using RecordingReader reader = RecordingReader.FromBytes(RecordingSamples.Write(events, RecordingOrder.Both, 1));
        Assert.Equal([1, 2, 3], RecordingSamples.ReadAll(reader, RecordingView.Local).Select(e => e.Sequence));
        Assert.Equal([2, 1, 3], RecordingSamples.ReadAll(reader, RecordingView.Exchange).Select(e => e.Sequence));
        Assert.Equal([2, 1, 2, 3], RecordingSamples.ReadAll(reader).Select(e => e.Sequence));
        Assert.Equal(RecordingContents.Trades | RecordingContents.Split, reader.Contents);
        Assert.Equal(3, RecordingInspection.Of(reader).Events);
    }

    [Fact]
    public void The_instrument_table_may_grow_while_writing()
    {
        InstrumentTable table = new();
        using MemoryStream stream = new();
        using RecordingWriter writer = new(stream, table, RecordingOrder.Local, "", 2, leaveOpen: true);
        for (int i = 1; i <= 20; i++)
        {
            table.Add($"S{i}", "EUR", new Price(i), new Quantity(i));
            writer.Append(new MarketEvent { Kind = MarketEventKind.Trade, Instrument = new InstrumentId(i) });
        }

        writer.Complete();
        using RecordingReader reader = RecordingReader.FromBytes(stream.ToArray());
        Assert.Equal(table.All, reader.Instruments.All);
    }

    [Fact]
    public void The_writer_refuses_records_the_format_does_not_know()
    {
        using MemoryStream stream = new();
        using RecordingWriter writer = new(stream, RecordingSamples.TwoInstruments(), RecordingOrder.Local, "");
        MarketEvent sound = new() { Kind = MarketEventKind.Trade, Instrument = new InstrumentId(2) };
        MarketEvent[] wrong =
        [
            sound with { Kind = MarketEventKind.None },
            sound with { Kind = (MarketEventKind)99 },
            sound with { Side = (Side)3 },
            sound with { Flags = (MarketEventFlags)64 },
            sound with { Flags = MarketEventFlags.ExchangeOnly | MarketEventFlags.LocalOnly },
            sound with { Status = (TradingStatus)7 },
            sound with { Instrument = new InstrumentId(0) },
            sound with { Instrument = new InstrumentId(3) },
            sound with { Instrument = new InstrumentId(-1) },
        ];
        foreach (MarketEvent record in wrong)
        {
            Assert.Throws<ArgumentException>(() => writer.Append(record));
        }

        writer.Append(sound);
        writer.Append(new MarketEvent { Kind = MarketEventKind.Status });
        Assert.Equal(2, writer.Count);
    }

    [Fact]
    public void The_writer_lists_every_fault_of_its_parameters()
    {
        ArgumentException wrong = Assert.Throws<ArgumentException>(
            () => new RecordingWriter(new MemoryStream(), new InstrumentTable(), 0, new string('x', 353), 3));
        Assert.Equal(
            "order=0 must be Local, Exchange or Both; source=353 bytes must be at most 352; blockRecords=3 must be a power of two from 1 to 1048576",
            wrong.Message);
        Assert.Throws<ArgumentException>(() => new RecordingWriter(new MemoryStream([1]), new InstrumentTable(), RecordingOrder.Local, ""));
    }

    [Fact]
    public void Inspection_counts_by_kind_and_instrument()
    {
        MarketEvent[] events = RecordingSamples.RandomEvents(seed: 3, 500);
        using RecordingReader reader = RecordingReader.FromBytes(RecordingSamples.Write(events));
        RecordingInspection inspection = RecordingInspection.Of(reader);
        Assert.Empty(inspection.Anomalies);
        Assert.Equal(500, inspection.Events);
        foreach (MarketEventKind kind in Enum.GetValues<MarketEventKind>())
        {
            Assert.Equal(events.Count(e => e.Kind == kind), inspection.CountOf(kind));
        }

        Assert.Equal(events.Count(e => e.Instrument.Value == 2), inspection.CountOf(new InstrumentId(2)));
    }

    [Fact]
    public void A_disposed_reader_gives_no_cursor_steps()
    {
        RecordingReader reader = RecordingReader.FromBytes(RecordingSamples.Write(RecordingSamples.RandomEvents(1, 20)));
        RecordingCursor cursor = reader.Read();
        reader.Dispose();
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => cursor.MoveNext());
        Assert.Throws<ObjectDisposedException>(() => reader[0]);
        Assert.Throws<ObjectDisposedException>(() => reader.Verify());
    }
}
