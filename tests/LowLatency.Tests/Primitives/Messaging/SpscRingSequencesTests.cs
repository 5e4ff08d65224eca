using System.Runtime.CompilerServices;
using LowLatency.Primitives.Messaging;
using Xunit;

namespace LowLatency.Tests.Primitives.Messaging;

/// <summary>Every sequence of so many calls of both sides, in any order, against a plain queue: each stale copy of a cursor that can be, is.</summary>
public class SpscRingSequencesTests
{
    private const int Calls = 6;

    private enum Call
    {
        PublishOne,
        PublishTwo,
        PeekOne,
        PeekSecond,
        TakeAvailable,
        PollOne,
        PollMany,
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_ring_is_a_bounded_queue(int capacity)
    {
        long sequences = ForEach(calls => Run<PlainValue>(calls, capacity, useWriter: false));
        Assert.Equal(117_649, sequences);
        ForEach(calls => Run<PlainValue>(calls, capacity, useWriter: true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_ring_of_stamped_events_is_a_bounded_queue(int capacity)
    {
        ForEach(calls => Run<StampedValue>(calls, capacity, useWriter: false));
        ForEach(calls => Run<StampedValue>(calls, capacity, useWriter: true));
    }

    private static long ForEach(Action<Call[]> run)
    {
        int kinds = Enum.GetValues<Call>().Length;
        Call[] calls = new Call[Calls];
        long sequences = (long)Math.Pow(kinds, Calls);
        for (long number = 0; number < sequences; number++)
        {
            long rest = number;
            for (int i = 0; i < Calls; i++, rest /= kinds)
            {
                calls[i] = (Call)(rest % kinds);
            }

            run(calls);
        }

        return sequences;
    }

    private static void Run<T>(Call[] calls, int capacity, bool useWriter)
        where T : unmanaged, INumbered
    {
        using SpscRing<T> ring = new(capacity);
        SpscRing<T>.Writer writer = ring.Write();
        Queue<long> expected = new();
        long next = 1;
        foreach (Call call in calls)
        {
            if (call <= Call.PublishTwo)
            {
                int wanted = call == Call.PublishOne ? 1 : 2;
                int published = useWriter ? Publish(ref writer, wanted, next) : Publish(ring, wanted, next);
                Assert.Equal(Math.Min(wanted, useWriter && wanted > capacity - expected.Count ? 0 : capacity - expected.Count), published);
                for (int i = 0; i < published; i++)
                {
                    expected.Enqueue(next++);
                }
            }
            else
            {
                Take(ring, call, expected);
            }

            Assert.Equal(expected.Count == 0, ring.IsEmpty);
            Assert.Equal(expected.Count, ring.PublishedSequence - ring.ConsumedSequence);
        }
    }

    private static int Publish<T>(SpscRing<T> ring, int wanted, long first)
        where T : unmanaged, INumbered
    {
        int claimed = wanted > 1 ? ring.TryClaim(wanted) : Unsafe.IsNullRef(ref ring.TryClaim()) ? 0 : 1;
        for (int i = 0; i < claimed; i++)
        {
            ring.Claimed(i).Number = first + i;
        }

        ring.Publish(claimed);
        return claimed;
    }

    private static int Publish<T>(ref SpscRing<T>.Writer writer, int wanted, long first)
        where T : unmanaged, INumbered
    {
        int claimed = wanted > 1 ? (writer.HasFree(wanted) ? wanted : 0) : Unsafe.IsNullRef(ref writer.TryClaim()) ? 0 : 1;
        for (int i = 0; i < claimed; i++)
        {
            writer.Claimed(i).Number = first + i;
        }

        writer.Publish(claimed);
        return claimed;
    }

    private static void Take<T>(SpscRing<T> ring, Call call, Queue<long> expected)
        where T : unmanaged, INumbered
    {
        switch (call)
        {
            case Call.PeekOne:
                Assert.Equal(expected.Count == 0, Unsafe.IsNullRef(ref ring.Peek()));
                TakeSeen(ring, Math.Min(expected.Count, 1), expected);
                break;
            case Call.PeekSecond:
                Assert.Equal(expected.Count < 2, Unsafe.IsNullRef(ref ring.Peek(1)));
                break;
            case Call.TakeAvailable:
                int available = ring.Available;
                Assert.InRange(available, Math.Min(expected.Count, 1), expected.Count);
                TakeSeen(ring, available, expected);
                break;
            default:
                Collector<T> collector = new() { Expected = expected };
                int polled = ring.Poll(ref collector, call == Call.PollOne ? 1 : 64);
                Assert.Equal(collector.Count, polled);
                Assert.True(polled > 0 || expected.Count == 0);
                break;
        }
    }

    private static void TakeSeen<T>(SpscRing<T> ring, int count, Queue<long> expected)
        where T : unmanaged, INumbered
    {
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(expected.Dequeue(), ring.Seen(i).Number);
        }

        ring.Release(count);
    }

    private struct Collector<T> : IEventHandler<T>
        where T : unmanaged, INumbered
    {
        public Queue<long> Expected;
        public int Count;

        public void OnEvent(ref T item, long sequence, bool endOfBatch)
        {
            Assert.Equal(Expected.Dequeue(), item.Number);
            Count++;
        }
    }
}
