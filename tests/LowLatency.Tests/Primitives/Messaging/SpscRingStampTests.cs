using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Messaging;
using Xunit;

namespace LowLatency.Tests.Primitives.Messaging;

public class SpscRingStampTests
{
    [Fact]
    public void A_stamped_event_takes_whole_lines()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new SpscRing<Short>(4));
        Assert.Contains("size=72", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_look_finds_one_event_and_the_next_all_that_came_after()
    {
        using SpscRing<StampedValue> ring = new(8);
        Publish(ring, 1, 2, 3, 4);
        Assert.False(ring.IsEmpty);
        Assert.Equal(1, ring.Available);
        ring.Release();
        Assert.Equal(3, ring.Available);
        ring.Release(3);
        Assert.True(ring.IsEmpty);
        Assert.Equal(0, ring.Available);
        Publish(ring, 5, 6);
        Assert.Equal(1, ring.Available);
        Assert.Equal(6, ring.Peek(1).Number);
        Assert.Equal(2, ring.Available);
    }

    [Fact]
    public void A_batch_is_stamped_whole_and_laps_are_told_apart()
    {
        using SpscRing<StampedValue> ring = new(4);
        for (long lap = 0; lap < 5; lap++)
        {
            Assert.Equal(3, ring.TryClaim(3));
            for (int i = 0; i < 3; i++)
            {
                ring.Claimed(i).Number = (lap * 3) + i;
            }

            ring.Publish(3);
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal((lap * 3) + i, ring.Peek().Number);
                ring.Release();
            }

            Assert.True(Unsafe.IsNullRef(ref ring.Peek()));
        }
    }

    [Fact]
    public void An_event_copied_with_its_stamp_from_another_ring_is_unseen_until_it_is_published()
    {
        using SpscRing<StampedValue> from = new(4);
        using SpscRing<StampedValue> to = new(4);
        for (long i = 0; i < 10; i++)
        {
            Publish(from, i);
            to.TryClaim() = from.Peek();
            from.Release();
            Assert.True(to.IsEmpty);
            Assert.True(Unsafe.IsNullRef(ref to.Peek()));
            to.Publish();
            Assert.Equal(i, to.Peek().Number);
            to.Release();
        }
    }

    [Fact]
    public void A_consumer_may_clear_the_slot()
    {
        using SpscRing<StampedValue> ring = new(2);
        for (long i = 0; i < 7; i++)
        {
            Publish(ring, i);
            Assert.Equal(i, ring.Peek().Number);
            ring.Peek() = default;
            ring.Release();
            Assert.True(Unsafe.IsNullRef(ref ring.Peek()));
        }
    }

    private static void Publish(SpscRing<StampedValue> ring, params ReadOnlySpan<long> numbers)
    {
        foreach (long number in numbers)
        {
            ring.TryClaim().Number = number;
            ring.Publish();
        }
    }

    [StructLayout(LayoutKind.Sequential, Size = 72)]
    private struct Short : IStampedEvent;
}
