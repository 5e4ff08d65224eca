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
}
