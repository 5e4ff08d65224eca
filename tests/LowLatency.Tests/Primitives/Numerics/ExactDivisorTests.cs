using LowLatency.Primitives.Numerics;
using Xunit;

namespace LowLatency.Tests.Primitives.Numerics;

public class ExactDivisorTests
{
    [Fact]
    public void Agrees_with_the_remainder()
    {
        const int seed = 4;
        Random random = new(seed);
        long[] divisors = [1, 2, 3, 8, 10, 100_000, 1_000_000, 10_000_000, 100_000_000, 12_345_678_901, long.MaxValue, 1L << 62, .. Enumerable.Range(0, 200).Select(_ => 1 + random.NextInt64(long.MaxValue - 1 >> random.Next(62)))];
        foreach (long d in divisors)
        {
            ExactDivisor divisor = new(d);
            for (int i = 0; i < 200; i++)
            {
                long value = random.NextInt64(long.MaxValue >> random.Next(62));
                long multiple = value / d * d;
                Assert.True(divisor.Divides(multiple), $"{multiple} by {d}");
                Assert.Equal(value % d == 0, divisor.Divides(value));
            }

            Assert.True(divisor.Divides(0));
            Assert.False(divisor.Divides(-d));
            Assert.False(divisor.Divides(long.MinValue));
        }
    }

    [Fact]
    public void Refuses_what_is_no_divisor()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExactDivisor(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExactDivisor(-1));
        Assert.True(default(ExactDivisor).Divides(0));
    }
}
