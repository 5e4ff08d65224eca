using System.Diagnostics;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Binance;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Generation;

namespace LowLatency.Benchmarks.Recording;

/// <summary>Records per second of writing and reading a recording, of importing a Binance file, and of generating a session; one thread, several rounds, counts checked.</summary>
internal static class RecordingBenchmark
{
    private const int Rounds = 9;
    private const int Records = 8_000_000;

    /// <summary>Runs <c>recording-read</c>, <c>session-generate</c> or <c>binance-import FILE</c>; returns the exit code.</summary>
    public static int Run(string[] args)
    {
        string path = Path.GetTempFileName();
        try
        {
            switch (args)
            {
                case ["recording-read"]:
                    Report("write", Rates(() => Write(path)));
                    Report("read blocks, no checks, from a mapped file", Rates(() => Read(path, ReadBlocks)));
                    Report("read with a cursor, every block checked", Rates(() => Read(path, ReadCursor)));
                    Report("read blocks again, no checks", Rates(() => Read(path, reader => ReadBlocks(reader) * 0, ReadBlocks)));
                    Report("read with a cursor again, blocks known sound", Rates(() => Read(path, reader => ReadCursor(reader) * 0, ReadCursor)));
                    return 0;
                case ["session-generate"]:
                    Report("generate", Rates(Generate));
                    return 0;
                case ["binance-import", string file]:
                    Report("import to a recording, file read twice", Rates(() => Import(file, path)));
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

    private static double[] Rates(Func<double> round) => [.. Enumerable.Range(0, Rounds).Select(_ => round()).Order()];

    private static void Report(string what, double[] rates) =>
        Console.WriteLine($"{what}: M records/s of {Rounds} rounds: best {rates[^1]:F1}, median {rates[Rounds / 2]:F1}, worst {rates[0]:F1}");

    private static double Write(string path)
    {
        InstrumentTable instruments = new();
        instruments.Add("A", "USD", new Price(1), new Quantity(1));
        MarketEvent record = new() { Kind = MarketEventKind.Trade, Instrument = new InstrumentId(1) };
        long start = Stopwatch.GetTimestamp();
        using RecordingWriter writer = RecordingWriter.Create(path, instruments, RecordingOrder.Local, "benchmark");
        for (int i = 0; i < Records; i++)
        {
            record.Sequence = i;
            writer.Append(record);
        }

        writer.Complete();
        return Records / Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static double Read(string path, params Func<RecordingReader, long>[] passes)
    {
        using RecordingReader reader = RecordingReader.Open(path);
        foreach (Func<RecordingReader, long> warmup in passes[..^1])
        {
            warmup(reader);
        }

        long start = Stopwatch.GetTimestamp();
        long sum = passes[^1](reader);
        double rate = Records / Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        Check(sum, (long)Records * (Records - 1) / 2, "sum of sequence numbers");
        return rate;
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

        return sum;
    }

    private static long ReadCursor(RecordingReader reader)
    {
        long sum = 0;
        RecordingCursor cursor = reader.Read();
        while (cursor.MoveNext())
        {
            sum += cursor.Current.Sequence;
        }

        return sum;
    }

    private static double Generate()
    {
        long start = Stopwatch.GetTimestamp();
        byte[] recording = SessionGenerator.ToRecording();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        using RecordingReader reader = RecordingReader.FromBytes(recording);
        Check(reader.Verify().Count, 0, "faulty blocks");
        return reader.Count / time.TotalMicroseconds;
    }

    private static double Import(string file, string path)
    {
        FeedAnomalies anomalies = new();
        long start = Stopwatch.GetTimestamp();
        using BinanceEventSource source = new BinanceFormat().Open(file, new FeedImportOptions(), anomalies);
        using RecordingWriter writer = RecordingWriter.Create(path, source.Instruments, RecordingOrder.Both, Path.GetFileName(file));
        long records = writer.AppendAll(source);
        writer.Complete();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        Check(anomalies.Total - anomalies[FeedAnomalyKind.TimeReversal], 0, "anomalies");
        return records / time.TotalMicroseconds;
    }

    private static void Check(long found, long expected, string what)
    {
        if (found != expected)
        {
            throw new InvalidOperationException($"{what}={found} must be {expected}");
        }
    }
}
