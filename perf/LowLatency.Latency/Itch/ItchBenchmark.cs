using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Itch;

/// <summary>A day in memory, handed to the decoder in pieces of the size a reader hands on.</summary>
internal abstract class ItchBenchmark<THandler>(string name, string work, int symbols, int messages) : Benchmark(name, work)
    where THandler : struct, IItchOrderHandler
{
    private const int MessagesPerPiece = 4096;
    private const int PiecesPerBurst = 160;

    private FeedPosition _position;
    private int _at;

    public override string? Reference => "ref-walk";

    public override DataKinds Data => DataKinds.Itch;

    public override string? Note => Day.Note;

    protected ItchInput Day { get; private set; } = null!;

    protected FeedAnomalies Anomalies { get; private set; } = new();

    protected abstract ref THandler Handler { get; }

    public override string? SetUp(BenchmarkInput input)
    {
        Day = Read(input, symbols, messages);
        return null;
    }

    public override void Prepare()
    {
        Anomalies = new();
        Rewind();
    }

    /// <summary>Goes back to the start of the day and keeps what the handler has built.</summary>
    public void Rewind()
    {
        _position = new(0, 1, 0);
        _at = 0;
    }

    public override (long Done, bool IsLast) Burst()
    {
        long before = _position.Sequence;
        byte[] bytes = Day.Bytes;
        int taken = 1;
        for (int piece = 0; piece < PiecesPerBurst && taken > 0; piece++)
        {
            taken = Take(bytes.AsSpan(_at), ref _position, MessagesPerPiece);
            _at += taken;
        }

        return (_position.Sequence - before, _at == bytes.Length || taken == 0);
    }

    /// <summary>Hands a piece on; returns the bytes taken.</summary>
    protected virtual int Take(ReadOnlySpan<byte> bytes, ref FeedPosition position, int maxMessages) => ItchOrderFrames.Decode(bytes, ref position, maxMessages, ref Handler, Anomalies);

    /// <summary>What it runs on.</summary>
    protected virtual ItchInput Read(BenchmarkInput input, int symbols, int messages) => ItchInput.Of(input, symbols, messages);

    public override void Check() => Require(_position.Sequence - 1, Day.Messages, "messages");
}
