using System.Text.Json;
using LowLatency.Hosting.Configuration;
using LowLatency.Primitives.Metrics;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Results;
using LowLatency.Trading.Engine;

namespace LowLatency.Cli.Output;

/// <summary>A replay's result for machines; <c>docs/formats/replay-json.md</c> has the table of members.</summary>
internal static class ReplayJson
{
    /// <summary>Writes the members of the result.</summary>
    public static void Write(Utf8JsonWriter json, ReplayResult result)
    {
        ReplaySummary summary = result.Summary;
        json.WriteString("input", result.Input);
        json.WriteString("topology", SettingNames.Of(result.Topology));
        json.WriteNumber("startTimeNs", summary.StartTimeNs);
        json.WriteNumber("endTimeNs", summary.EndTimeNs);
        json.WriteNumber("marketEvents", summary.MarketEvents);
        json.WriteNumber("orders", summary.Orders);
        json.WriteNumber("cancels", summary.Cancels);
        json.WriteNumber("replaces", summary.Replaces);
        json.WriteNumber("acks", summary.Acks);
        json.WriteNumber("fills", summary.Fills);
        json.WriteNumber("canceled", summary.Canceled);
        json.WriteNumber("expired", summary.Expired);
        json.WriteNumber("replaced", summary.Replaced);
        json.WriteNumber("reports", summary.Reports);
        WriteCounts(json, "rejects", summary.Rejects);
        WriteCounts(json, "cancelRejects", summary.CancelRejects);
        json.WriteExact("position", result.Position, Quantity.Decimals);
        WriteMoney(json, "fees", result.Fees);
        WriteMoney(json, "realizedPnl", result.RealizedPnl);
        WriteMoney(json, "unrealizedPnl", result.UnrealizedPnl);
        WritePositions(json, result);
        json.WriteNumber("openOrders", summary.OpenOrders);
        json.WriteNumber("requestsInFlight", summary.RequestsInFlight);
        json.WriteNumber("reportsInFlight", summary.ReportsInFlight);
        WriteCounts(json, "bookFaults", summary.BookFaults);
        WriteAlarms(json, summary.Alarms);
        json.WriteNumber("elapsedNs", summary.Elapsed.Ticks * TimeSpan.NanosecondsPerTick);
        json.WriteNumber("eventsPerSecond", Math.Round(summary.EventsPerSecond));
        json.WriteNumber("allocatedBytes", summary.AllocatedBytes);
        WriteLatencies(json, result);
        json.WriteString("outputHash", summary.OutputHash);
    }

    private static void WritePositions(Utf8JsonWriter json, ReplayResult result)
    {
        json.WriteStartArray("positions");
        foreach (ReplayPosition one in result.Summary.Positions)
        {
            json.WriteStartObject();
            json.WriteString("account", result.Definition.Accounts[one.Account.Value - 1].Name);
            json.WriteString("symbol", one.Instrument.Symbol);
            json.WriteString("currency", one.Instrument.Currency);
            json.WriteExact("position", one.Position.Raw, Quantity.Decimals);
            WriteMoney(json, "cost", one.Cost);
            WriteMoney(json, "fees", one.Fees);
            WriteMoney(json, "realizedPnl", one.RealizedPnl);
            WriteMoney(json, "unrealizedPnl", one.UnrealizedPnl);
            if (one.Mark is Price mark)
            {
                json.WriteExact("mark", mark.Raw, Price.Decimals);
            }
            else
            {
                json.WriteNull("mark");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAlarms(Utf8JsonWriter json, ReplayAlarms alarms)
    {
        json.WriteStartObject("alarms");
        json.WriteNumber("unmatchedReports", alarms.UnmatchedReports);
        json.WriteNumber("illegalReports", alarms.IllegalReports);
        json.WriteNumber("overFills", alarms.OverFills);
        json.WriteNumber("duplicateExecutions", alarms.DuplicateExecutions);
        json.WriteNumber("unknownExecutions", alarms.UnknownExecutions);
        json.WriteNumber("priceViolations", alarms.PriceViolations);
        json.WriteNumber("mismatchedFills", alarms.MismatchedFills);
        json.WriteNumber("badMarketData", alarms.BadMarketData);
        json.WriteNumber("badCommands", alarms.BadCommands);
        json.WriteNumber("unknownEvents", alarms.UnknownEvents);
        json.WriteEndObject();
    }

    private static void WriteLatencies(Utf8JsonWriter json, ReplayResult result)
    {
        json.WriteStartObject("latency");
        foreach (EngineStage stage in StageLatencies.Stages)
        {
            WriteLatency(json, SettingNames.Of(stage), result.Latencies.Of(stage));
        }

        WriteLatency(json, "orderToVenue", result.Latencies.OrderToVenue);
        json.WriteEndObject();
    }

    private static void WriteLatency(Utf8JsonWriter json, string name, LatencyHistogram histogram)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", histogram.TotalCount);
        json.WriteNumber("minNs", histogram.Min);
        json.WriteNumber("meanNs", Math.Round(histogram.Mean, 1));
        json.WriteNumber("p50Ns", histogram.ValueAtPercentile(50));
        json.WriteNumber("p90Ns", histogram.ValueAtPercentile(90));
        json.WriteNumber("p99Ns", histogram.ValueAtPercentile(99));
        json.WriteNumber("p999Ns", histogram.ValueAtPercentile(99.9));
        json.WriteNumber("maxNs", histogram.Max);
        json.WriteEndObject();
    }

    private static void WriteMoney(Utf8JsonWriter json, string name, Notional? amount)
    {
        if (amount is Notional exact)
        {
            json.WriteExact(name, exact.Raw, Notional.Decimals);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteCounts<T>(Utf8JsonWriter json, string name, IReadOnlyDictionary<T, long> counts)
        where T : struct, Enum =>
        json.WriteCounts(name, counts.Select(one => KeyValuePair.Create(one.Key.ToString(), one.Value)));
}
