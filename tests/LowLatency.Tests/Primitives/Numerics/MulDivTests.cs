using System.Numerics;
using LowLatency.Primitives.Numerics;
using Xunit;

namespace LowLatency.Tests.Primitives.Numerics;

public class MulDivTests
{
    [Fact]
    public void Agrees_with_unbounded_integers()
    {
        const int seed = 7;
        Random random = new(seed);
        for (int i = 0; i < 20_000; i++)
        {
            Int128 amount = ((Int128)random.NextInt64(long.MinValue, long.MaxValue) << 64 | (Int128)(ulong)random.NextInt64()) >> random.Next(4, 127);
            long rate = random.NextInt64(-10_000_000, 10_000_000);
            BigInteger product = (BigInteger)amount * rate;
            BigInteger ceiling = BigInteger.DivRem(product, 100_000_000, out BigInteger rest) + (rest > 0 ? 1 : 0);
            Assert.Equal(ceiling, (BigInteger)MulDiv.Ceiling(amount, rate, 100_000_000));

            long whole = 1 + random.NextInt64((1L << 62) - 1 >> random.Next(60));
            long part = random.NextInt64(whole + 1);
            Assert.Equal((BigInteger)amount * part / whole, (BigInteger)MulDiv.Share(amount, part, whole));
            Assert.Equal(amount, MulDiv.Share(amount, whole, whole));
        }
    }

    [Theory]
    [InlineData(5, 2, 2)]
    [InlineData(7, 2, 4)]
    [InlineData(-5, 2, -2)]
    [InlineData(-7, 2, -4)]
    [InlineData(10, 4, 2)]
    [InlineData(11, 4, 3)]
    [InlineData(9, 4, 2)]
    [InlineData(1, 3, 0)]
    [InlineData(-2, 3, -1)]
    public void A_half_goes_to_the_even_neighbour(int amount, int divisor, int quotient) => Assert.Equal((Int128)quotient, MulDiv.HalfEven(amount, divisor));

    [Fact]
    public void The_nearest_is_never_more_than_a_half_away()
    {
        Random random = new(9);
        for (int i = 0; i < 20_000; i++)
        {
            BigInteger amount = new(random.NextInt64(long.MinValue, long.MaxValue));
            BigInteger divisor = 1 + random.NextInt64(long.MaxValue >> random.Next(62));
            BigInteger off = amount - ((BigInteger)MulDiv.HalfEven((Int128)amount, (Int128)divisor) * divisor);
            Assert.True(BigInteger.Abs(off) * 2 <= divisor);
        }
    }
}
