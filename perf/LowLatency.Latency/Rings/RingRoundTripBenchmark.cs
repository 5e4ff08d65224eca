using System.Runtime.CompilerServices;
using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Latency.Rings;

/// <summary>An event of 64 bytes to the other thread through one ring and its answer back through another, one at a time.</summary>
internal sealed class RingRoundTripBenchmark() : Benchmark("ring-roundtrip", "round trip of a 64-byte event through two rings, one at a time")
{
    private const int Capacity = 1024;
    private const int Trips = 100_000;

    private SpscRing<LineEvent>? _out;
    private SpscRing<LineEvent>? _back;
    private long _sum;

    public override Figure Figure => Figure.MeanTime;

    public override int Cores => 2;

    public override string? Reference => "ref-line";

    public override IReadOnlyList<Goal> Goals => [Goal.AtMost(GoalFigure.Ratio, 1.0), Goal.AtMost(GoalFigure.AllocatedBytes, 0)];

    public override string? SetUp(BenchmarkInput input)
    {
        _out = new(Capacity);
        _back = new(Capacity);
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        long sum = 0;
        for (long i = 0; i < Trips; i++)
        {
            Send(_out!, i);
            sum += Take(_back!);
        }

        _sum = sum;
        return (Trips, true);
    }

    public override void Partner()
    {
        for (long i = 0; i < Trips; i++)
        {
            Send(_back!, Take(_out!) / 2);
        }
    }

    public override void Check() => Require(_sum, (long)Trips * (Trips - 1), "sum");

    protected override void Release()
    {
        _out?.Dispose();
        _back?.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Send(SpscRing<LineEvent> ring, long number)
    {
        ring.TryClaim().Fill(number);
        ring.Publish();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Take(SpscRing<LineEvent> ring)
    {
        ref LineEvent slot = ref ring.Peek();
        while (Unsafe.IsNullRef(ref slot))
        {
            Spin.Pause();
            slot = ref ring.Peek();
        }

        long sum = slot.Sum;
        ring.Release();
        return sum;
    }
}
