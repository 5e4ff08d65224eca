using System.Text.Json;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Results;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Replay.Hftbacktest;

/// <summary>A published backtest on recorded BTCUSDT data, run through the engine: same books, same order states, same times, same fees.</summary>
public sealed class HftbacktestTraceTests(BtcusdtRecordings recordings) : IClassFixture<BtcusdtRecordings>
{
    [SharedTheory(BtcusdtRecordings.WarmUpFile, BtcusdtRecordings.File, BtcusdtRecordings.Vectors)]
    [InlineData("submit_order")]
    [InlineData("clear_inactive_orders")]
    [InlineData("watch_pending")]
    [InlineData("wait_for_order_response")]
    [InlineData("position")]
    [InlineData("submit_and_cancel_order")]
    [InlineData("market_order")]
    [InlineData("submit_gtx")]
    public void Order_traces_are_the_published_ones(string scenario)
    {
        TraceStrategy script = TraceScripts.For(scenario);
        ReplaySummary summary = recordings.Run(script);
        string[] expected = [.. Expected(scenario).GetProperty("output_lines").EnumerateArray().Select(line => line.GetString()!)];
        Assert.Equal(expected, script.Lines);
        Assert.Equal(1, summary.Acks);
        Assert.Equal(0, summary.Alarms.Total);
        Assert.Empty(summary.BookFaults);
    }

    [SharedFact(BtcusdtRecordings.WarmUpFile, BtcusdtRecordings.File, BtcusdtRecordings.Vectors)]
    public void Bests_and_depth_each_minute_are_the_published_ones()
    {
        TraceScripts.Minutes script = new();
        recordings.Run(script);
        string[] bests = [.. Expected("bbo_every_60s").EnumerateArray().Select(e => $"{e.GetProperty("ts").GetInt64()} {Number(e.GetProperty("bid"))} {Number(e.GetProperty("ask"))}")];
        Assert.Equal(bests, script.Books.Select(b => $"{b.TimeNs} {b.Top.BidPrice} {b.Top.AskPrice}"));
        string[] depth = [.. Expected("top3_every_60s").EnumerateArray().Select(e => $"{e.GetProperty("ts").GetInt64()} bids {Levels(e.GetProperty("bid"))} asks {Levels(e.GetProperty("ask"))}")];
        Assert.Equal(depth, script.Books.Select(b => $"{b.TimeNs} bids {Levels(b.Bids)} asks {Levels(b.Asks)}"));
    }

    [SharedFact(BtcusdtRecordings.WarmUpFile, BtcusdtRecordings.File)]
    public void The_clock_starts_at_the_first_exchange_time()
    {
        ReplaySummary summary = recordings.Run(TraceScripts.For("watch_pending"));
        Assert.Equal(1_721_347_201_533_000_000, summary.StartTimeNs);
    }

    private static JsonElement Expected(string scenario)
    {
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf(BtcusdtRecordings.Vectors)));
        return vectors.RootElement.GetProperty("expected").GetProperty(scenario).Clone();
    }

    private static string Number(JsonElement number) => Price.Parse(number.GetRawText()).ToString();

    private static string Levels(JsonElement levels) => string.Join(' ', levels.EnumerateArray().Select(level => $"{Number(level[0])}x{Number(level[1])}"));

    private static string Levels(PriceLevel[] levels) => string.Join(' ', levels.Select(level => $"{level.Price}x{level.Quantity}"));
}
