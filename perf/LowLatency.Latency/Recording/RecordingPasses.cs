using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Generation;

namespace LowLatency.Latency.Recording;

/// <summary>Ways to write and to read a recording of two million trades in a temporary file.</summary>
internal sealed class RecordingPasses : IDisposable
{
    private const int Records = 2_000_000;

    private readonly string _path = Path.GetTempFileName();
    private readonly RecordingReader _reader;

    public RecordingPasses()
    {
        Write(_path);
        _reader = RecordingReader.Open(_path);
    }

    public static string Note => $"{Records:N0} generated records";

    /// <summary>Writes the recording anew.</summary>
    public static long WriteAnew()
    {
        string path = Path.GetTempFileName();
        try
        {
            return Write(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The generated session, written to memory and verified.</summary>
    public static long Generate()
    {
        using RecordingReader reader = RecordingReader.FromBytes(SessionGenerator.ToRecording());
        Require(reader.Verify().Count, 0, "faulty blocks");
        return reader.Count;
    }

    /// <summary>Opens the file and reads it with a cursor, every block checked.</summary>
    public long OpenAndRead()
    {
        using RecordingReader reader = RecordingReader.Open(_path);
        return Read(reader);
    }

    /// <summary>Reads with a cursor; the blocks are known to be sound.</summary>
    public long ReadCursor() => Read(_reader);

    /// <summary>Reads the mapped blocks without checks.</summary>
    public long ReadBlocks()
    {
        long sum = 0;
        for (long block = 0; block < _reader.BlockCount; block++)
        {
            foreach (ref readonly MarketEvent record in _reader.Block(block))
            {
                sum += record.Sequence;
            }
        }

        Require(sum, (long)Records * (Records - 1) / 2, "sum of sequence numbers");
        return Records;
    }

    public void Dispose()
    {
        _reader.Dispose();
        File.Delete(_path);
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

    private static long Read(RecordingReader reader)
    {
        long sum = 0;
        RecordingCursor cursor = reader.Read();
        while (cursor.MoveNext())
        {
            sum += cursor.Current.Sequence;
        }

        Require(sum, (long)Records * (Records - 1) / 2, "sum of sequence numbers");
        return Records;
    }

    private static void Require(long found, long expected, string what)
    {
        if (found != expected)
        {
            throw new InvalidOperationException($"recording: {what}={found} must be {expected}");
        }
    }
}
