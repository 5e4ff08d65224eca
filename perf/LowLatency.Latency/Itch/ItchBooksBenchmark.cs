using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Itch;

/// <summary>Decoding and the level books of every stock, from empty books each round.</summary>
internal sealed class ItchBooksBenchmark(string name, int symbols, int messages, params IReadOnlyList<Goal> goals)
    : ItchBenchmark<ItchBooksHandler>(name, $"an ITCH 5.0 message decoded and applied to the level books of {symbols:N0} symbols", symbols, messages)
{
    private const int ExpectedOrders = 1 << 18;

    private ItchBooks? _books;
    private ItchBooksHandler _handler;
    private long? _anomalies;

    public override IReadOnlyList<Goal> Goals => goals;

    protected override ref ItchBooksHandler Handler => ref _handler;

    public override void Prepare()
    {
        base.Prepare();
        _books?.Dispose();
        _books = new(Anomalies, ExpectedOrders, Day.LastReference);
        _handler = new(_books);
    }

    public override void Check()
    {
        base.Check();
        Require(_books!.Orders.Count, Day.LiveOrders ?? _books.Orders.Count, "orders");

        // A recording may refer to orders from before it began; it does so in every pass alike.
        _anomalies ??= Day.LiveOrders is null ? Anomalies.Total : 0;
        Require(Anomalies.Total, _anomalies.Value, "anomalies");
    }

    protected override void Release() => _books?.Dispose();
}
