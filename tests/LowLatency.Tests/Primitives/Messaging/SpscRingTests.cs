using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Messaging;
using Xunit;

namespace LowLatency.Tests.Primitives.Messaging;

public class SpscRingTests
{
    [Theory]
    [InlineData(0, "capacity=0")]
    [InlineData(-8, "capacity=-8")]
    [InlineData(3, "capacity=3")]
    [InlineData(int.MinValue, "capacity=-2147483648")]
    [InlineData(1 << 28, "sizeBytes=2147483648")]
    public void A_capacity_that_cannot_be_is_refused_by_value(int capacity, string expected)
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new SpscRing<long>(capacity));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slots_start_zeroed_and_aligned()
    {
        using SpscRing<Line> ring = new(16);
        Assert.Equal(16, ring.TryClaim(100));
        for (int i = 0; i < 16; i++)
        {
            ref Line slot = ref ring.Claimed(i);
            Assert.Equal(0, slot.Value);
            Assert.Equal(0, Address(ref slot) % 64);
        }
    }

    [Fact]
    public void A_full_ring_claims_nothing_until_a_slot_is_released()
    {
        using SpscRing<long> ring = new(2);
        ring.TryClaim() = 10;
        ring.Publish();
        ring.TryClaim() = 11;
        ring.Publish();
        Assert.True(Unsafe.IsNullRef(ref ring.TryClaim()));
        Assert.Equal(0, ring.TryClaim(1));
        Assert.False(ring.HasFree(1));
        Assert.True(ring.HasFree(0));
        Assert.Equal(10, ring.Peek());
        ring.Release();
        Assert.Equal(1, ring.FreeSlots);
        Assert.Equal(1, ring.TryClaim(2));
        ring.TryClaim() = 12;
        ring.Publish();
        Assert.Equal([11L, 12L], Drain(ring));
    }

    [Fact]
    public void What_is_claimed_is_unseen_until_published_and_may_be_forgotten()
    {
        using SpscRing<long> ring = new(4);
        Assert.Equal(3, ring.TryClaim(3));
        ring.Claimed(0) = 1;
        ring.Claimed(1) = 2;
        ring.Claimed(2) = 3;
        Assert.Equal(0, ring.Available);
        Assert.True(Unsafe.IsNullRef(ref ring.Peek()));
        ring.Publish(2);
        Assert.Equal(2, ring.FreeSlots);
        Assert.Equal(2, ring.Available);
        Assert.Equal(2, ring.Peek(1));
        Assert.True(Unsafe.IsNullRef(ref ring.Peek(2)));
        ring.TryClaim() = 9;
        ring.Publish();
        Assert.Equal([1L, 2L, 9L], Drain(ring));
        Assert.Equal(0, ring.TryClaim(0));
        Assert.Equal(0, ring.TryClaim(-1));
    }

    [Fact]
    public void Available_keeps_its_answer_until_it_is_used_up()
    {
        using SpscRing<long> ring = new(4);
        Assert.Equal(1, ring.TryClaim(1));
        ring.Publish();
        Assert.Equal(1, ring.Available);
        Assert.Equal(2, ring.TryClaim(2));
        ring.Publish(2);
        Assert.Equal(1, ring.Available);
        Assert.Equal(3, ring.PublishedSequence);
        ring.Release();
        Assert.Equal(2, ring.Available);
        Assert.Equal(1, ring.ConsumedSequence);
    }

    [Fact]
    public void A_poll_tells_sequence_and_end_of_batch_and_lets_the_slot_be_changed()
    {
        using SpscRing<long> ring = new(8);
        for (int i = 0; i < 5; i++)
        {
            ring.TryClaim() = 100 + i;
            ring.Publish();
        }

        Collector collector = new([]);
        Assert.Equal(0, ring.Poll(ref collector, 0));
        Assert.Equal(0, ring.Poll(ref collector, -1));
        Assert.Equal(3, ring.Poll(ref collector, 3));
        Assert.Equal(2, ring.Poll(ref collector, 3));
        Assert.Equal(0, ring.Poll(ref collector, 3));
        Assert.Equal([(100L, 0L, false), (101, 1, false), (102, 2, true), (103, 3, false), (104, 4, true)], collector.Seen);
        Assert.Equal(8, ring.TryClaim(8));
        Assert.Equal(-100, ring.Claimed(3));
    }

    [Fact]
    public void A_handler_that_throws_sees_the_batch_again()
    {
        using SpscRing<long> ring = new(4);
        Assert.Equal(2, ring.TryClaim(2));
        ring.Publish(2);
        Thrower thrower = default;
        Assert.Throws<InvalidOperationException>(() => ring.Poll(ref thrower, 2));
        Assert.Equal(0, ring.ConsumedSequence);
        Assert.Equal(2, ring.Available);
    }

    [Fact]
    public void Random_use_equals_a_queue()
    {
        const int seed = 71;
        Random random = new(seed);
        using SpscRing<long> ring = new(16);
        Queue<long> oracle = new();
        long next = 0;
        for (int step = 0; step < 100_000; step++)
        {
            int count = random.Next(0, 20);
            if (random.Next(2) == 0)
            {
                int claimed = ring.TryClaim(count);
                Assert.Equal(Math.Min(count, 16 - oracle.Count), claimed);
                for (int i = 0; i < claimed; i++)
                {
                    ring.Claimed(i) = next;
                    oracle.Enqueue(next++);
                }

                ring.Publish(claimed);
            }
            else
            {
                int taken = 0;
                while (taken < count && !Unsafe.IsNullRef(ref ring.Peek(taken)))
                {
                    Assert.Equal(oracle.Dequeue(), ring.Peek(taken));
                    taken++;
                }

                ring.Release(taken);
                Assert.True(taken == count || oracle.Count == 0, $"seed={seed} step={step}");
            }

            Assert.Equal(16 - oracle.Count, ring.FreeSlots);
            Assert.Equal(oracle.Count, ring.PublishedSequence - ring.ConsumedSequence);
        }
    }

    [Fact]
    public void A_disposed_ring_gives_and_takes_nothing()
    {
        SpscRing<long> ring = new(4);
        ring.TryClaim() = 1;
        ring.Publish();
        ring.Dispose();
        ring.Dispose();
        Assert.Equal(0, ring.Capacity);
        Assert.True(Unsafe.IsNullRef(ref ring.TryClaim()));
        Assert.Equal(0, ring.TryClaim(1));
        Assert.True(Unsafe.IsNullRef(ref ring.Peek()));
        Assert.Equal(0, ring.Available);
    }

    private static List<long> Drain(SpscRing<long> ring)
    {
        List<long> drained = [];
        for (ref long slot = ref ring.Peek(); !Unsafe.IsNullRef(ref slot); slot = ref ring.Peek())
        {
            drained.Add(slot);
            ring.Release();
        }

        return drained;
    }

    private static unsafe long Address<T>(ref T slot)
        where T : unmanaged => (long)Unsafe.AsPointer(ref slot);

    [StructLayout(LayoutKind.Sequential, Size = 64)]
    private struct Line
    {
        public long Value;
    }

    private readonly struct Collector(List<(long Value, long Sequence, bool EndOfBatch)> seen) : IEventHandler<long>
    {
        public List<(long Value, long Sequence, bool EndOfBatch)> Seen => seen;

        public void OnEvent(ref long item, long sequence, bool endOfBatch)
        {
            seen.Add((item, sequence, endOfBatch));
            item = -item;
        }
    }

    private struct Thrower : IEventHandler<long>
    {
        public readonly void OnEvent(ref long item, long sequence, bool endOfBatch) => throw new InvalidOperationException();
    }
}
