using BenchmarkDotNet.Attributes;
using LowLatency.Latency.Orders;

namespace LowLatency.Benchmarks.Micro;

/// <summary>One order with its ack and fill through all stages on the caller's thread.</summary>
[MemoryDiagnoser]
public class OrderInlineBenchmark
{
    private const int Orders = 1_000;

    private OrderInline? _orders;
    private long _calls;
    private long _filled;

    [GlobalSetup]
    public void SetUp() => _orders = new OrderInline();

    [Benchmark(OperationsPerInvoke = Orders)]
    public long NewOrderAckAndFill()
    {
        _calls++;
        _filled += _orders!.Run(Orders);
        return _filled;
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _orders!.Dispose();
        MicroCheck.Require(_calls > 0 && _filled == _calls * Orders * OrderInline.UnitsPerOrder);
    }
}
