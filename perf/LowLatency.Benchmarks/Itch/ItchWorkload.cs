using LowLatency.Benchmarks.Measuring;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Testing.Itch;

namespace LowLatency.Benchmarks.Itch;

/// <summary>A generated day in memory, handed to the decoder in pieces of the size a reader hands on.</summary>
internal abstract class ItchWorkload<THandler>(string name, ItchDay day) : Workload(name, "messages")
    where THandler : struct, IItchHandler
{
    private const int MessagesPerPiece = 4096;
    private const int PiecesPerBurst = 160;

    private FeedPosition _position;
    private int _at;

    protected ItchDay Day => day;

    protected FeedAnomalies Anomalies { get; private set; } = new();

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
        int taken = 1;
        for (int piece = 0; piece < PiecesPerBurst && taken > 0; piece++)
        {
            taken = ItchFrames.Decode(day.Bytes.AsSpan(_at), ref _position, MessagesPerPiece, ref Handler, Anomalies);
            _at += taken;
        }

        return (_position.Sequence - before, _at == day.Bytes.Length || taken == 0);
    }

    public override void Check()
    {
        Require(_position.Sequence - 1, day.Messages, "messages");
        Require(Anomalies.Total, 0, "anomalies");
    }

    protected abstract ref THandler Handler { get; }
}
