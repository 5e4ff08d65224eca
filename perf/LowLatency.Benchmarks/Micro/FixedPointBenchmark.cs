using BenchmarkDotNet.Attributes;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Benchmarks.Micro;

/// <summary>Prices as exchanges write them, ASCII to units of 1e-8.</summary>
[MemoryDiagnoser]
public class FixedPointBenchmark
{
    private const int Decimals = 8;

    private static readonly byte[][] Texts = ["64123.40"u8.ToArray(), "0.00012345"u8.ToArray(), "187"u8.ToArray(), "3421.5"u8.ToArray()];
    private static readonly long Expected = 6_412_340_000_000 + 12_345 + 18_700_000_000 + 342_150_000_000;

    private long _calls;
    private long _sum;

    [Benchmark(OperationsPerInvoke = 4)]
    public long Parse()
    {
        _calls++;
        foreach (byte[] text in Texts)
        {
            _sum += FixedPoint.TryParse<byte>(text, Decimals, out long value) ? value : long.MinValue;
        }

        return _sum;
    }

    [GlobalCleanup]
    public void CleanUp() => MicroCheck.Require(_calls > 0 && _sum == unchecked(_calls * Expected));
}
