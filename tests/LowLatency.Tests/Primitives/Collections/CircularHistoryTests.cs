using LowLatency.Primitives.Collections;
using Xunit;

namespace LowLatency.Tests.Primitives.Collections;

public class CircularHistoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void Random_use_equals_a_queue(int capacity)
    {
        int seed = 40 + capacity;
        Random random = new(seed);
        CircularHistory<int> history = new(capacity);
        Queue<int> oracle = new();
        int[] target = new int[capacity + 2];
        for (int step = 0; step < 2_000; step++)
        {
            if (random.Next(100) == 0)
            {
                history.Clear();
                oracle.Clear();
            }

            if (random.Next(2) == 0)
            {
                history.Add(step);
            }
            else
            {
                history.Add() = step;
            }

            oracle.Enqueue(step);
            if (oracle.Count > capacity)
            {
                oracle.Dequeue();
            }

            Assert.Equal(oracle, Enumerable.Range(0, history.Count).Select(i => history[i]));
            int room = random.Next(target.Length + 1);
            int copied = history.CopyTo(target.AsSpan(0, room));
            Assert.Equal(oracle.TakeLast(room), target.Take(copied));
        }
    }

    [Fact]
    public void What_is_not_kept_cannot_be_read()
    {
        CircularHistory<int> history = new(4);
        Assert.Throws<ArgumentOutOfRangeException>(() => history[0]);
        history.Add(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => history[-1]);
        Assert.Contains("index=1 is not below count=1", Assert.Throws<ArgumentOutOfRangeException>(() => history[1]).Message, StringComparison.Ordinal);
        Assert.Equal(1, history.TotalAdded);
        Assert.Equal(4, history.Capacity);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(6)]
    public void A_capacity_that_cannot_be_is_refused_by_value(int capacity) => Assert.Contains(
        $"capacity={capacity}", Assert.Throws<ArgumentException>(() => new CircularHistory<long>(capacity)).Message, StringComparison.Ordinal);
}
