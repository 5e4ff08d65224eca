using LowLatency.Markets.Data;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using Xunit;

namespace LowLatency.Tests.Markets.Recording;

public class ClockOrderMergeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Gives_what_the_rule_gives_on_the_whole_list(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 200; round++)
        {
            List<MarketEvent[]> changes = RandomChanges(random, random.Next(60), random.Next(1, 30), random.Next(1, 30));
            List<MarketEvent> expected = Naive([.. changes.SelectMany(c => c)]);
            List<MarketEvent> found = Merge(changes, random, Lag(changes, e => e.ExchangeTimeNs), Lag(changes, e => e.LocalTimeNs), 1 << 20, out ClockOrderMerge merge);
            Assert.True(expected.SequenceEqual(found), $"seed={seed}, round={round}");
            Assert.Equal(0, merge.Forced);
        }
    }

    [Fact]
    public void Beyond_the_bound_of_memory_it_lets_go_and_counts_and_loses_nothing()
    {
        Random random = new(7);
        List<MarketEvent[]> changes = RandomChanges(random, 500, 1, 1000);
        List<MarketEvent> found = Merge(changes, random, 1_000_000, 1_000_000, 50, out ClockOrderMerge merge);
        Assert.True(merge.Forced > 0);
        foreach (MarketEventFlags hidden in new[] { MarketEventFlags.ExchangeOnly, MarketEventFlags.LocalOnly })
        {
            Assert.Equal(
                changes.SelectMany(c => c).Select(e => e.Sequence).Order(),
                found.Where(e => (e.Flags & hidden) == 0).Select(e => e.Sequence).Order());
        }
    }

    [Fact]
    public void Ordered_changes_pass_at_once()
    {
        ClockOrderMerge merge = new(0, 0);
        MarketEvent[] room = new MarketEvent[4];
        Assert.Equal(0, merge.Read(room));
        merge.Add([]);
        merge.Add([At(1, 5, 0), At(1, 5, 1)]);
        Assert.Equal(1, merge.Read(room.AsSpan(0, 1)));
        Assert.Equal(1, merge.Read(room));
        Assert.Equal(0, merge.Read(room));
        merge.Complete();
        Assert.Equal(0, merge.Read(room));
        Assert.Throws<InvalidOperationException>(() => merge.Add([At(2, 2, 2)]));
    }

    [Fact]
    public void Refuses_impossible_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockOrderMerge(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockOrderMerge(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockOrderMerge(0, 0, 0));
    }

    private static MarketEvent At(long exchange, long local, long sequence) => new()
    {
        ExchangeTimeNs = exchange,
        LocalTimeNs = local,
        Sequence = sequence,
        Kind = MarketEventKind.Trade,
        Instrument = new InstrumentId(1),
    };

    private static List<MarketEvent[]> RandomChanges(Random random, int count, int exchangeJitter, int localJitter)
    {
        List<MarketEvent[]> changes = [];
        long sequence = 0;
        for (int i = 0; i < count; i++)
        {
            long exchange = 100 + (i * 2) + random.Next(exchangeJitter);
            long local = 100 + (i * 2) + random.Next(localJitter);
            changes.Add([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => At(exchange, local, sequence++))]);
        }

        return changes;
    }

    private static long Lag(List<MarketEvent[]> changes, Func<MarketEvent, long> time)
    {
        long latest = long.MinValue;
        long lag = 0;
        foreach (MarketEvent[] change in changes)
        {
            latest = Math.Max(latest, time(change[0]));
            lag = Math.Max(lag, latest - time(change[0]));
        }

        return lag;
    }

    private static List<MarketEvent> Merge(List<MarketEvent[]> changes, Random random, long exchangeLag, long localLag, int bound, out ClockOrderMerge merge)
    {
        merge = new ClockOrderMerge(exchangeLag, localLag, bound);
        List<MarketEvent> found = [];
        MarketEvent[] room = new MarketEvent[5];
        foreach (MarketEvent[] change in changes)
        {
            merge.Add(change);
            Drain(merge);
        }

        merge.Complete();
        Drain(merge);
        return found;

        void Drain(ClockOrderMerge from)
        {
            int size = random.Next(1, room.Length + 1);
            for (int count = from.Read(room.AsSpan(0, size)); count > 0; count = from.Read(room.AsSpan(0, size)))
            {
                found.AddRange(room.AsSpan(0, count));
            }
        }
    }

    /// <summary>Event by event on the whole list: merges the list sorted by exchange time with the list sorted by local time.</summary>
    private static List<MarketEvent> Naive(List<MarketEvent> events)
    {
        List<MarketEvent> byExchange = [.. events.OrderBy(e => e.ExchangeTimeNs)];
        List<MarketEvent> byLocal = [.. events.OrderBy(e => e.LocalTimeNs)];
        List<MarketEvent> merged = [];
        int x = 0;
        int l = 0;
        while (x < byExchange.Count || l < byLocal.Count)
        {
            (long, long)? exchange = x < byExchange.Count ? (byExchange[x].ExchangeTimeNs, byExchange[x].LocalTimeNs) : null;
            (long, long)? local = l < byLocal.Count ? (byLocal[l].ExchangeTimeNs, byLocal[l].LocalTimeNs) : null;
            if (exchange == local)
            {
                merged.Add(byExchange[x++]);
                l++;
            }
            else if (local is null || (exchange is not null && exchange.Value.CompareTo(local.Value) < 0))
            {
                merged.Add(byExchange[x] with { Flags = byExchange[x].Flags | MarketEventFlags.ExchangeOnly });
                x++;
            }
            else
            {
                merged.Add(byLocal[l] with { Flags = byLocal[l].Flags | MarketEventFlags.LocalOnly });
                l++;
            }
        }

        return merged;
    }
}
