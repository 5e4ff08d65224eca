using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Latency.References;

/// <summary>What the checks alone cost: a plain call of <see cref="PlainChecks"/> an order, one in eight refused, each by a reason that is compared.</summary>
internal sealed class CheckCallBenchmark() : Benchmark("ref-call", "a plain method call with the engine's checks of a new order written straight down, one order in eight refused")
{
    private const int Orders = 1_000_000;
    private const int RefusedEvery = 8;

    private static readonly PlainOrder Good = new(1, 1, Side.Buy, OrderType.Limit, TimeInForce.Gtc, 100 * Price.One, 100 * Quantity.One, 0);

    /// <summary>Orders that are refused, each by one check.</summary>
    private static readonly (PlainOrder Order, RejectReason Reason)[] Refused =
    [
        (Good with { Quantity = 2 * PlainChecks.MaxOrderQuantity }, RejectReason.OrderQuantityLimit),
        (Good with { Price = Good.Price + 1 }, RejectReason.PriceOffTick),
        (Good with { Price = 110 * Price.One }, RejectReason.PriceCollar),
        (Good with { Quantity = Good.Quantity + 1 }, RejectReason.QuantityOffLot),
    ];

    private readonly PlainChecks _checks = new();
    private ulong _lastId;
    private long _passed;
    private long _refused;

    public override Figure Figure => Figure.MeanTime;

    public override string? SetUp(BenchmarkInput input)
    {
        _checks.Kill(true);
        Require((long)_checks.Order(Good with { ClOrdId = ++_lastId }), 1L << (int)RejectReason.KillSwitch, "checks failed while trading is stopped");
        _checks.Kill(false);
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        _passed = 0;
        _refused = 0;
        Side side = Side.Buy;
        for (int i = 0; i < Orders; i++)
        {
            bool isRefused = i % RefusedEvery == 0;
            (PlainOrder order, RejectReason reason) = isRefused ? Refused[i / RefusedEvery % Refused.Length] : (Good, RejectReason.None);
            side = isRefused ? side : (Side)(3 - (int)side);
            ulong failed = _checks.Order(order with { Side = side, ClOrdId = ++_lastId });
            _passed += failed == 0 ? 1 : 0;
            _refused += isRefused && failed == 1UL << (int)reason ? 1 : 0;
        }

        return (Orders, true);
    }

    public override void Check()
    {
        Require(_passed, Orders - (Orders / RefusedEvery), "passed");
        Require(_refused, Orders / RefusedEvery, "refused for the reason meant");
        Require(_checks.Position, 0, "position");
    }
}
