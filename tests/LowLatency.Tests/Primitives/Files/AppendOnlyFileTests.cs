using LowLatency.Primitives.Files;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Primitives.Files;

public class AppendOnlyFileTests
{
    private const int Unit = AppendOnlyFile.Granularity;

    [Theory]
    [InlineData(2, 31)]
    [InlineData(3, 32)]
    [InlineData(64, 33)]
    public void What_is_appended_across_windows_is_the_file_and_no_more(int units, int seed)
    {
        Random random = new(seed);
        using TemporaryFolder folder = new();
        using MemoryStream oracle = new();
        byte[] record = new byte[units * Unit / 2];
        using (AppendOnlyFile file = new(folder.File("a"), units * Unit, long.MaxValue / 2))
        {
            for (int i = 0; i < 300; i++)
            {
                Span<byte> bytes = record.AsSpan(0, random.Next(20) == 0 ? random.Next(record.Length + 1) : random.Next(200));
                random.NextBytes(bytes);
                Assert.True(file.TryAppend(bytes), file.Fault);
                oracle.Write(bytes);
                Assert.Equal(oracle.Length, file.Length);
            }

            file.Flush();
            using MappedFile reader = new(folder.File("a"));
            Assert.True(reader.Length >= file.Length);
            Assert.True(reader.TrySlice(0, (int)file.Length, out ReadOnlySpan<byte> seen));
            Assert.True(seen.SequenceEqual(oracle.ToArray()));
            Assert.True(reader.TrySlice(file.Length, (int)(reader.Length - file.Length), out ReadOnlySpan<byte> rest));
            Assert.Equal(-1, rest.IndexOfAnyExcept((byte)0));
        }

        Assert.True(oracle.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(folder.File("a"))));
    }

    [Fact]
    public void The_maximum_is_reached_to_the_byte_and_not_passed()
    {
        using TemporaryFolder folder = new();
        const int maximum = (3 * Unit) + 7;
        using (AppendOnlyFile file = new(folder.File("a"), 2 * Unit, maximum))
        {
            byte[] record = new byte[Unit];
            record.AsSpan().Fill(1);
            Assert.True(file.TryAppend(record));
            Assert.True(file.TryAppend(record));
            Assert.True(file.TryAppend(record));
            Assert.False(file.TryAppend(record));
            Assert.False(file.TryAppend(record.AsSpan(0, 8)));
            Assert.True(file.TryAppend(record.AsSpan(0, 7)));
            Assert.False(file.TryAppend(record.AsSpan(0, 1)));
            Assert.True(file.TryAppend([]));
            Assert.Equal("", file.Fault);
            Assert.Equal(maximum, file.Length);
        }

        byte[] content = File.ReadAllBytes(folder.File("a"));
        Assert.Equal(maximum, content.Length);
        Assert.Equal(-1, content.AsSpan().IndexOfAnyExcept((byte)1));
    }

    [Fact]
    public void What_is_reserved_counts_only_once_committed()
    {
        using TemporaryFolder folder = new();
        using (AppendOnlyFile file = new(folder.File("a"), 2 * Unit, 10 * Unit))
        {
            Assert.True(file.TryReserve(10, out Span<byte> room));
            "abcdefghij"u8.CopyTo(room);
            file.Commit(3);
            Assert.True(file.TryReserve(2, out room));
            "xy"u8.CopyTo(room);
            file.Commit(2);
            Assert.Throws<ArgumentOutOfRangeException>(() => file.Commit(-1));
            Assert.Throws<ArgumentOutOfRangeException>(() => file.Commit(2 * Unit));
            Assert.False(file.TryReserve(-1, out _));
            Assert.False(file.TryReserve((2 * Unit) + 1, out room));
            Assert.True(room.IsEmpty);
        }

        Assert.Equal("abcxy", File.ReadAllText(folder.File("a")));
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("a"), "precious");
        Assert.Throws<IOException>(() => new AppendOnlyFile(folder.File("a"), 2 * Unit, Unit));
        Assert.Equal("precious", File.ReadAllText(folder.File("a")));
    }

    [Fact]
    public void A_first_window_that_no_disk_holds_fails_at_set_up_and_leaves_nothing()
    {
        using TemporaryFolder folder = new();
        Assert.ThrowsAny<IOException>(() => new AppendOnlyFile(folder.File("a"), 1L << 58, long.MaxValue));
        Assert.False(File.Exists(folder.File("a")));
    }

    [Theory]
    [InlineData(0, 1, "windowBytes=0")]
    [InlineData(Unit, 1, "windowBytes=65536")]
    [InlineData((2 * Unit) + 1, 1, "windowBytes=131073")]
    [InlineData(-Unit, 0, "maximumBytes=0")]
    public void Sizes_out_of_range_are_refused_by_value(long windowBytes, long maximumBytes, string expected)
    {
        using TemporaryFolder folder = new();
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new AppendOnlyFile(folder.File("a"), windowBytes, maximumBytes));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("a")));
    }

    [Fact]
    public void A_disposed_file_takes_nothing()
    {
        using TemporaryFolder folder = new();
        AppendOnlyFile file = new(folder.File("a"), 2 * Unit, Unit);
        Assert.True(file.TryAppend("abc"u8));
        file.Dispose();
        file.Dispose();
        Assert.False(file.TryAppend("d"u8));
        Assert.Equal("abc", File.ReadAllText(folder.File("a")));
    }
}
