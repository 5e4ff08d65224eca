using BenchmarkDotNet.Attributes;
using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Venues;

namespace LowLatency.Benchmarks.Micro;

/// <summary>Publishing and taking 64-byte events on one thread: the instructions, without the traffic between cores.</summary>
[MemoryDiagnoser]
public class SpscRingBenchmark
{
    private const int Events = 512;

    private SpscRing<VenueRequest>? _ring;
    private long _calls;
    private long _sum;

    [GlobalSetup]
    public void SetUp() => _ring = new SpscRing<VenueRequest>(1024);

    [Benchmark(OperationsPerInvoke = Events)]
    public long PublishAndConsume()
    {
        _calls++;
        SpscRing<VenueRequest> ring = _ring!;
        for (int i = 1; i <= Events; i++)
        {
            ring.TryClaim().TimeNs = i;
            ring.Publish();
        }

        for (int i = 0; i < Events; i++)
        {
            _sum += ring.Peek().TimeNs;
            ring.Release();
        }

        return _sum;
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        MicroCheck.Require(_calls > 0 && _sum == _calls * (Events * (Events + 1L) / 2) && _ring!.Available == 0);
        _ring!.Dispose();
    }
}
