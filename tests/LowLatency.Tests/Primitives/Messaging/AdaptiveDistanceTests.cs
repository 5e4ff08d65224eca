using LowLatency.Primitives.Messaging;
using Xunit;

namespace LowLatency.Tests.Primitives.Messaging;

public class AdaptiveDistanceTests
{
    [Fact]
    public void Sparse_flow_never_waits_once_it_has_shown_to_be_sparse()
    {
        AdaptiveDistance distance = default;
        Assert.Equal(0, Looks(ref distance, 3, 0));
        Assert.Equal(0, Looks(ref distance, 10_000, 1, 0, 0, 0));
        Assert.InRange(distance.Balance, -AdaptiveDistance.MostBalance, -AdaptiveDistance.MostBalance + 4);
    }

    [Fact]
    public void Small_batches_back_to_back_wait_each_time_while_it_yields()
    {
        AdaptiveDistance distance = default;
        int waits = 0;
        for (int look = 0; look < 1_000; look++)
        {
            if (distance.ShouldWait(6, AdaptiveDistance.Deep))
            {
                waits++;
                distance.Waited(AdaptiveDistance.Worthwhile, AdaptiveDistance.Worthwhile);
            }

            distance.ShouldWait(0, AdaptiveDistance.Deep);
        }

        Assert.Equal(1_000, waits);
    }

    [Fact]
    public void A_deep_batch_needs_no_wait()
    {
        AdaptiveDistance distance = default;
        Assert.Equal(0, Looks(ref distance, 1_000, AdaptiveDistance.Deep));
        Assert.Equal(0, distance.Balance);
    }

    [Fact]
    public void Waits_that_yield_nothing_become_rare()
    {
        AdaptiveDistance distance = default;
        int waits = Looks(ref distance, 100_000, 2);
        Assert.InRange(waits, 100, 120);
    }

    [Fact]
    public void A_wait_that_yields_ends_the_backing_off()
    {
        AdaptiveDistance distance = default;
        Looks(ref distance, 100_000, 2);
        int looks = 0;
        while (!distance.ShouldWait(2, AdaptiveDistance.Deep))
        {
            looks++;
        }

        Assert.InRange(looks, 0, AdaptiveDistance.MostSkipped);
        distance.Waited(AdaptiveDistance.Worthwhile, AdaptiveDistance.Worthwhile);
        Assert.True(distance.ShouldWait(2, AdaptiveDistance.Deep));
    }

    [Fact]
    public void A_short_burst_after_silence_is_taken_at_once()
    {
        AdaptiveDistance distance = default;
        Looks(ref distance, 1_000, 0);
        Assert.Equal(0, Looks(ref distance, 1, 8, 8, 8, 8, 8, 8, 8, 8));
        Assert.True(distance.ShouldWait(8, AdaptiveDistance.Deep));
    }

    /// <summary>Looks that find these numbers, over and over; waits yield nothing more.</summary>
    private static int Looks(ref AdaptiveDistance distance, int times, params int[] found)
    {
        int waits = 0;
        for (int i = 0; i < times; i++)
        {
            foreach (int count in found)
            {
                if (distance.ShouldWait(count, AdaptiveDistance.Deep))
                {
                    waits++;
                    distance.Waited(count, AdaptiveDistance.Worthwhile);
                }
            }
        }

        return waits;
    }
}
