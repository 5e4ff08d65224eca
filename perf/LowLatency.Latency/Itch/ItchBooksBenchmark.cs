using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Itch;

/// <summary>Decoding and the level books of every stock, from empty books each round.</summary>
internal class ItchBooksBenchmark(string name, int symbols, int messages, bool backlog, params IReadOnlyList<Goal> goals)
    : ItchBenchmark<ItchBooksHandler>(name, $"an ITCH 5.0 message decoded and applied to the level books of {symbols:N0} symbols, {(backlog ? "in groups where a backlog waits" : "each as it comes")}", symbols, messages)
{
    private ItchBooks? _books;
    private ItchBooksHandler _handler;
    private long? _anomalies;

    public override IReadOnlyList<Goal> Goals => goals;

    protected override ref ItchBooksHandler Handler => ref _handler;

    public override void Prepare()
    {
        base.Prepare();
        _books?.Dispose();
        int expectedSparse = Day.LastReference == 0 ? Day.LiveOrders ?? 0 : 0;
        _books = new(Anomalies, expectedSparse, Day.LastReference);
        _handler = new(_books);
    }

    public override void Check()
    {
        base.Check();
        Require(_books!.OrderCount, Day.LiveOrders ?? _books.OrderCount, "orders");

        // A recording may refer to orders from before it began; it does so in every pass alike.
        _anomalies ??= Day.LiveOrders is null ? Anomalies.Total : 0;
        Require(Anomalies.Total, _anomalies.Value, "anomalies");
    }

    protected override int Take(ReadOnlySpan<byte> bytes, ref FeedPosition position, int maxMessages) =>
        backlog ? ItchBacklog.Apply(bytes, ref position, maxMessages, _books!, Anomalies) : base.Take(bytes, ref position, maxMessages);

    protected override void Release() => _books?.Dispose();
}
