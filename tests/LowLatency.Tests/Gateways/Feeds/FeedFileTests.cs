using System.IO.Compression;
using LowLatency.Gateways.Feeds;
using LowLatency.Testing.Itch;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds;

public sealed class FeedFileTests
{
    private static readonly byte[] Day = ItchDay.Generate(3, 30_000).Bytes;

    [Fact]
    public void Compressed_content_is_read_as_the_content()
    {
        CapturedItch expected = CapturedItch.Read(Day);
        CapturedItch read = CapturedItch.Read(Compress(Day));
        Assert.Equal(expected.Messages, read.Messages);
        Assert.Equal(0, read.Anomalies.Total);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-8)]
    [InlineData(-2_000)]
    [InlineData(-100_000)]
    public void A_compressed_file_that_ends_too_early_is_reported_and_read_as_far_as_it_goes(int cut)
    {
        byte[] compressed = Compress(Day);
        CapturedItch read = CapturedItch.Read(compressed[..(compressed.Length + cut)]);
        Assert.Equal(1, read.Anomalies[FeedAnomalyKind.BrokenCompression]);
        Assert.InRange(read.Messages.Count, cut < -1_000 ? 1 : 30_000, cut < -1_000 ? 29_999 : 30_000);
    }

    [Fact]
    public void Damaged_compressed_content_is_reported()
    {
        byte[] compressed = Compress(Day);
        compressed.AsSpan(compressed.Length / 2, 100).Fill(0xff);
        CapturedItch read = CapturedItch.Read(compressed);
        Assert.True(read.Anomalies[FeedAnomalyKind.BrokenCompression] > 0);
        Assert.InRange(read.Messages.Count, 1, 30_000);
    }

    [Fact]
    public void Anomalies_are_counted_all_and_kept_first_of_each_kind()
    {
        FeedAnomalies anomalies = new(2);
        for (int i = 5; i > 0; i--)
        {
            anomalies.Add(FeedAnomalyKind.UnknownOrder, i * 10, (ulong)i);
        }

        anomalies.Add(FeedAnomalyKind.UnknownType, 45, 'z', "note");
        Assert.Equal(6, anomalies.Total);
        Assert.Equal(
            ["offset=40 UnknownOrder value=4", "offset=45 UnknownType value=0x7a note", "offset=50 UnknownOrder value=5"],
            anomalies.First().Select(anomaly => anomaly.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeedAnomalies(-1));
    }

    private static byte[] Compress(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }
}
