using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Testing;
using LowLatency.Testing.Itch;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

/// <summary>Recorded files: what is in them was counted by other means.</summary>
public sealed class ItchRealFileTests
{
    private const string Aapl = "data/itch50/AAPL_20191230_0935_50k.itch50.gz";
    private const string Snippet = "data/itch50/12302019_SNIPPET.NASDAQ_ITCH50";
    private const string First1000 = "data/itch50/12302019_first1000msgs.itch";
    private const string First4096Bytes = "data/itch50/01302019_first4096bytes.itch";
    private const string Capture = "data/itch50/nasdaq_totalview_moldudp64_20230822_0930.pcap";

    [SharedFact(Aapl)]
    public void Five_minutes_of_one_symbol()
    {
        FeedInspection seen = Inspect(Aapl);
        Assert.Equal("NASDAQ ITCH 5.0, length-prefixed, gzip", seen.Format);
        Assert.Equal(49_947, seen.Messages);
        Assert.Equal("D24150 A22121 E2162 U1130 P281 X98 C4 F1", Types(seen));
        Assert.Equal([new FeedSymbolCount("AAPL", 49_947)], seen.Symbols);
        Assert.Equal([new(FeedAnomalyKind.UnknownOrder, 3_904), new(FeedAnomalyKind.OrderOfUnknownSide, 66)], seen.Anomalies.Counts());
        Assert.InRange(seen.FirstTimeNs, 34_500_000_000_000, 34_501_000_000_000);
        Assert.InRange(seen.LastTimeNs, 34_776_000_000_000, 34_777_000_000_000);
    }

    [SharedFact(Aapl)]
    public void Executions_of_orders_entered_before_the_cut()
    {
        FeedAnomalies anomalies = new(10_000);
        FeedImportOptions options = new() { Symbol = "AAPL" };
        HashSet<long> unknown = [];
        using (ItchEventSource source = new(SharedData.PathOf(Aapl), options, anomalies))
        {
            LowLatency.Markets.Data.MarketEvent[] events = new LowLatency.Markets.Data.MarketEvent[1000];
            while (source.Read(events) > 0)
            {
            }

            unknown.UnionWith(anomalies.First().Where(anomaly => anomaly.Kind == FeedAnomalyKind.UnknownOrder).Select(anomaly => anomaly.Offset));
        }

        char[] types = ['E', 'C'];
        IEnumerable<FeedPosition> executions = CapturedItch.Read(SharedData.PathOf(Aapl)).Messages
            .Where(message => types.Contains((char)ItchWireFields.Get(message.Message, "Message Type"))).Select(message => message.Position);
        Assert.Equal(2_166, executions.Count());
        Assert.Equal(539, executions.Count(position => unknown.Contains(position.Offset)));
    }

    [SharedFact(Snippet)]
    public void A_thousand_messages_of_the_open()
    {
        FeedInspection seen = Inspect(Snippet);
        Assert.Equal("NASDAQ ITCH 5.0, length-prefixed", seen.Format);
        Assert.Equal(1_000, seen.Messages);
        Assert.Equal("A367 U225 F193 D167 E28 X6 P4 Q4 I4 S1 C1", Types(seen));
        Assert.Equal(322, seen.Symbols.Count + (seen.Messages - seen.Symbols.Sum(symbol => symbol.Messages) > 0 ? 1 : 0));
        Assert.Equal(399, seen.Anomalies[FeedAnomalyKind.UnknownOrder] + seen.Anomalies[FeedAnomalyKind.OrderOfUnknownSide]);
        Assert.Equal(seen.Anomalies[FeedAnomalyKind.UnknownOrder] + seen.Anomalies[FeedAnomalyKind.OrderOfUnknownSide], seen.Anomalies.Total);
    }

    [SharedFact(First1000)]
    public void The_first_thousand_messages_of_a_day()
    {
        FeedInspection seen = Inspect(First1000);
        Assert.Equal("R993 H3 Y3 S1", Types(seen));
        Assert.Equal(993, seen.Symbols.Count);
        Assert.DoesNotContain(seen.Symbols, symbol => symbol.Symbol.StartsWith('#'));
        Assert.Equal(0, seen.Anomalies.Total);
    }

    [SharedFact(First4096Bytes)]
    public void A_cut_tail_is_reported_with_its_offset()
    {
        FeedInspection seen = Inspect(First4096Bytes);
        Assert.Equal(101, seen.Messages);
        Assert.Equal("R98 S1 H1 Y1", Types(seen));
        Assert.Equal([new FeedAnomaly(FeedAnomalyKind.CutTail, 4_081, 15, null)], seen.Anomalies.First());
    }

    [SharedFact(Capture)]
    public void A_capture_of_MoldUDP64()
    {
        FeedInspection seen = Inspect(Capture);
        Assert.Equal("NASDAQ ITCH 5.0, pcap, MoldUDP64", seen.Format);
        Assert.Equal(269, seen.Messages);
        Assert.Equal(0, seen.Anomalies.Counts().Where(count => count.Key is not (FeedAnomalyKind.UnknownOrder or FeedAnomalyKind.OrderOfUnknownSide)).Sum(count => count.Value));
        CapturedItch read = CapturedItch.Read(SharedData.PathOf(Capture));
        Assert.Equal(Enumerable.Range(14_757_701, 269).Select(number => (long)number), read.Messages.Select(message => message.Position.Sequence));
        Assert.Equal(99, read.Messages.Select(message => message.Position.LocalTimeNs).Distinct().Count());
        Assert.All(read.Messages, message => Assert.Equal(new DateOnly(2023, 8, 22), NewYorkTime.DayOf(message.Position.LocalTimeNs)));
    }

    [SharedFact("data/nasdaq-captures")]
    public void Every_capture_of_one_message_type_holds_only_that_type_and_reads_cleanly()
    {
        Dictionary<string, string> summaries = [];
        foreach (string path in Directory.EnumerateFiles(SharedData.PathOf("data/nasdaq-captures"), "*.pcap", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            FeedInspection seen = new ItchFormat().Inspect(path);
            string rest = string.Join(' ', seen.Anomalies.Counts()
                .Where(count => count.Key is not (FeedAnomalyKind.UnknownOrder or FeedAnomalyKind.OrderOfUnknownSide)).Select(count => $"{count.Key}{count.Value}"));
            summaries.Add($"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}", $"{Types(seen)} {rest}".Trim());
        }

        Assert.Equal(46, summaries.Count);
        string ouch = "OtherProtocol1";
        Assert.All(summaries.Where(summary => summary.Key.Contains("Ouch", StringComparison.Ordinal)), summary => Assert.Equal(ouch, summary.Value));
        Assert.All(
            summaries.Where(summary => summary.Key.Contains("Itch.v5.0.20230822", StringComparison.Ordinal)),
            summary => Assert.Matches("^[A-Za-z][15] (Unsequenced[15])( TimeReversal[1-4])?$", summary.Value));
        Assert.Equal("A36 F2 D1 SequenceGap1", summaries["Nasdaq.Equities.TotalView.Itch.v5.0/Multiple.Packets.pcap"]);
        Assert.Equal("I1", summaries["Nasdaq.Equities.TotalView.Itch.v5.0/NetOrderImbalanceIndicatorMessage.pcap"]);
    }

    private static FeedInspection Inspect(string file)
    {
        string path = SharedData.PathOf(file);
        Assert.True(FeedFormats.TryDetect(path, out IFeedFormat? format));
        Assert.IsType<ItchFormat>(format);
        FeedInspection seen = format.Inspect(path);
        Assert.Equal(new FileInfo(path).Length, seen.SizeBytes);
        return seen;
    }

    private static string Types(FeedInspection seen) => string.Join(' ', seen.Types.Select(type => $"{type.Type}{type.Messages}"));
}
