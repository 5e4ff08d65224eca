using System.Runtime.InteropServices;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.References;

/// <summary>Steps that each wait for the one before, a multiplication and a load from 128 KiB, which every second-level cache holds: what a core does in a chain of dependent work. Nothing of the product is in it.</summary>
internal sealed unsafe class WalkBenchmark() : Benchmark("ref-walk", "one step of dependent multiplications and loads from 128 KiB")
{
    private const int Steps = 1_000_000;
    private const int TableBits = 14;

    private ulong* _table;
    private ulong _expected;
    private ulong _found;

    public override Figure Figure => Figure.MeanTime;

    public override string? SetUp(BenchmarkInput input)
    {
        _table = (ulong*)NativeMemory.AlignedAlloc(sizeof(ulong) << TableBits, 64);
        for (ulong i = 0; i < 1 << TableBits; i++)
        {
            _table[i] = (i * 0x9e3779b97f4a7c15) ^ (i << 20);
        }

        _expected = Walk(_table, Steps);
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        _found = Walk(_table, Steps);
        return (Steps, true);
    }

    public override void Check() => Require((long)_found, (long)_expected, "sum");

    protected override void Release() => NativeMemory.AlignedFree(_table);

    private static ulong Walk(ulong* table, int steps)
    {
        ulong at = 1;
        for (int i = 0; i < steps; i++)
        {
            at = (at * 0xd1342543de82ef95) + table[at >> (64 - TableBits)] + 1;
        }

        return at;
    }
}
