using BenchmarkDotNet.Attributes;
using LowLatency.Primitives.Metrics;

namespace LowLatency.Benchmarks.Micro;

/// <summary>Recording latencies of 100 ns to 10 ms, three significant digits.</summary>
[MemoryDiagnoser]
public class LatencyHistogramBenchmark
{
    private const int Values = 1_024;

    private readonly long[] _values = new long[Values];
    private LatencyHistogram? _histogram;
    private long _calls;
    private long _recorded;

    [GlobalSetup]
    public void SetUp()
    {
        _histogram = new LatencyHistogram(1, 10_000_000_000, 3);
        Random random = new(1);
        for (int i = 0; i < Values; i++)
        {
            _values[i] = (long)(100 * Math.Pow(10, 5 * random.NextDouble()));
        }
    }

    [Benchmark(OperationsPerInvoke = Values)]
    public long Record()
    {
        _calls++;
        foreach (long value in _values)
        {
            _recorded += _histogram!.Record(value) ? 1 : 0;
        }

        return _recorded;
    }

    [GlobalCleanup]
    public void CleanUp() =>
        MicroCheck.Require(_calls > 0 && _recorded == _calls * Values && _histogram!.TotalCount == _recorded && _histogram.OutOfRangeCount == 0);
}
