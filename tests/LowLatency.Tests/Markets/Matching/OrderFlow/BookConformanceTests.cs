using System.Text;
using System.Text.Json;
using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Markets.Matching.OrderFlow;

/// <summary>The published cases, workloads and small flows.</summary>
public sealed class BookConformanceTests
{
    private const string Vectors = "vectors/book_conformance.json";

    [SharedFact(Vectors)]
    public void Every_case_gives_the_expected_reports_and_hash_from_both_record_formats()
    {
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf(Vectors)));
        int cases = 0;
        foreach (JsonElement @case in vectors.RootElement.GetProperty("cases").EnumerateArray())
        {
            FlowMessage[] messages = Messages(@case.GetProperty("messages"));
            foreach (byte[] bytes in new[] { OrderFlowBytes.Compact(messages), OrderFlowBytes.Wide(messages), OrderFlowBytes.Gzip(OrderFlowBytes.Wide(messages)) })
            {
                using OrderFlowFile file = OrderFlowFile.Load(new MemoryStream(bytes));
                using OrderFlowRunner runner = new(file);
                MemoryStream text = new();
                OrderFlowResult result = runner.Run(text);

                Assert.True(file.Faults.None);
                string[] lines = Encoding.ASCII.GetString(text.ToArray()).Split('\n');
                if (@case.TryGetProperty("reports", out JsonElement reports))
                {
                    Assert.Equal(reports.EnumerateArray().Select(line => line.GetString()), lines);
                }
                else
                {
                    Assert.Equal(@case.GetProperty("report_count").GetInt32(), lines.Length);
                }

                Assert.Equal(@case.GetProperty("sha256").GetString(), result.Sha256);
                Assert.Equal(lines.Length, result.Reports);
                cases++;
            }
        }

        Assert.Equal(3 * 28, cases);
    }

    [SharedFact(Vectors)]
    public void Every_case_has_the_expected_best_prices_after_each_message()
    {
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf(Vectors)));
        int compared = 0;
        foreach (JsonElement @case in vectors.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (!@case.TryGetProperty("bbo_after_each", out JsonElement expected))
            {
                continue;
            }

            using MatchingBook book = new(new(2_000_000, 1000));
            RecordingSink sink = new([]);
            foreach ((FlowMessage message, JsonElement best) in Messages(@case.GetProperty("messages")).Zip(expected.EnumerateArray()))
            {
                uint id = (uint)message.OrderId;
                _ = message.Type switch
                {
                    0 => book.Enter(new(id, (Side)(1 + message.Side), message.PriceTicks, message.Quantity, TimeInForce: message.Ioc == 1 ? TimeInForce.Ioc : TimeInForce.Day), ref sink),
                    1 => book.Cancel(id, ref sink),
                    _ => book.Replace<ReinsertModifyPolicy, RecordingSink>(id, message.PriceTicks, message.Quantity, ref sink),
                };
                Assert.Equal([Nullable(best[0]), Nullable(best[1])], [Best(book, Side.Buy), Best(book, Side.Sell)]);
                Assert.True(book.CheckInvariants(out string broken), broken);
                compared++;
            }
        }

        Assert.True(compared > 100, $"compared={compared}");
    }

    [SharedTheory(Vectors, "data/matching/normal.msgs.gz", "data/matching/static.msgs.gz")]
    [InlineData("normal")]
    [InlineData("static")]
    public void The_workloads_give_the_published_hash_and_counts(string name)
    {
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf(Vectors)));
        JsonElement counts = vectors.RootElement.GetProperty("workload_counts");
        using OrderFlowFile file = OrderFlowFile.Load(SharedData.PathOf($"data/matching/{name}.msgs.gz"));
        using OrderFlowRunner runner = new(file);

        OrderFlowResult result = runner.Run();
        OrderFlowTiming timing = runner.Time();

        Assert.Equal(vectors.RootElement.GetProperty("workload_hashes_seed23_1M_orders").GetProperty(name).GetString(), result.Sha256);
        Assert.Equal(counts.GetProperty("messages").GetInt64(), result.Messages);
        Assert.Equal(counts.GetProperty("new").GetInt64(), result.ReportsByKind[(int)MatchReportKind.Accepted]);
        Assert.Equal(counts.GetProperty("fills").GetProperty(name).GetInt64(), result.Fills);
        Assert.Equal(counts.GetProperty("reports").GetProperty(name).GetInt64(), result.Reports);
        Assert.Equal(result.Reports, timing.Reports);
        Assert.True(file.Faults.None);
    }

    [SharedTheory("data/matching/small")]
    [InlineData("flash-crash")]
    [InlineData("normal")]
    [InlineData("static")]
    [InlineData("swing-25")]
    [InlineData("swing-40")]
    public void The_small_flows_give_the_expected_text(string name)
    {
        using OrderFlowFile file = OrderFlowFile.Load(SharedData.PathOf($"data/matching/small/{name}_s1_n2000.bin.gz"));
        using OrderFlowRunner runner = new(file);
        MemoryStream text = new();
        OrderFlowResult result = runner.Run(text);

        using FileStream packed = File.OpenRead(SharedData.PathOf($"data/matching/small/{name}_s1_n2000.expected.txt.gz"));
        using StreamReader expected = new(new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress));
        Assert.Equal(expected.ReadToEnd(), Encoding.ASCII.GetString(text.ToArray()));
        Assert.Equal(4013, result.Messages);
        Assert.True(file.IsWide);
        Assert.True(file.Faults.None);
    }

    private static FlowMessage[] Messages(JsonElement messages)
    {
        if (messages.ValueKind == JsonValueKind.String)
        {
            Assert.Equal("generate: NEW sell ids 1..5000 qty 1 price 100, then NEW buy id 5001 qty 5000 price 100 IOC", messages.GetString());
            return [.. Enumerable.Range(1, 5000).Select(id => new FlowMessage(0, 1, 0, 1, (ulong)id, 100)), new FlowMessage(0, 0, 1, 5000, 5001, 100)];
        }

        return [.. messages.EnumerateArray().Select(m => new FlowMessage(m[0].GetByte(), m[1].GetByte(), m[2].GetByte(), m[3].GetUInt32(), m[4].GetUInt64(), m[5].GetInt64()))];
    }

    private static long? Nullable(JsonElement price) => price.ValueKind == JsonValueKind.Null ? null : price.GetInt64();

    private static long? Best(MatchingBook book, Side side) => book.TryBest(side, out long price, out _) ? price : null;
}
