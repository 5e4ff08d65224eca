using System.Text;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Testing;
using LowLatency.Testing.Itch;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

/// <summary>The lines of best bid and offer against a naive book looked at after every message.</summary>
public sealed class ItchBboTests
{
    [SharedFact("data/itch50/AAPL_20191230_0935_50k.itch50.gz")]
    public void Of_a_recorded_file()
    {
        string path = SharedData.PathOf("data/itch50/AAPL_20191230_0935_50k.itch50.gz");
        using MemoryStream output = new();
        FeedBookSummary summary = new ItchFormat().WriteBestBidOffer(path, "AAPL", output);
        string[] expected = Expected(path, 13);
        Assert.Equal(expected, Encoding.ASCII.GetString(output.ToArray()).Split('\n')[..^1]);
        Assert.Equal((49_947, expected.Length), (summary.Messages, summary.Lines));
        Assert.Equal(3_904, summary.Anomalies[FeedAnomalyKind.UnknownOrder]);
        Assert.True(expected.Length > 5_000);
        Assert.Equal("0,0", string.Join(',', expected[0].Split(',')[1..3]));
    }

    [Fact]
    public void Of_one_symbol_of_a_day()
    {
        using TemporaryFile day = new(ItchDay.Generate(7, 60_000).Bytes);
        using MemoryStream output = new();
        FeedBookSummary summary = new ItchFormat().WriteBestBidOffer(day.Path, "S00004", output);
        Assert.Equal(Expected(day.Path, 4), Encoding.ASCII.GetString(output.ToArray()).Split('\n')[..^1]);
        Assert.Equal(0, summary.Anomalies.Total);
        Assert.Throws<ArgumentException>(() => new ItchFormat().WriteBestBidOffer(day.Path, "S99999", output));
    }

    private static string[] Expected(string path, ushort locate)
    {
        NaiveItchBooks naive = new();
        List<string> lines = [];
        ItchTop last = default;
        foreach ((object message, _) in CapturedItch.Read(path).Messages)
        {
            naive.Apply(message);
            ItchTop top = naive.TopOf(locate);
            if (top != last)
            {
                lines.Add($"{ItchWireFields.Get(message, "Timestamp")},{top.BidPrice4},{top.BidShares},{top.AskPrice4},{top.AskShares}");
                last = top;
            }
        }

        return [.. lines];
    }
}
