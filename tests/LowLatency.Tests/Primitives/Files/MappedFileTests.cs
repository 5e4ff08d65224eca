using LowLatency.Primitives.Files;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Primitives.Files;

public class MappedFileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(100_001)]
    public void A_file_reads_back_whole_and_nothing_beyond(int length)
    {
        using TemporaryFolder folder = new();
        byte[] content = new byte[length];
        new Random(length).NextBytes(content);
        File.WriteAllBytes(folder.File("a"), content);
        using MappedFile file = new(folder.File("a"));
        Assert.Equal(length, file.Length);
        Assert.True(file.TrySlice(0, length, out ReadOnlySpan<byte> bytes));
        Assert.Equal(content, bytes.ToArray());
        Assert.True(file.TrySlice(length / 2, length - (length / 2), out bytes));
        Assert.Equal(content[(length / 2)..], bytes.ToArray());
        Assert.True(file.TrySlice(length, 0, out _));
        foreach ((long offset, int count) in ((long, int)[])[(0, length + 1), (length, 1), (length + 1, 0), (-1, 1), (0, -1), (long.MaxValue, 1), (1, int.MaxValue), (long.MinValue, int.MinValue)])
        {
            Assert.False(file.TrySlice(offset, count, out bytes), $"offset={offset} count={count}");
            Assert.True(bytes.IsEmpty);
        }
    }

    [Fact]
    public void Offsets_beyond_2_GiB_are_reached()
    {
        const long hole = 5L << 30;
        using TemporaryFolder folder = new();
        using (FileStream sparse = File.Create(folder.File("a")))
        {
            sparse.SetLength(hole);
            sparse.Position = hole;
            sparse.Write("end"u8);
        }

        using MappedFile file = new(folder.File("a"));
        Assert.Equal(hole + 3, file.Length);
        Assert.True(file.TrySlice(hole, 3, out ReadOnlySpan<byte> bytes));
        Assert.Equal("end"u8.ToArray(), bytes.ToArray());
        Assert.False(file.TrySlice(hole, 4, out _));
    }

    [Fact]
    public unsafe void A_disposed_file_gives_nothing_and_a_missing_one_fails_at_once()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("a"), "abc");
        MappedFile file = new(folder.File("a"));
        Assert.Equal((byte)'a', *file.Start);
        file.Dispose();
        file.Dispose();
        Assert.Equal(0, file.Length);
        Assert.False(file.TrySlice(0, 1, out _));
        Assert.True(file.Start == null);
        Assert.Throws<FileNotFoundException>(() => new MappedFile(folder.File("b")));
        Assert.ThrowsAny<Exception>(() => new MappedFile(folder.FullName));
    }
}
