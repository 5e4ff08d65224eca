using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Orders;

/// <summary>Bursts of <see cref="OrderInline"/>; every order must be filled.</summary>
internal sealed class OrderInlineBenchmark() : Benchmark("order-inline", "one order with its ack and fill through all stages on the caller's thread, every check on, both reports read")
{
    private const int OrdersPerRound = 200_000;

    private OrderInline? _orders;
    private long _filled;

    public override Figure Figure => Figure.MeanTime;

    public override string? Reference => "ref-walk";

    public override IReadOnlyList<Goal> Goals => [Goal.AtMost(GoalFigure.Median, 35), Goal.AtMost(GoalFigure.AllocatedBytes, 0)];

    public override string? SetUp(BenchmarkInput input)
    {
        _orders = new();
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        _filled = _orders!.Run(OrdersPerRound);
        return (OrdersPerRound, true);
    }

    public override void Check() => Require(_filled, OrdersPerRound * OrderInline.UnitsPerOrder, "filled");

    protected override void Release() => _orders?.Dispose();
}
