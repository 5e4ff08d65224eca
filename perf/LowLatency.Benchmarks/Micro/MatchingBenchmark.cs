using BenchmarkDotNet.Attributes;
using LowLatency.Markets.Matching;
using LowLatency.Primitives.Orders;

namespace LowLatency.Benchmarks.Micro;

/// <summary>Resting orders added around a middle price and canceled again.</summary>
[MemoryDiagnoser]
public class MatchingBenchmark
{
    private const int Orders = 1_024;
    private const int MiddleTicks = 10_000;

    private MatchingBook? _book;
    private CountingMatchSink _sink;
    private long _calls;

    [GlobalSetup]
    public void SetUp() => _book = new MatchingBook(new MatchingBookLimits(Orders, Orders, 1 << 12, 1 << 6));

    [Benchmark(OperationsPerInvoke = 2 * Orders)]
    public long AddAndCancel()
    {
        _calls++;
        MatchingBook book = _book!;
        for (uint id = 1; id <= Orders; id++)
        {
            bool isBuy = (id & 1) == 0;
            long distance = 1 + (id * 7 % 32);
            OrderEntry entry = new(id, isBuy ? Side.Buy : Side.Sell, MiddleTicks + (isBuy ? -distance : distance), 100);
            book.Enter(in entry, ref _sink);
        }

        for (uint id = 1; id <= Orders; id++)
        {
            book.Cancel(id, ref _sink);
        }

        return _sink.Canceled;
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        MicroCheck.Require(_calls > 0 && _sink.Accepted == _calls * Orders && _sink.Canceled == _sink.Accepted && _sink.Others == 0 && _book!.Count == 0);
        _book!.Dispose();
    }
}
