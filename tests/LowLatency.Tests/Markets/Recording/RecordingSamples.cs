using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using Xunit;

namespace LowLatency.Tests.Markets.Recording;

/// <summary>Recordings in memory for the tests.</summary>
internal static class RecordingSamples
{
    public static InstrumentTable TwoInstruments()
    {
        InstrumentTable table = new();
        table.Add("AAPL", "USD", new Price(1_000_000), Quantity.FromWhole(1));
        table.Add("BTCUSDT", "USDT", new Price(10_000_000), new Quantity(100_000));
        return table;
    }

    public static MarketEvent[] RandomEvents(int seed, int count)
    {
        Random random = new(seed);
        MarketEvent[] events = new MarketEvent[count];
        for (int i = 0; i < count; i++)
        {
            events[i] = new MarketEvent
            {
                ExchangeTimeNs = 1_000_000 + (i * 10L) + random.Next(20),
                LocalTimeNs = 2_000_000 + (i * 10L),
                Price = new Price(random.NextInt64()),
                Quantity = new Quantity(random.NextInt64()),
                OrderId = (ulong)random.NextInt64(),
                MatchId = (ulong)random.NextInt64(),
                Sequence = i,
                Instrument = new InstrumentId(random.Next(1, 3)),
                Kind = (MarketEventKind)random.Next(1, 12),
                Side = (Side)random.Next(3),
                Flags = (MarketEventFlags)random.Next(16),
                Status = (TradingStatus)random.Next(7),
            };
        }

        return events;
    }

    public static byte[] Write(
        IEnumerable<MarketEvent> events,
        RecordingOrder order = RecordingOrder.Local,
        int blockRecords = 8,
        InstrumentTable? instruments = null,
        string source = "test")
    {
        using MemoryStream stream = new();
        using RecordingWriter writer = new(stream, instruments ?? TwoInstruments(), order, source, blockRecords, leaveOpen: true);
        foreach (MarketEvent record in events)
        {
            writer.Append(record);
        }

        writer.Complete();
        return stream.ToArray();
    }

    public static List<MarketEvent> ReadAll(RecordingReader reader, RecordingView view = RecordingView.All)
    {
        List<MarketEvent> events = [];
        RecordingCursor cursor = reader.Read(view);
        while (cursor.MoveNext())
        {
            Assert.Equal(cursor.Index, view == RecordingView.All ? events.Count : cursor.Index);
            events.Add(cursor.Current);
        }

        Assert.Null(cursor.Fault);
        return events;
    }

    /// <summary>CRC-32C bit by bit.</summary>
    public static uint NaiveCrc32C(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return ~crc;
    }

    /// <summary>Sets bytes of a recording and makes the checksums of header and footer right again.</summary>
    public static byte[] Patched(byte[] recording, int offset, params byte[] bytes)
    {
        byte[] copy = [.. recording];
        bytes.CopyTo(copy, offset);
        return Resealed(copy);
    }

    /// <summary>Makes the checksums of header and footer right.</summary>
    public static byte[] Resealed(byte[] recording)
    {
        long footer = 512 + (BitConverter.ToInt64(recording, 32) * 64);
        if (footer >= 512 && footer <= recording.Length)
        {
            BitConverter.TryWriteBytes(recording.AsSpan(88), NaiveCrc32C(recording.AsSpan((int)footer)));
        }

        BitConverter.TryWriteBytes(recording.AsSpan(508), NaiveCrc32C(recording.AsSpan(0, 508)));
        return recording;
    }
}
