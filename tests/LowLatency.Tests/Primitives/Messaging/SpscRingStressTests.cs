using System.Runtime.CompilerServices;
using LowLatency.Primitives.Messaging;
using Xunit;

namespace LowLatency.Tests.Primitives.Messaging;

/// <summary>Two threads, random batches, every event checked in order and whole.</summary>
public class SpscRingStressTests
{
    private const int Events = 2_000_000;

    [Theory]
    [InlineData(1, 101)]
    [InlineData(64, 102)]
    [InlineData(4096, 103)]
    public void Every_event_arrives_once_in_order_and_whole(int capacity, int seed)
    {
        Arrive<PlainValue>(capacity, seed);
        Arrive<StampedValue>(capacity, seed);
    }

    [Theory]
    [InlineData(4, 104)]
    [InlineData(1024, 105)]
    [InlineData(1 << 15, 106)]
    public void Bursts_published_one_by_one_arrive_in_order_and_whole_while_a_distance_builds_up(int capacity, int seed)
    {
        ArriveInBursts<PlainValue>(capacity, seed);
        ArriveInBursts<StampedValue>(capacity, seed);
    }

    [Theory]
    [InlineData(1, 107)]
    [InlineData(8, 108)]
    [InlineData(1024, 109)]
    public void Single_events_looked_for_one_at_a_time_arrive_in_order_and_whole(int capacity, int seed)
    {
        ArriveSingly<PlainValue>(capacity, seed);
        ArriveSingly<StampedValue>(capacity, seed);
    }

    private static void Arrive<T>(int capacity, int seed)
        where T : unmanaged, INumbered
    {
        int events = capacity == 1 ? Events / 100 : Events;
        using SpscRing<T> ring = new(capacity);
        Thread producer = new(() => Produce(ring, events, seed)) { IsBackground = true };
        producer.Start();
        Checker<T> checker = default;
        Random random = new(~seed);
        for (int idle = 0; checker.Next < events;)
        {
            int most = random.Next(1, 200);
            idle = (random.Next(2) == 0 ? ring.Poll(ref checker, most) : PeekAndRelease(ring, ref checker, most)) > 0 ? 0 : idle + 1;
            YieldIfIdle(idle);
        }

        producer.Join();
        Assert.Equal(0, checker.Faults);
        Assert.Equal(events, checker.Next);
        Assert.Equal(events, ring.PublishedSequence);
        Assert.Equal(events, ring.ConsumedSequence);
        Assert.Equal(0, ring.Available);
        Assert.Equal(capacity, ring.FreeSlots);
    }

    private static void ArriveInBursts<T>(int capacity, int seed)
        where T : unmanaged, INumbered
    {
        int events = capacity == 4 ? Events / 20 : Events;
        using SpscRing<T> ring = new(capacity);
        Thread producer = new(() => ProduceBursts(ring, events, seed)) { IsBackground = true };
        producer.Start();
        Checker<T> checker = default;
        for (int idle = 0; checker.Next < events;)
        {
            idle = ring.Poll(ref checker, 4096) > 0 ? 0 : idle + 1;
            YieldIfIdle(idle);
        }

        producer.Join();
        Assert.Equal((0L, (long)events), (checker.Faults, checker.Next));
        Assert.Equal(0, ring.Available);
        Assert.Equal(capacity, ring.FreeSlots);
    }

    /// <summary>As a loop over rings does: by what <see cref="SpscRing{T}.Available"/> says, mostly one event, from a producer that uses a writer.</summary>
    private static void ArriveSingly<T>(int capacity, int seed)
        where T : unmanaged, INumbered
    {
        int events = capacity == 1 ? Events / 100 : Events / 4;
        using SpscRing<T> ring = new(capacity);
        Thread producer = new(() => WriteBursts(ring, events, seed)) { IsBackground = true };
        producer.Start();
        Checker<T> checker = default;
        for (int idle = 0; checker.Next < events;)
        {
            int count = ring.IsEmpty ? 0 : ring.Available;
            for (int i = 0; i < count; i++)
            {
                checker.OnEvent(ref ring.Seen(i), ring.ConsumedSequence + i, false);
            }

            ring.Release(count);
            idle = count > 0 ? 0 : idle + 1;
            YieldIfIdle(idle);
        }

        producer.Join();
        Assert.Equal((0L, (long)events), (checker.Faults, checker.Next));
        Assert.True(ring.IsEmpty);
        Assert.Equal(capacity, ring.FreeSlots);
    }

    private static void WriteBursts<T>(SpscRing<T> ring, int events, int seed)
        where T : unmanaged, INumbered
    {
        Random random = new(seed);
        SpscRing<T>.Writer writer = ring.Write();
        int idle = 0;
        for (long next = 0; next < events;)
        {
            int count = (int)Math.Min(random.Next(1, 4), Math.Min(events - next, ring.Capacity));
            idle = writer.HasFree(count) ? 0 : idle + 1;
            YieldIfIdle(idle);
            if (idle > 0)
            {
                continue;
            }

            for (int i = 0; i < count; i++)
            {
                writer.Claimed(i).Number = next++;
            }

            writer.Publish(count);
            Thread.SpinWait(random.Next(8) == 0 ? random.Next(100) : 0);
        }
    }

    /// <summary>Bursts from a single event to some thousand, with silence between them now and then.</summary>
    private static void ProduceBursts<T>(SpscRing<T> ring, int events, int seed)
        where T : unmanaged, INumbered
    {
        Random random = new(seed);
        int idle = 0;
        for (long next = 0, burstEnd = 0; next < events;)
        {
            if (next == burstEnd)
            {
                burstEnd += 1L << random.Next(0, 13);
                Thread.SpinWait(random.Next(4) == 0 ? 500 : 0);
            }

            ref T slot = ref ring.TryClaim();
            idle = Unsafe.IsNullRef(ref slot) ? idle + 1 : 0;
            YieldIfIdle(idle);
            if (idle == 0)
            {
                slot.Number = next++;
                ring.Publish();
            }
        }
    }

    private static void Produce<T>(SpscRing<T> ring, int events, int seed)
        where T : unmanaged, INumbered
    {
        Random random = new(seed);
        int idle = 0;
        for (long next = 0; next < events;)
        {
            int wanted = (int)Math.Min(random.Next(1, 200), events - next);
            int claimed = wanted == 1 && !Unsafe.IsNullRef(ref ring.TryClaim()) ? 1 : ring.TryClaim(wanted);
            for (int i = 0; i < claimed; i++)
            {
                ring.Claimed(i).Number = next++;
            }

            ring.Publish(claimed);
            idle = claimed > 0 ? 0 : idle + 1;
            YieldIfIdle(idle);
        }
    }

    private static int PeekAndRelease<T>(SpscRing<T> ring, ref Checker<T> checker, int most)
        where T : unmanaged, INumbered
    {
        int taken = 0;
        while (taken < most)
        {
            ref T item = ref ring.Peek(taken);
            if (Unsafe.IsNullRef(ref item))
            {
                break;
            }

            checker.OnEvent(ref item, ring.ConsumedSequence + taken, false);
            taken++;
        }

        ring.Release(taken);
        return taken;
    }

    private static void YieldIfIdle(int idle)
    {
        if (idle > 20)
        {
            Thread.Yield();
        }
    }

    private struct Checker<T> : IEventHandler<T>
        where T : unmanaged, INumbered
    {
        public long Next;
        public long Faults;

        public void OnEvent(ref T item, long sequence, bool endOfBatch)
        {
            Faults += item.Number == Next && sequence == Next ? 0 : 1;
            item = default;
            Next++;
        }
    }
}
