using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Collections;

namespace LowLatency.Latency.References;

/// <summary>A memory copy from and to buffers that no second-level cache holds: the ceiling of whatever moves events through memory.</summary>
internal sealed unsafe class CopyBenchmark() : Benchmark("ref-copy", "memory copy between two buffers of 16 MiB, by cache lines of 64 bytes")
{
    private const long SizeBytes = 16L << 20;
    private const int LineBytes = 64;
    private const int Copies = 2;

    private NativeBuffer<long>? _from;
    private NativeBuffer<long>? _to;
    private long _stamp;

    public override string? SetUp(BenchmarkInput input)
    {
        _from = new(SizeBytes / sizeof(long), hugePages: true);
        _to = new(SizeBytes / sizeof(long), hugePages: true);
        return null;
    }

    public override void Prepare()
    {
        _stamp++;
        _from![0] = _from[_from.Length - 1] = _stamp;
    }

    public override (long Done, bool IsLast) Burst()
    {
        for (int i = 0; i < Copies; i++)
        {
            Buffer.MemoryCopy(_from!.Start, _to!.Start, SizeBytes, SizeBytes);
        }

        return (Copies * SizeBytes / LineBytes, true);
    }

    public override void Check()
    {
        Require(_to![0], _stamp, "first word");
        Require(_to[_to.Length - 1], _stamp, "last word");
    }

    protected override void Release()
    {
        _from?.Dispose();
        _to?.Dispose();
    }
}
