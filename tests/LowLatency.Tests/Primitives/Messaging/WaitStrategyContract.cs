using LowLatency.Primitives.Messaging;
using Xunit;

namespace LowLatency.Tests.Primitives.Messaging;

/// <summary>What every wait strategy promises: it returns when there is work, and no event is left lying while the agent sleeps.</summary>
public abstract class WaitStrategyContract<TWait>
    where TWait : IWaitStrategy
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected abstract TWait Create();

    [Fact]
    public void Waiting_ends_when_there_is_work()
    {
        using SpscRing<long> ring = new(2);
        ring.TryClaim() = 1;
        ring.Publish();
        TWait wait = Create();
        AssertEnds(() =>
        {
            Rings work = new([ring]);
            foreach (int idleTurns in (int[])[1, 100, 101, 200, 201, 1000, int.MaxValue])
            {
                wait.Wait(ref work, idleTurns);
            }
        });
        Assert.Equal(1, ring.Available);
    }

    [Fact]
    public void A_signal_between_the_last_look_and_the_sleep_is_not_lost()
    {
        TWait wait = Create();
        AssertEnds(() =>
        {
            SignalsWhenAsked work = new(wait);
            wait.Wait(ref work, int.MaxValue);
        });
    }

    [Fact]
    public void A_signal_to_nobody_is_harmless()
    {
        using SpscRing<long> ring = new(2);
        Rings work = new([ring]);
        TWait wait = Create();
        wait.Signal();
        wait.Signal();
        wait.Wait(ref work, 1);
        ring.TryClaim() = 1;
        ring.Publish();
        wait.Wait(ref work, 1000);
    }

    [Fact]
    public void A_ping_across_two_threads_always_comes_back()
    {
        const int pings = 2_000;
        const int seed = 5;
        using SpscRing<long> there = new(4);
        using SpscRing<long> back = new(4);
        TWait thereWait = Create();
        TWait backWait = Create();
        Thread echo = new(() =>
        {
            Rings work = new([there]);
            for (int i = 0; i < pings; i++)
            {
                long value = Take(thereWait, ref work);
                back.TryClaim() = value;
                back.Publish();
                backWait.Signal();
            }
        })
        { IsBackground = true };
        List<long> seen = [];
        Thread pinger = new(() =>
        {
            Random random = new(seed);
            Rings work = new([back]);
            for (int i = 0; i < pings; i++)
            {
                Pause(random);
                there.TryClaim() = i;
                there.Publish();
                thereWait.Signal();
                seen.Add(Take(backWait, ref work));
            }
        })
        { IsBackground = true };
        echo.Start();
        pinger.Start();
        Assert.True(pinger.Join(Patience), $"a wake-up was lost: seed={seed} pings sent={there.PublishedSequence} returned={back.ConsumedSequence}");
        Assert.True(echo.Join(Patience));
        Assert.Equal(Enumerable.Range(0, pings).Select(i => (long)i), seen);
    }

    [Fact]
    public void One_agent_serves_several_producers()
    {
        const int each = 2_000;
        SpscRing<long>[] rings = [new(8), new(8), new(8)];
        TWait wait = Create();
        Thread[] producers = [.. rings.Select((ring, index) => new Thread(() =>
        {
            Random random = new(index);
            for (int i = 0; i < each;)
            {
                int claimed = ring.TryClaim(Math.Min(random.Next(1, 5), each - i));
                for (int k = 0; k < claimed; k++)
                {
                    ring.Claimed(k) = i++;
                }

                ring.Publish(claimed);
                wait.Signal();
                Pause(random);
            }
        })
        { IsBackground = true })];
        long[] next = new long[rings.Length];
        int outOfOrder = 0;
        Thread agent = new(() =>
        {
            Rings work = new(rings);
            while (next.Sum() < each * rings.Length)
            {
                int ring = TakeAny(wait, ref work, out long value);
                outOfOrder += next[ring]++ == value ? 0 : 1;
            }
        })
        { IsBackground = true };
        agent.Start();
        Array.ForEach(producers, producer => producer.Start());
        Assert.True(agent.Join(Patience), $"a wake-up was lost: received={string.Join(',', next)}");
        Array.ForEach(producers, producer => producer.Join());
        Assert.Equal(0, outOfOrder);
        Assert.Equal([each, each, each], next);
        Array.ForEach(rings, ring => ring.Dispose());
    }

    private static void AssertEnds(ThreadStart waiting)
    {
        Thread agent = new(waiting) { IsBackground = true };
        agent.Start();
        Assert.True(agent.Join(Patience), "the agent slept on");
    }

    private static void Pause(Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                Thread.Yield();
                break;
            case 1:
                Thread.SpinWait(random.Next(2_000));
                break;
            case 2 when random.Next(50) == 0:
                Thread.Sleep(1);
                break;
        }
    }

    private static long Take(TWait wait, ref Rings work)
    {
        TakeAny(wait, ref work, out long value);
        return value;
    }

    private static int TakeAny(TWait wait, ref Rings work, out long value)
    {
        for (int idleTurns = 1; ; idleTurns++)
        {
            for (int ring = 0; ring < work.All.Length; ring++)
            {
                if (work.All[ring].Available > 0)
                {
                    value = work.All[ring].Peek();
                    work.All[ring].Release();
                    return ring;
                }
            }

            wait.Wait(ref work, idleTurns);
            if (idleTurns % 64 == 0)
            {
                // Two spinning threads of a test on a busy host would otherwise burn whole time slices.
                Thread.Yield();
            }
        }
    }

    private readonly struct SignalsWhenAsked(TWait wait) : IWorkSource
    {
        public bool HasWork
        {
            get
            {
                wait.Signal();
                return false;
            }
        }
    }

    private readonly struct Rings(SpscRing<long>[] all) : IWorkSource
    {
        public SpscRing<long>[] All => all;

        public bool HasWork
        {
            get
            {
                foreach (SpscRing<long> ring in all)
                {
                    if (ring.Available > 0)
                    {
                        return true;
                    }
                }

                return false;
            }
        }
    }
}
