using System.Threading.Channels;
using LowLatency.Latency.Measuring;
using LowLatency.Latency.Rings;

namespace LowLatency.Latency.References;

/// <summary>The same flow through the framework's bounded channel, both sides trying without waiting.</summary>
internal sealed class ChannelBenchmark() : Benchmark("ref-channel", "64-byte event through a bounded System.Threading.Channels channel, one writer, one reader")
{
    private const int Capacity = 1 << 14;
    private const int Events = 200_000;

    private Channel<LineEvent>? _channel;
    private long _sum;

    public override int Cores => 2;

    /// <summary>The channel takes a lock, and who waits for it must not starve who holds it.</summary>
    public override bool MayBeRealTime => false;

    public override string? SetUp(BenchmarkInput input)
    {
        _channel = Channel.CreateBounded<LineEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true });
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        ChannelReader<LineEvent> reader = _channel!.Reader;
        long sum = 0;
        for (int i = 0; i < Events; i++)
        {
            LineEvent item;
            while (!reader.TryRead(out item))
            {
                Spin.Pause();
            }

            sum += item.Sum;
        }

        _sum = sum;
        return (Events, true);
    }

    public override void Partner()
    {
        ChannelWriter<LineEvent> writer = _channel!.Writer;
        LineEvent item = default;
        for (int i = 0; i < Events; i++)
        {
            item.Fill(i);
            while (!writer.TryWrite(item))
            {
                Spin.Pause();
            }
        }
    }

    public override void Check() => Require(_sum, (long)Events * (Events - 1), "sum");
}
