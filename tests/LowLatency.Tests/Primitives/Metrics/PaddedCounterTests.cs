using System.Runtime.CompilerServices;
using LowLatency.Primitives.Metrics;
using Xunit;

namespace LowLatency.Tests.Primitives.Metrics;

public class PaddedCounterTests
{
    [Fact]
    public unsafe void The_value_stands_in_the_middle_of_its_padding()
    {
        Assert.Equal(256, PaddedCounter.Size);
        Assert.Equal(PaddedCounter.Size, Unsafe.SizeOf<PaddedCounter>());
        PaddedCounter counter = default;
        counter.Add(-1);
        ReadOnlySpan<byte> bytes = new(&counter, PaddedCounter.Size);
        Assert.Equal(128, bytes.IndexOfAnyExcept((byte)0));
        Assert.Equal(135, bytes.LastIndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void A_reader_sees_it_grow_up_to_the_sum()
    {
        PaddedCounter[] counters = new PaddedCounter[2];
        Thread writer = new(() =>
        {
            for (int i = 0; i < 1_000_000; i++)
            {
                counters[1].Increment();
            }

            counters[1].Add(5);
        });
        writer.Start();
        long last = 0;
        while (writer.IsAlive)
        {
            long seen = counters[1].Value;
            Assert.True(seen >= last, $"seen={seen} after last={last}");
            last = seen;
            Thread.Yield();
        }

        Assert.Equal((0L, 1_000_005L), (counters[0].Value, counters[1].Value));
    }
}
