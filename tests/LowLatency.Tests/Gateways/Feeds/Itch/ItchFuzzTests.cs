using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Markets.Data;
using LowLatency.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

/// <summary>Damaged files never throw and never hang, and whatever they say the events and books stay within bounds.</summary>
public sealed class ItchFuzzTests(ITestOutputHelper output)
{
    [SharedTheory("data/itch50", "data/nasdaq-captures")]
    [InlineData("data/itch50/12302019_SNIPPET.NASDAQ_ITCH50", 40)]
    [InlineData("data/itch50/01302019_first4096bytes.itch", 60)]
    [InlineData("data/itch50/nasdaq_totalview_moldudp64_20230822_0930.pcap", 60)]
    [InlineData("data/itch50/AAPL_20191230_0935_50k.itch50.gz", 3)]
    [InlineData("data/nasdaq-captures/Bx.Equities.TotalView.Itch.v5.0.20230822/AddOrderMpidAttributionMessage.pcap", 60)]
    [InlineData("data/nasdaq-captures/Nasdaq.Nsm.Ouch.v5.0/EnterOrderMessage.pcap", 60)]
    public void Flipped_bytes_and_cut_ends(string file, int rounds)
    {
        byte[] original = File.ReadAllBytes(SharedData.PathOf(file));
        for (int seed = 0; seed < rounds; seed++)
        {
            output.WriteLine($"seed={seed}");
            Random random = new(seed);
            byte[] bytes = [.. original];
            for (int flips = random.Next(1, 40); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)0xff : (byte)random.Next(256);
            }

            ReadEveryWay(bytes[..random.Next(bytes.Length / 2, bytes.Length)]);
        }
    }

    [Fact]
    public void Bytes_of_any_kind()
    {
        for (int seed = 0; seed < 32; seed++)
        {
            output.WriteLine($"seed={seed}");
            Random random = new(seed);
            byte[] bytes = new byte[random.Next(5_000)];
            random.NextBytes(bytes);
            byte[][] heads = [[], [0xd4, 0xc3, 0xb2, 0xa1], [0x1f, 0x8b, 8, 0], [0xa1, 0xb2, 0x3c, 0x4d, .. new byte[16], 0, 0, 0, 1]];
            ReadEveryWay([.. heads[seed % 4], .. bytes]);
            ReadEveryWay(new byte[bytes.Length]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Files_of_next_to_nothing(int length) => ReadEveryWay(new byte[length]);

    private static void ReadEveryWay(byte[] bytes)
    {
        using TemporaryFile file = new(bytes, ".itch");
        ItchFormat format = new();
        FeedInspection seen = format.Inspect(file.Path);
        Assert.InRange(seen.Messages, 0, 60_000);
        Assert.All(seen.Anomalies.First(), anomaly => Assert.InRange(anomaly.Offset, 0, 100_000_000));

        FeedAnomalies anomalies = new();
        using (IMarketEventSource source = format.OpenEvents(file.Path, new FeedImportOptions(), anomalies))
        {
            MarketEvent[] events = new MarketEvent[777];
            int got;
            while ((got = source.Read(events)) > 0)
            {
                Assert.All(events[..got], change => Assert.True(change.Quantity.Raw >= 0 && change.Price.Raw >= 0 && (uint)(change.Instrument.Value - 1) < source.Instruments.Count));
            }
        }

        if (seen.Symbols.FirstOrDefault(symbol => !symbol.Symbol.StartsWith('#')).Symbol is { } symbol)
        {
            using MemoryStream lines = new();
            FeedBookSummary summary = format.WriteBestBidOffer(file.Path, symbol, lines);
            Assert.Equal(summary.Lines, lines.ToArray().Count(letter => letter == '\n'));
            Assert.DoesNotContain((byte)'-', lines.ToArray());
        }
    }
}
