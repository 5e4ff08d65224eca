using LowLatency.Gateways.Feeds;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Itch;

/// <summary>A day of ITCH in memory, taken in pieces of the size a reader hands on.</summary>
/// <param name="name">The row.</param>
/// <param name="work">What one operation is.</param>
/// <param name="symbols">Stocks of the generated day.</param>
/// <param name="sparse">Whether its references are scattered over all 64 bits.</param>
/// <param name="least">Messages a second that are asked for.</param>
internal abstract class ItchBenchmark(string name, string work, int symbols, bool sparse, double least) : Benchmark(name, work)
{
    private const int MessagesPerPiece = 4096;
    private const int PiecesPerBurst = 48;

    private FeedPosition _position;
    private int _at;

    public override DataKinds Data => DataKinds.Itch;

    public override IReadOnlyList<Goal> Goals => [Goal.AtLeast(GoalFigure.Median, least)];

    public override string? Note => Feed!.Note;

    protected bool IsSparse => sparse;

    protected FeedAnomalies Anomalies { get; private set; } = new();

    protected ItchFeed? Feed { get; private set; }

    public override string? SetUp(BenchmarkInput input)
    {
        string? path = input.FileOf(Data);
        Feed = input.Shared(path ?? $"{symbols} {sparse}", () => path is null ? ItchFeed.Generate(symbols, sparse) : ItchFeed.Load(path));
        return null;
    }

    public override void Prepare()
    {
        Anomalies = new();
        _position = new(0, 1, 0);
        _at = 0;
    }

    public override (long Done, bool IsLast) Burst()
    {
        long before = _position.Sequence;
        int taken = 1;
        for (int piece = 0; piece < PiecesPerBurst && taken > 0; piece++)
        {
            taken = Take(Feed!.Bytes.AsSpan(_at), ref _position, MessagesPerPiece);
            _at += taken;
        }

        return (_position.Sequence - before, _at == Feed!.Bytes.Length || taken == 0);
    }

    public override void Check()
    {
        Require(_at, Feed!.Bytes.Length, "bytes");
        Require(_position.Sequence - 1, Feed.Messages, "messages");
        Require(Feed.IsGenerated ? Anomalies.Total : 0, 0, "anomalies");
    }

    protected abstract int Take(ReadOnlySpan<byte> bytes, ref FeedPosition position, int maxMessages);
}
