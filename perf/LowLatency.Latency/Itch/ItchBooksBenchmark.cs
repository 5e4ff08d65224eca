using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Gateways.Feeds.Itch.Books;

namespace LowLatency.Latency.Itch;

/// <summary>Decoding and the level books of every stock, from empty books each round.</summary>
/// <param name="name">The row.</param>
/// <param name="symbols">Stocks of the generated day.</param>
/// <param name="backlog">Whether messages may be looked at ahead, as where many wait.</param>
/// <param name="sparse">Whether references are scattered and found by hash.</param>
/// <param name="least">Messages a second that are asked for.</param>
internal sealed class ItchBooksBenchmark(string name, int symbols, bool backlog, bool sparse, double least)
    : ItchBenchmark(name, $"one ITCH message applied to the level books of {symbols:N0} symbols{(backlog ? ", in groups where a backlog waits" : ", each as it comes")}{(sparse ? ", references by hash" : "")}", symbols, sparse, least)
{
    private const int ExpectedReferences = 12_000_000;
    private const int ExpectedSparse = 1 << 21;

    private ItchBooks? _books;
    private ItchBooksHandler _handler;

    public override void Prepare()
    {
        base.Prepare();
        _books?.Dispose();
        _books = new(Anomalies, IsSparse ? ExpectedSparse : 1, ExpectedReferences);
        _handler = new(_books);
    }

    public override void Check()
    {
        base.Check();
        if (Feed!.IsGenerated)
        {
            Require(_books!.OrderCount, Feed.LiveOrders, "orders");
        }
    }

    protected override int Take(ReadOnlySpan<byte> bytes, ref FeedPosition position, int maxMessages) =>
        backlog
            ? ItchBacklog.Apply(bytes, ref position, maxMessages, _books!, Anomalies)
            : ItchFrames.Decode(bytes, ref position, maxMessages, ref _handler, Anomalies);

    protected override void Release() => _books?.Dispose();
}
