using LowLatency.Latency.Measuring;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Latency.Orders;

/// <summary>Bursts of <see cref="OrderInline"/> with 65,536 orders resting at the venue; what was filled and refused is counted.</summary>
/// <param name="name">The row.</param>
/// <param name="rejectEvery">Every so many orders one is refused; 0 for none.</param>
/// <param name="reference">The same logic in C, or the same without the limits.</param>
/// <param name="limited">The levels at which every kind of limit is set, beyond reach.</param>
internal sealed class OrderInlineBenchmark(string name, int rejectEvery, string reference, RiskLevels limited = RiskLevels.None)
    : Benchmark(name, limited != RiskLevels.None ? $"the same with every kind of limit set; levels: {limited}" : $"one order with ack and fill through all stages on the caller's thread, every check on, 64 Ki live orders{(rejectEvery == 0 ? "" : $", one in {rejectEvery} refused")}")
{
    /// <summary>Orders that rest while it runs.</summary>
    public const int Live = 1 << 16;

    private const int OrdersPerRound = 200_000;

    private OrderInline? _orders;
    private long _filled;

    public override Figure Figure => Figure.MeanTime;

    public override string? Reference => reference;

    public override IReadOnlyList<Goal> Goals => limited != RiskLevels.None ? [Goal.AtMost(GoalFigure.Beyond, 60), Goal.AtMost(GoalFigure.AllocatedBytes, 0)] : [Goal.AtMost(GoalFigure.Median, 35), Goal.AtMost(GoalFigure.Ratio, 1.5), Goal.AtMost(GoalFigure.AllocatedBytes, 0)];

    public override string? SetUp(BenchmarkInput input)
    {
        _orders = new(Live, rejectEvery, limited);
        while (_orders.Engine.OpenOrders < Live)
        {
            _orders.Run(Live / 4);
        }

        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        _filled = _orders!.Run(OrdersPerRound);
        return (OrdersPerRound, true);
    }

    public override void Check()
    {
        long refused = rejectEvery == 0 ? 0 : OrdersPerRound / rejectEvery;
        Require(_orders!.Answers.Rejects, refused, "rejects");
        Require(_orders.Answers.Fills, OrdersPerRound - refused, "fills");
        Require(_filled, (OrdersPerRound - refused) * OrderInline.UnitsPerOrder, "filled");
    }

    protected override void Release() => _orders?.Dispose();
}
