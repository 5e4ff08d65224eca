using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Orders;

/// <summary>The yardstick of <see cref="OrderInlineBenchmark"/>: <see cref="OrderPathInC"/> on the same orders.</summary>
/// <param name="name">The row.</param>
/// <param name="rejectEvery">Every so many orders one is refused; 0 for none.</param>
internal sealed class OrderInCBenchmark(string name, int rejectEvery) : Benchmark(name, "the same logic written straight down in C, compiled with -O2")
{
    private const int OrdersPerRound = 200_000;

    private OrderPathInC? _path;
    private long _answers;

    public override string Family => "order";

    public override Figure Figure => Figure.MeanTime;

    public override string? SetUp(BenchmarkInput input)
    {
        _path = OrderPathInC.TryOpen(OrderInlineBenchmark.Live, out string? fault);
        _path?.Run(4 * OrderInlineBenchmark.Live, rejectEvery);
        return fault;
    }

    public override (long Done, bool IsLast) Burst()
    {
        _answers = _path!.Run(OrdersPerRound, rejectEvery);
        return (OrdersPerRound, true);
    }

    public override void Check() => Require(_answers, OrdersPerRound, "fills and rejects");

    protected override void Release() => _path?.Dispose();
}
