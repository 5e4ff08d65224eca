using LowLatency.Benchmarks.Measuring;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Binance;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Generation;

namespace LowLatency.Benchmarks.Recording;

/// <summary>The verbs <c>recording-read</c>, <c>session-generate</c> and <c>binance-import FILE</c>: records per second, one thread, counts checked.</summary>
internal static class RecordingVerb
{
    private const int RoundCount = 9;
    private const int Records = 2_000_000;

    /// <summary>Runs <c>recording-read</c>, <c>session-generate</c> or <c>binance-import FILE</c>; returns the exit code.</summary>
    public static int Run(string[] args)
    {
        string path = Path.GetTempFileName();
        try
        {
            switch (args)
            {
                case ["recording-read"]:
                    Report("write", () => Write(path), mayBeRealTime: false);
                    Read(path);
                    return 0;
                case ["session-generate"]:
                    Report("generate", Generate, mayBeRealTime: false);
                    return 0;
                case ["binance-import", string file]:
                    Report("import to a recording, file read twice", () => Import(file, path), mayBeRealTime: false);
                    return 0;
                default:
                    Console.Error.WriteLine("recording-read | session-generate | binance-import FILE");
                    return 1;
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Report(string what, Func<long> pass, bool mayBeRealTime)
    {
        using PassWorkload workload = new(what, "records", pass, mayBeRealTime);
        Console.WriteLine(Rounds.Measure(RoundCount, workload)[0].AsRate());
    }

    private static long Write(string path)
    {
        InstrumentTable instruments = new();
        instruments.Add("A", "USD", new Price(1), new Quantity(1));
        MarketEvent record = new() { Kind = MarketEventKind.Trade, Instrument = new InstrumentId(1) };
        using RecordingWriter writer = RecordingWriter.Create(path, instruments, RecordingOrder.Local, "benchmark");
        for (int i = 0; i < Records; i++)
        {
            record.Sequence = i;
            writer.Append(record);
        }

        writer.Complete();
        return Records;
    }

    private static void Read(string path)
    {
        Report("read with a cursor, opened and every block checked", () => ReadAnew(path), mayBeRealTime: true);
        using RecordingReader reader = RecordingReader.Open(path);
        Report("read blocks, mapped and no checks", () => ReadBlocks(reader), mayBeRealTime: true);
        Report("read with a cursor, blocks known sound", () => ReadCursor(reader), mayBeRealTime: true);
    }

    private static long ReadAnew(string path)
    {
        using RecordingReader reader = RecordingReader.Open(path);
        return ReadCursor(reader);
    }

    private static long ReadBlocks(RecordingReader reader)
    {
        long sum = 0;
        for (long block = 0; block < reader.BlockCount; block++)
        {
            foreach (ref readonly MarketEvent record in reader.Block(block))
            {
                sum += record.Sequence;
            }
        }

        Check(sum, (long)Records * (Records - 1) / 2, "sum of sequence numbers");
        return Records;
    }

    private static long ReadCursor(RecordingReader reader)
    {
        long sum = 0;
        RecordingCursor cursor = reader.Read();
        while (cursor.MoveNext())
        {
            sum += cursor.Current.Sequence;
        }

        Check(sum, (long)Records * (Records - 1) / 2, "sum of sequence numbers");
        return Records;
    }

    private static long Generate()
    {
        using RecordingReader reader = RecordingReader.FromBytes(SessionGenerator.ToRecording());
        Check(reader.Verify().Count, 0, "faulty blocks");
        return reader.Count;
    }

    private static long Import(string file, string path)
    {
        FeedAnomalies anomalies = new();
        using BinanceEventSource source = new BinanceFormat().Open(file, new FeedImportOptions(), anomalies);
        using RecordingWriter writer = RecordingWriter.Create(path, source.Instruments, RecordingOrder.Both, Path.GetFileName(file));
        long records = writer.AppendAll(source);
        writer.Complete();
        Check(anomalies.Total - anomalies[FeedAnomalyKind.TimeReversal], 0, "anomalies");
        return records;
    }

    private static void Check(long found, long expected, string what)
    {
        if (found != expected)
        {
            throw new InvalidOperationException($"{what}={found} must be {expected}");
        }
    }
}
