using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Testing.Itch;

namespace LowLatency.Benchmarks.Itch;

/// <summary>Decoding and the level books of every stock, from empty books each round.</summary>
internal sealed class ItchBooksWorkload(string name, ItchDay day) : ItchWorkload<ItchBooksHandler>(name, day)
{
    private const int ExpectedOrders = 1 << 18;

    private ItchBooks? _books;
    private ItchBooksHandler _handler;

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
        Require(_books!.OrderCount, Day.LiveOrders, "orders");
    }

    protected override void Release() => _books?.Dispose();
}
