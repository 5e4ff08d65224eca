using LowLatency.Primitives.Collections;
using Xunit;

namespace LowLatency.Tests.Primitives.Collections;

public class NativeBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public unsafe void Elements_start_zeroed_on_a_cache_line_and_keep_what_is_written(int length)
    {
        using NativeBuffer<int> buffer = new(length);
        Assert.Equal(0, (long)buffer.Start % NativeBuffer<int>.Alignment);
        Assert.Equal(length, buffer.Length);
        Assert.Equal(new int[length], buffer.AsSpan(0, length).ToArray());
        for (int i = 0; i < length; i++)
        {
            buffer[i] = i;
        }

        Assert.Equal(Enumerable.Range(0, length), buffer.AsSpan(0, length).ToArray());
        buffer.Clear();
        Assert.Equal(new int[length], buffer.AsSpan(0, length).ToArray());
        Assert.False(buffer.HugePages.Applied);
    }

    [Fact]
    public unsafe void Huge_pages_are_given_or_refused_by_message()
    {
        using NativeBuffer<long> buffer = new(1_000_000, hugePages: true);
        Assert.True(buffer.HugePages.Applied || buffer.HugePages.Message.Contains("refused", StringComparison.Ordinal));
        Assert.Equal(0, (long)buffer.Start % (2 * 1024 * 1024));
        Assert.Equal(0, buffer[999_999]);
        buffer[999_999] = 7;
        Assert.Equal([0L, 7L], buffer.AsSpan(999_998, 2).ToArray());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_length_that_cannot_be_is_refused_by_value(long length) => Assert.Contains(
        $"length={length}", Assert.Throws<ArgumentException>(() => new NativeBuffer<long>(length)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 11)]
    [InlineData(10, 1)]
    [InlineData(0, -1)]
    [InlineData(long.MaxValue, 1)]
    public void A_part_outside_is_refused(long start, int length)
    {
        using NativeBuffer<long> buffer = new(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.AsSpan(start, length).Length);
    }

    [Fact]
    public unsafe void A_disposed_buffer_is_empty()
    {
        NativeBuffer<long> buffer = new(10);
        buffer.Dispose();
        buffer.Dispose();
        Assert.Equal(0, buffer.Length);
        Assert.True(buffer.Start == null);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.AsSpan(0, 1).Length);
    }
}
