using LowLatency.Markets.Books;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Markets.Books;

/// <summary>The map against a dictionary, with references that rise densely, that lie far apart, and that mix.</summary>
public sealed class OrderReferenceMapTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 1UL, 3, 0)]
    [InlineData(2, 5_000_000_000UL, 3, 4)]
    [InlineData(3, 0UL, 100_000, 0)]
    [InlineData(4, ulong.MaxValue - 10_000, 7, 3)]
    [InlineData(5, 1UL << 40, 3_000, 2)]
    public void Agrees_with_a_dictionary(int seed, ulong first, int largestStep, int jumpIn)
    {
        output.WriteLine($"seed={seed}");
        Random random = new(seed);
        Dictionary<ulong, int> expected = [];
        List<ulong> known = [];
        using OrderReferenceMap map = new();
        ulong next = first;
        for (int i = 0; i < 200_000; i++)
        {
            ulong reference = known.Count > 0 && random.Next(2) == 0
                ? known[random.Next(8) == 0 ? random.Next(known.Count) : Math.Max(0, known.Count - 1 - random.Next(50))]
                : jumpIn > 0 && random.Next(100) < jumpIn ? (ulong)random.NextInt64() : next += (ulong)random.Next(largestStep);
            if (random.Next(2) == 0)
            {
                bool added = expected.TryAdd(reference, i);
                Assert.Equal(added, map.TryAdd(reference, i));
                if (added)
                {
                    known.Add(reference);
                }
            }
            else
            {
                Assert.Equal(expected.Remove(reference, out int slot) ? slot : -1, map.Remove(reference));
            }

            Assert.Equal(expected.TryGetValue(reference, out int found) ? found : -1, map.Find(reference));
            Assert.Equal(expected.Count, map.Count);
        }

        Assert.All(known, reference => Assert.Equal(expected.TryGetValue(reference, out int found) ? found : -1, map.Find(reference)));
    }
}
