using LowLatency.Primitives.Collections;
using Xunit;

namespace LowLatency.Tests.Primitives.Collections;

public class IdMapTests
{
    private const ulong InverseOfGolden = 0xF1DE_83E1_9937_733D;

    [Fact]
    public void It_tells_added_duplicate_and_full_apart()
    {
        using IdMap map = new(2);
        Assert.Equal(IdMapResult.Added, map.TryAdd(0, -5));
        Assert.Equal(IdMapResult.Duplicate, map.TryAdd(0, 6));
        Assert.Equal(IdMapResult.Added, map.TryAdd(ulong.MaxValue, 7));
        Assert.Equal(IdMapResult.Full, map.TryAdd(1, 8));
        Assert.Equal(IdMapResult.Duplicate, map.TryAdd(0, 9));
        Assert.True(map.TryGet(0, out int value));
        Assert.Equal(-5, value);
        Assert.False(map.TryGet(1, out value));
        Assert.Equal(0, value);
        Assert.True(map.TryRemove(0, out value));
        Assert.Equal(-5, value);
        Assert.False(map.TryRemove(0, out value));
        Assert.Equal(0, value);
        Assert.Equal(IdMapResult.Added, map.TryAdd(1, 8));
        Assert.Equal(2, map.Count);
    }

    [Theory]
    [InlineData("few keys", 1)]
    [InlineData("consecutive", 2)]
    [InlineData("one home", 3)]
    [InlineData("last homes", 4)]
    [InlineData("any", 5)]
    public void Random_use_equals_a_dictionary(string keys, int seed)
    {
        const int capacity = 100;
        Random random = new(seed);
        using IdMap map = new(capacity);
        Dictionary<ulong, int> oracle = [];
        ulong next = 0;
        for (int step = 0; step < 60_000; step++)
        {
            ulong key = keys switch
            {
                "few keys" => (ulong)random.Next(130),
                "consecutive" => random.Next(2) == 0 ? next++ : next - (ulong)random.Next(120),
                "one home" => unchecked((ulong)random.Next(130) * InverseOfGolden),
                "last homes" => unchecked(((ulong.MaxValue << 58) + (ulong)random.Next(130)) * InverseOfGolden),
                _ => (ulong)random.NextInt64(),
            };
            switch (random.Next(5))
            {
                case 0 or 1:
                    IdMapResult expected = oracle.ContainsKey(key) ? IdMapResult.Duplicate
                        : oracle.Count == capacity ? IdMapResult.Full
                        : IdMapResult.Added;
                    Assert.Equal(expected, map.TryAdd(key, step));
                    if (expected == IdMapResult.Added)
                    {
                        oracle.Add(key, step);
                    }

                    break;
                case 2 or 3:
                    if (keys == "any" && oracle.Count > 0 && random.Next(3) == 0)
                    {
                        key = oracle.Keys.First();
                    }

                    Assert.Equal(oracle.Remove(key, out int value), map.TryRemove(key, out int removed));
                    Assert.Equal(value, removed);
                    break;
                default:
                    Assert.Equal(oracle.TryGetValue(key, out value), map.TryGet(key, out int found));
                    Assert.Equal(value, found);
                    break;
            }

            Assert.Equal(oracle.Count, map.Count);
            if (step % 500 == 0)
            {
                foreach ((ulong each, int held) in oracle)
                {
                    Assert.True(map.TryGet(each, out int found) && found == held, $"keys={keys} seed={seed} step={step} key={each}");
                }
            }

            if (step % 20_000 == 19_999)
            {
                map.Clear();
                oracle.Clear();
            }
        }
    }

    [Fact]
    public void The_keys_of_one_home_in_the_tests_have_one_home() => Assert.Equal(1ul, unchecked(InverseOfGolden * 0x9E37_79B9_7F4A_7C15));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(IdMap.LargestCapacity + 1)]
    public void A_capacity_that_cannot_be_is_refused_by_value(int capacity) => Assert.Contains(
        $"capacity={capacity}", Assert.Throws<ArgumentException>(() => new IdMap(capacity)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_map_of_one_works_and_a_disposed_one_holds_nothing()
    {
        IdMap map = new(1);
        Assert.Equal(IdMapResult.Added, map.TryAdd(5, 1));
        Assert.Equal(IdMapResult.Full, map.TryAdd(6, 1));
        map.Dispose();
        map.Dispose();
        Assert.Equal(IdMapResult.Full, map.TryAdd(5, 1));
        Assert.False(map.TryGet(5, out _));
        Assert.False(map.TryRemove(5, out _));
    }
}
