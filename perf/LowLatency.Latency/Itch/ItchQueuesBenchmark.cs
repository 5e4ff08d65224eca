using System.Buffers.Binary;
using LowLatency.Latency.Measuring;
using LowLatency.Markets.Books;

namespace LowLatency.Latency.Itch;

/// <summary>Decoding and queues by order of every stock, from empty books each round: what a venue model needs of a stock where it has orders of its own.</summary>
internal sealed class ItchQueuesBenchmark(string name, int symbols, int messages, params IReadOnlyList<Goal> goals)
    : ItchBenchmark<ItchQueuesHandler>(name, $"an ITCH 5.0 message decoded and applied to the queues by order of {symbols:N0} symbols, each as it comes", symbols, messages)
{
    private const int Locates = 1 << 16;
    private const int LocateOffset = sizeof(ushort) + 1;
    private const long TickRaw = 10_000;
    private const long CentRaw = 1_000_000;

    private readonly OrderBook?[] _books = new OrderBook?[Locates];
    private readonly HashSet<int> _stocks = [];
    private ItchQueuesHandler _handler;

    public override IReadOnlyList<Goal> Goals => goals;

    protected override ref ItchQueuesHandler Handler => ref _handler;

    public override string? SetUp(BenchmarkInput input)
    {
        string? why = base.SetUp(input);
        ReadOnlySpan<byte> bytes = Day.Bytes;
        for (int at = 0; at < bytes.Length; at += sizeof(ushort) + BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]))
        {
            _stocks.Add(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + LocateOffset)..]));
        }

        return why;
    }

    public override void Prepare()
    {
        base.Prepare();
        Release();
        foreach (int locate in _stocks)
        {
            _books[locate] = new(new(TickRaw), new(CentRaw), windowSize: 64);
        }

        _handler = new(_books);
    }

    public override void Check()
    {
        base.Check();
        long orders = _books.Sum(book => (long)(book?.Count ?? 0));
        Require(orders, Day.LiveOrders ?? orders, "orders");
    }

    protected override void Release()
    {
        for (int locate = 0; locate < Locates; locate++)
        {
            _books[locate]?.Dispose();
            _books[locate] = null;
        }
    }
}
