using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Files;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Metrics;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Allocation;

public class PrimitivesAllocationTests
{
    private const int Rounds = 10_000;

    [Fact]
    public void Ring()
    {
        using SpscRing<long> ring = new(64);
        long bytes = AllocationGate.Measure(() =>
        {
            Sum sum = default;
            for (int i = 0; i < Rounds; i++)
            {
                ring.TryClaim() = i;
                ring.Publish();
                int claimed = ring.TryClaim(100);
                ring.Publish(claimed);
                ring.Release(Math.Min(ring.Available, 1));
                while (ring.Poll(ref sum, 10) > 0)
                {
                }
            }
        });
        Assert.Equal(0, bytes);
        Assert.Equal(2L * Rounds * 64, ring.ConsumedSequence);
    }

    [Fact]
    public void Pool()
    {
        using SlotPool<Guid> pool = new(100);
        int refused = 0;
        Assert.Equal(0, AllocationGate.Measure(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                int slot = pool.Rent();
                refused += pool.IsCurrent(slot, pool.GenerationOf(slot)) && pool.Return(slot) && !pool.Return(slot) ? 0 : 1;
            }
        }));
        Assert.Equal(0, refused);
    }

    [Fact]
    public void Map()
    {
        using IdMap map = new(100);
        int full = 0;
        Assert.Equal(0, AllocationGate.Measure(() =>
        {
            for (ulong key = 0; key < Rounds; key++)
            {
                full += map.TryAdd(key, 1) == IdMapResult.Full ? 1 : 0;
                map.TryGet(key, out _);
                if (key >= 100)
                {
                    map.TryRemove(key - 100, out _);
                }
            }

            map.Clear();
        }));
        Assert.True(full > 0);
    }

    [Fact]
    public void Histogram()
    {
        LatencyHistogram histogram = new(1, 1_000_000, 3);
        LatencyHistogram other = new(1, 1_000_000, 2);
        Assert.Equal(0, AllocationGate.Measure(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                histogram.Record(i * 1_000L);
                histogram.RecordWithExpectedInterval(10_000, 1_000);
                other.Record(i);
            }

            histogram.Add(other);
            _ = histogram.ValueAtPercentile(99);
        }));
        Assert.True(histogram.OutOfRangeCount > 0);
    }

    [Fact]
    public void History()
    {
        CircularHistory<long> history = new(16);
        Assert.Equal(0, AllocationGate.Measure(() =>
        {
            Span<long> copy = stackalloc long[16];
            for (int i = 0; i < Rounds; i++)
            {
                history.Add(i);
                history.CopyTo(copy);
            }
        }));
        Assert.Equal(Rounds - 1, history[15]);
    }

    [Fact]
    public void Append_within_the_window()
    {
        using TemporaryFolder folder = new();
        using AppendOnlyFile file = new(folder.File("a"), AppendOnlyFile.Granularity * 32, AppendOnlyFile.Granularity * 32);
        bool all = true;
        Assert.Equal(0, AllocationGate.Measure(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                all &= file.TryAppend("0123456789abcdef"u8);
            }
        }));
        Assert.True(all);
        Assert.Equal(2 * Rounds * 16, file.Length);
    }

    [Fact]
    public void Waiting_and_signalling_of_every_strategy()
    {
        Assert.Equal(0, Measure(new BusySpinWaitStrategy()));
        Assert.Equal(0, Measure(new YieldingWaitStrategy()));
        Assert.Equal(0, Measure(new SleepingWaitStrategy(1)));
        Assert.Equal(0, Measure(new BlockingWaitStrategy()));
    }

    private static long Measure<TWait>(TWait wait)
        where TWait : IWaitStrategy => AllocationGate.Measure(() =>
    {
        Always work = default;
        for (int i = 1; i < 300; i++)
        {
            wait.Wait(ref work, i);
            wait.Signal();
        }
    });

    private struct Sum : IEventHandler<long>
    {
        public long Total;

        public void OnEvent(ref long item, long sequence, bool endOfBatch) => Total += item;
    }

    private readonly struct Always : IWorkSource
    {
        public bool HasWork => true;
    }
}
