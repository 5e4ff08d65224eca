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
        int events = capacity == 1 ? Events / 100 : Events;
        using SpscRing<Event> ring = new(capacity);
        Thread producer = new(() => Produce(ring, events, seed)) { IsBackground = true };
        producer.Start();
        Checker checker = default;
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

    [Theory]
    [InlineData(4, 104)]
    [InlineData(1024, 105)]
    [InlineData(1 << 15, 106)]
    public void Bursts_published_one_by_one_arrive_in_order_and_whole_while_a_distance_builds_up(int capacity, int seed)
    {
        int events = capacity == 4 ? Events / 20 : Events;
        using SpscRing<Event> ring = new(capacity);
        Thread producer = new(() => ProduceBursts(ring, events, seed)) { IsBackground = true };
        producer.Start();
        Checker checker = default;
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

    /// <summary>Bursts from a single event to some thousand, with silence between them now and then.</summary>
    private static void ProduceBursts(SpscRing<Event> ring, int events, int seed)
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

            ref Event slot = ref ring.TryClaim();
            idle = Unsafe.IsNullRef(ref slot) ? idle + 1 : 0;
            YieldIfIdle(idle);
            if (idle == 0)
            {
                slot.Fill(next++);
                ring.Publish();
            }
        }
    }

    private static void Produce(SpscRing<Event> ring, int events, int seed)
    {
        Random random = new(seed);
        int idle = 0;
        for (long next = 0; next < events;)
        {
            int wanted = (int)Math.Min(random.Next(1, 200), events - next);
            int claimed = wanted == 1 && !Unsafe.IsNullRef(ref ring.TryClaim()) ? 1 : ring.TryClaim(wanted);
            for (int i = 0; i < claimed; i++)
            {
                ring.Claimed(i).Fill(next++);
            }

            ring.Publish(claimed);
            idle = claimed > 0 ? 0 : idle + 1;
            YieldIfIdle(idle);
        }
    }

    private static int PeekAndRelease(SpscRing<Event> ring, ref Checker checker, int most)
    {
        int taken = 0;
        while (taken < most)
        {
            ref Event item = ref ring.Peek(taken);
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

    private unsafe struct Event
    {
        private fixed long _words[8];

        public void Fill(long value)
        {
            for (int i = 0; i < 8; i++)
            {
                _words[i] = value * (i + 1);
            }
        }

        public readonly bool Is(long value)
        {
            for (int i = 0; i < 8; i++)
            {
                if (_words[i] != value * (i + 1))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private struct Checker : IEventHandler<Event>
    {
        public long Next;
        public long Faults;

        public void OnEvent(ref Event item, long sequence, bool endOfBatch)
        {
            Faults += item.Is(Next) && sequence == Next ? 0 : 1;
            item = default;
            Next++;
        }
    }
}
