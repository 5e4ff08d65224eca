using System.Runtime.CompilerServices;
using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Latency.Rings;

/// <summary>Events of 64 bytes from one thread to another as fast as both can, published one by one or in batches.</summary>
/// <param name="name">The row.</param>
/// <param name="batch">How many are published together.</param>
/// <param name="goals">What must come out.</param>
internal sealed class RingBenchmark(string name, int batch, params IReadOnlyList<Goal> goals)
    : Benchmark(name, $"64-byte event through a ring between two threads, published {(batch == 1 ? "one by one" : $"in batches of {batch}")}")
{
    private const int Capacity = 1 << 15;
    private const int Events = 1 << 21;
    private const int MostPerPoll = 4096;

    private SpscRing<LineEvent>? _ring;
    private SummingHandler _handler;
    private long _polls;

    public override int Cores => 2;

    public override string? Reference => "ref-ring-textbook";

    public override IReadOnlyList<Goal> Goals => goals;

    public override double? AverageBatch => (double)Events / _polls;

    public override string? SetUp(BenchmarkInput input)
    {
        _ring = new(Capacity);
        return null;
    }

    public override void Prepare()
    {
        _handler = default;
        _polls = 0;
    }

    public override (long Done, bool IsLast) Burst()
    {
        SpscRing<LineEvent> ring = _ring!;
        SummingHandler handler = default;
        long polls = 0;
        for (long seen = 0; seen < Events;)
        {
            int count = ring.Poll(ref handler, MostPerPoll);
            if (count > 0)
            {
                seen += count;
                polls++;
            }
            else
            {
                Spin.Pause();
            }
        }

        _handler = handler;
        _polls = polls;
        return (Events, true);
    }

    public override void Partner()
    {
        if (batch == 1)
        {
            PublishSingly(_ring!);
        }
        else
        {
            PublishBatches(_ring!, batch);
        }
    }

    public override void Check() => Require(_handler.Sum, (long)Events * (Events - 1), "sum");

    protected override void Release() => _ring?.Dispose();

    private static void PublishSingly(SpscRing<LineEvent> ring)
    {
        for (long i = 0; i < Events; i++)
        {
            ref LineEvent slot = ref ring.TryClaim();
            while (Unsafe.IsNullRef(ref slot))
            {
                Spin.Pause();
                slot = ref ring.TryClaim();
            }

            slot.Fill(i);
            ring.Publish();
        }
    }

    private static void PublishBatches(SpscRing<LineEvent> ring, int batch)
    {
        for (long i = 0; i < Events; i += batch)
        {
            while (!ring.HasFree(batch))
            {
                Spin.Pause();
            }

            for (int k = 0; k < batch; k++)
            {
                ring.Claimed(k).Fill(i + k);
            }

            ring.Publish(batch);
        }
    }
}
