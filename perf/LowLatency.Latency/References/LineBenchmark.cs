using LowLatency.Latency.Machine;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.References;

/// <summary>The raw round trip of a cache line between both cores: what no hand-off can beat.</summary>
/// <param name="name">The row.</param>
/// <param name="pause">Whether the waiting loops pause.</param>
internal sealed class LineBenchmark(string name, bool pause)
    : Benchmark(name, $"raw round trip of a cache line between two threads, {(pause ? "with" : "without")} pause instruction")
{
    private const int Trips = 100_000;

    private LineProbe? _probe;

    public override Figure Figure => Figure.MeanTime;

    public override int Cores => 2;

    public override string? SetUp(BenchmarkInput input)
    {
        _probe = new();
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        if (pause)
        {
            _probe!.PingPausing(Trips);
        }
        else
        {
            _probe!.Ping(Trips);
        }

        return (Trips, true);
    }

    public override void Partner()
    {
        if (pause)
        {
            _probe!.PongPausing(Trips);
        }
        else
        {
            _probe!.Pong(Trips);
        }
    }

    protected override void Release() => _probe?.Dispose();
}
