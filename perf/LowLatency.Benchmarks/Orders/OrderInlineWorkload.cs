using LowLatency.Benchmarks.Measuring;

namespace LowLatency.Benchmarks.Orders;

/// <summary>Bursts of <see cref="OrderInline"/>; every order must be filled.</summary>
internal sealed class OrderInlineWorkload() : Workload("order-inline", "orders")
{
    /// <summary>The quantity of each order.</summary>
    public const int UnitsPerOrder = 100;

    private const int OrdersPerRound = 20_000;

    private readonly OrderInline _orders = new();
    private long _filled;

    public override (long Done, bool IsLast) Burst()
    {
        _filled = _orders.Run(OrdersPerRound);
        return (OrdersPerRound, true);
    }

    public override void Check() => Require(_filled, OrdersPerRound * UnitsPerOrder, "filled");

    protected override void Release() => _orders.Dispose();
}
