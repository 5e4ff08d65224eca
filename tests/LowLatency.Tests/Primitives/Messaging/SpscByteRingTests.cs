using LowLatency.Primitives.Messaging;
using LowLatency.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Primitives.Messaging;

public sealed unsafe class SpscByteRingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1024)]
    [InlineData(512)]
    [InlineData(1500)]
    public void A_capacity_that_cannot_be_is_refused(int capacity) => Assert.Throws<ArgumentException>(() => new SpscByteRing(capacity));

    [Fact]
    public void A_full_ring_refuses_and_an_unpublished_claim_is_forgotten()
    {
        using SpscByteRing ring = new(1024);
        Assert.True(ring.TryClaim(512) != null);
        Assert.True(ring.Unread().IsEmpty);
        Assert.True(ring.TryWrite(new byte[1000]));
        Assert.True(ring.TryClaim(25) == null);
        Assert.False(ring.TryWrite(new byte[25]));
        Assert.False(ring.TryWrite(new byte[2000]));
        Assert.True(ring.TryClaim(24) != null);
        ring.Publish(24);
        Assert.Equal(1024, ring.Unread(2000).Length);
        ring.Release(1024);
        Assert.True(ring.TryWrite(new byte[1024]));
    }

    /// <summary>Random claims, writes and reads against a queue of bytes; every read sees at least a window in one piece.</summary>
    [Fact]
    public void What_goes_in_comes_out_in_order_over_every_wrap()
    {
        for (int seed = 0; seed < 4; seed++)
        {
            output.WriteLine($"seed={seed}");
            Random random = new(seed);
            using SpscByteRing ring = new(1024);
            Queue<byte> model = new();
            for (int step = 0; step < 20_000; step++)
            {
                byte[] bytes = new byte[random.Next(1, random.Next(4) == 0 ? 700 : 80)];
                random.NextBytes(bytes);
                bool fits = model.Count + bytes.Length <= ring.Capacity;
                if (bytes.Length <= SpscByteRing.Window && random.Next(2) == 0)
                {
                    byte* claim = ring.TryClaim(bytes.Length);
                    Assert.Equal(fits, claim != null);
                    if (fits)
                    {
                        bytes.CopyTo(new Span<byte>(claim, bytes.Length));
                        ring.Publish(bytes.Length);
                    }
                }
                else
                {
                    Assert.Equal(fits, ring.TryWrite(bytes));
                }

                Array.ForEach(fits ? bytes : [], model.Enqueue);
                ReadOnlySpan<byte> unread = ring.Unread(int.MaxValue);
                Assert.InRange(unread.Length, Math.Min(model.Count, SpscByteRing.Window), model.Count);
                Assert.True(unread.SequenceEqual(model.Take(unread.Length).ToArray()), $"step={step}");
                int taken = random.Next(unread.Length + 1);
                ring.Release(taken);
                for (int i = 0; i < taken; i++)
                {
                    model.Dequeue();
                }
            }
        }
    }

    [Fact]
    public void Two_threads_pass_a_known_stream()
    {
        const int Total = 4_000_000;
        using SpscByteRing ring = new(4096);
        Thread producer = new(() =>
        {
            SplitMix64 random = new(7);
            int sent = 0;
            while (sent < Total)
            {
                int count = Math.Min(1 + random.Below(120), Total - sent);
                byte* claim = ring.TryClaim(count);
                if (claim == null)
                {
                    Thread.Yield();
                    continue;
                }

                for (int i = 0; i < count; i++)
                {
                    claim[i] = ByteAt(sent + i);
                }

                ring.Publish(count);
                sent += count;
            }
        });
        producer.Start();
        int seen = 0;
        int wrong = 0;
        while (seen < Total)
        {
            ReadOnlySpan<byte> unread = ring.Unread();
            foreach (byte one in unread)
            {
                wrong += one == ByteAt(seen++) ? 0 : 1;
            }

            ring.Release(unread.Length);
            if (unread.IsEmpty)
            {
                Thread.Yield();
            }
        }

        producer.Join();
        Assert.Equal((Total, 0), (seen, wrong));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        using SpscByteRing ring = new(1024);
        byte[] bytes = new byte[100];
        Assert.Equal(0, AllocationGate.Measure(() =>
        {
            for (int i = 0; i < 1_000; i++)
            {
                ring.TryWrite(bytes);
                ring.TryClaim(100);
                ring.Publish(100);
                ring.Release(ring.Unread(200).Length);
            }
        }));
    }

    private static byte ByteAt(int index) => (byte)((index * 2654435761L) >> 11);
}
