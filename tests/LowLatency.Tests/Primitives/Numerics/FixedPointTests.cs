using System.Runtime.InteropServices;
using LowLatency.Primitives.Numerics;
using Xunit;

namespace LowLatency.Tests.Primitives.Numerics;

public class FixedPointTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    [InlineData("1", 100_000_000L)]
    [InlineData("+1.5", 150_000_000L)]
    [InlineData("-12.5", -1_250_000_000L)]
    [InlineData(".5", 50_000_000L)]
    [InlineData("7.", 700_000_000L)]
    [InlineData("0.00000001", 1L)]
    [InlineData("0.000000010000", 1L)]
    [InlineData("63979.90", 6_397_990_000_000L)]
    [InlineData("92233720368.54775807", long.MaxValue)]
    [InlineData("-92233720368.54775808", long.MinValue)]
    public void Parses_exactly(string text, long raw)
    {
        Assert.Equal(raw, Price.Parse(text).Raw);
        Assert.Equal(raw, Quantity.Parse(text).Raw);
        Assert.True(Price.TryParse(System.Text.Encoding.ASCII.GetBytes(text), out Price ascii));
        Assert.Equal(raw, ascii.Raw);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,000")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    [InlineData("0.000000001")]
    [InlineData("92233720368.54775808")]
    [InlineData("-92233720368.54775809")]
    [InlineData("99999999999999999999999999999999999999999999")]
    [InlineData("１")]
    public void Refuses_what_is_not_exact(string text)
    {
        Assert.False(Price.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Quantity.Parse(text));
    }

    [Theory]
    [InlineData(0L, "0")]
    [InlineData(1L, "0.00000001")]
    [InlineData(-1L, "-0.00000001")]
    [InlineData(100_000_000L, "1")]
    [InlineData(6_397_990_000_000L, "63979.9")]
    [InlineData(long.MaxValue, "92233720368.54775807")]
    [InlineData(long.MinValue, "-92233720368.54775808")]
    public void Formats_the_shortest_text(long raw, string text) => Assert.Equal(text, new Price(raw).ToString());

    [Fact]
    public void Text_round_trips_for_random_values()
    {
        const int seed = 20191230;
        Random random = new(seed);
        for (int i = 0; i < 20_000; i++)
        {
            long raw = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            Assert.Equal(raw, Price.Parse(new Price(raw).ToString()).Raw);
            Int128 wide = ((Int128)random.NextInt64(long.MinValue, long.MaxValue) << 64 | (Int128)(ulong)random.NextInt64()) >> random.Next(127);
            Assert.Equal(wide, Notional.Parse(new Notional(wide).ToString()).Raw);
        }
    }

    [Fact]
    public void Notional_is_exact_over_the_whole_range()
    {
        long[] values = [0, 1, -1, 3, Price.One, long.MaxValue, long.MinValue, 6_397_990_000_001];
        foreach (long price in values)
        {
            foreach (long quantity in values)
            {
                Assert.Equal((Int128)price * quantity, Notional.Of(new Price(price), new Quantity(quantity)).Raw);
            }
        }

        Assert.Equal("12.79598", (Notional.Of(Price.Parse("63979.9"), Quantity.Parse("0.0002"))).ToString());
    }

    [Fact]
    public void Overflow_is_an_error()
    {
        Assert.Throws<OverflowException>(() => new Price(long.MaxValue) + new Price(1));
        Assert.Throws<OverflowException>(() => new Quantity(long.MinValue) - new Quantity(1));
        Assert.Throws<OverflowException>(() => Price.FromWhole(92_233_720_369));
        Assert.Throws<OverflowException>(() => new Notional(Int128.MaxValue) + new Notional(1));
        Assert.Throws<OverflowException>(() => -new Notional(Int128.MinValue));
        Assert.False(Notional.TryParse("99999999999999999999999999999999999999", out _));
        Assert.Equal(Int128.MinValue, Notional.Parse(new Notional(Int128.MinValue).ToString()).Raw);
    }

    [Fact]
    public void Formatting_into_too_short_a_span_says_so()
    {
        Span<char> text = stackalloc char[4];
        Assert.True(FixedPoint.TryFormat(15, 1, MemoryMarshal.Cast<char, ushort>(text), out int written));
        Assert.Equal("1.5", new string(text[..written]));
        Assert.False(FixedPoint.TryFormat(-12345, 1, MemoryMarshal.Cast<char, ushort>(text), out written));
        Assert.Equal(0, written);
    }
}
