using BenchmarkDotNet.Attributes;
using LowLatency.Primitives.Collections;

namespace LowLatency.Benchmarks.Micro;

/// <summary>A slot taken, written and given back.</summary>
[MemoryDiagnoser]
public class SlotPoolBenchmark
{
    private const int Slots = 1_024;

    private readonly int[] _rented = new int[Slots];
    private SlotPool<long>? _pool;
    private long _calls;
    private long _returned;

    [GlobalSetup]
    public void SetUp() => _pool = new SlotPool<long>(Slots);

    [Benchmark(OperationsPerInvoke = Slots)]
    public long RentAndReturn()
    {
        _calls++;
        SlotPool<long> pool = _pool!;
        for (int i = 0; i < _rented.Length; i++)
        {
            int slot = pool.Rent();
            pool[slot] = i;
            _rented[i] = slot;
        }

        for (int i = 0; i < _rented.Length; i++)
        {
            _returned += pool[_rented[i]] == i && pool.Return(_rented[i]) ? 1 : 0;
        }

        return _returned;
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        MicroCheck.Require(_calls > 0 && _returned == _calls * Slots && _pool!.Count == 0);
        _pool!.Dispose();
    }
}
