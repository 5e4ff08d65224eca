using BenchmarkDotNet.Attributes;
using LowLatency.Primitives.Collections;

namespace LowLatency.Benchmarks.Micro;

/// <summary>Ids that rise, as client order ids do: added, found and removed while a window of others stays.</summary>
[MemoryDiagnoser]
public class IdMapBenchmark
{
    private const int Ids = 1_024;
    private const int Staying = 4_096;

    private IdMap? _map;
    private ulong _next = 1;
    private long _calls;
    private long _found;

    [GlobalSetup]
    public void SetUp()
    {
        _map = new IdMap(2 * Staying);
        for (int i = 0; i < Staying; i++)
        {
            _map.TryAdd(_next++, i);
        }
    }

    [Benchmark(OperationsPerInvoke = Ids)]
    public long AddGetAndRemove()
    {
        _calls++;
        IdMap map = _map!;
        for (int i = 0; i < Ids; i++)
        {
            ulong id = _next++;
            bool added = map.TryAdd(id, i) == IdMapResult.Added;
            bool found = map.TryGet(id, out int value) & value == i;
            bool removed = map.TryRemove(id - Staying, out _);
            _found += added & found & removed ? 1 : 0;
        }

        return _found;
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        MicroCheck.Require(_calls > 0 && _found == _calls * Ids && _map!.Count == Staying);
        _map!.Dispose();
    }
}
