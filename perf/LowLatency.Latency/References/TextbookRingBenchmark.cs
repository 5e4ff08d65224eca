using LowLatency.Latency.Measuring;
using LowLatency.Latency.Rings;

namespace LowLatency.Latency.References;

/// <summary>The same flow as <c>ring-single</c> through a <see cref="TextbookRing{T}"/>, both sides spinning.</summary>
internal sealed unsafe class TextbookRingBenchmark() : Benchmark("ref-ring-textbook", "64-byte event through a textbook ring of two cursors, spinning, published one by one")
{
    private const int Capacity = 1 << 14;
    private const int Events = 1 << 20;

    private TextbookRing<LineEvent>? _ring;
    private long _sum;

    public override int Cores => 2;

    public override string? SetUp(BenchmarkInput input)
    {
        _ring = new(Capacity);
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        TextbookRing<LineEvent> ring = _ring!;
        long sum = 0;
        for (long i = 0; i < Events; i++)
        {
            LineEvent* slot = ring.TryPeek();
            while (slot == null)
            {
                slot = ring.TryPeek();
            }

            sum += slot->Sum;
            ring.Release();
        }

        _sum = sum;
        return (Events, true);
    }

    public override void Partner()
    {
        TextbookRing<LineEvent> ring = _ring!;
        for (long i = 0; i < Events; i++)
        {
            LineEvent* slot = ring.TryClaim();
            while (slot == null)
            {
                slot = ring.TryClaim();
            }

            slot->Fill(i);
            ring.Publish();
        }
    }

    public override void Check() => Require(_sum, (long)Events * (Events - 1), "sum");

    protected override void Release() => _ring?.Dispose();
}
