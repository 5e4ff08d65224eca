using LowLatency.Primitives.Metrics;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Results;
using LowLatency.Trading.Engine;

namespace LowLatency.Cli.Output;

/// <summary>A replay's result for people.</summary>
internal static class ReplayTables
{
    /// <summary>Prints everything; the hash last, on a line of its own.</summary>
    public static void Print(CommandConsole console, ReplayResult result)
    {
        console.Table(Facts(result));
        console.Table(Positions(result));
        PrintCounts(console, "reject", result.Summary.Rejects);
        PrintCounts(console, "cancel reject", result.Summary.CancelRejects);
        PrintCounts(console, "book fault", result.Summary.BookFaults);
        console.Table(Latencies(result));
        console.Line($"outputHash {result.Summary.OutputHash}");
    }

    private static TableView Facts(ReplayResult result)
    {
        ReplaySummary summary = result.Summary;
        string unfinished = $"{PlainText.Of(summary.OpenOrders)} open, {PlainText.Of(summary.RequestsInFlight)} requests and {PlainText.Of(summary.ReportsInFlight)} reports on their way";
        return TableView.Pairs()
            .Add("input", result.Input)
            .Add("strategies", string.Join(", ", result.Definition.Strategies.Select(one => one.Name)))
            .Add("engine", result.Engine)
            .Add("from", PlainText.OfTime(summary.StartTimeNs))
            .Add("to", PlainText.OfTime(summary.EndTimeNs))
            .Add("market events", PlainText.Of(summary.MarketEvents))
            .Add("orders", PlainText.Of(summary.Orders))
            .Add("cancels", PlainText.Of(summary.Cancels))
            .Add("replaces", PlainText.Of(summary.Replaces))
            .Add("acks", PlainText.Of(summary.Acks))
            .Add("fills", PlainText.Of(summary.Fills))
            .Add("rejects", PlainText.Of(summary.Rejects.Values.Sum() + summary.CancelRejects.Values.Sum()))
            .Add("at the end", unfinished)
            .Add("fees", Of(result.Fees))
            .Add("realized profit", Of(result.RealizedPnl))
            .Add("unrealized profit", Of(result.UnrealizedPnl))
            .Add("events per second", PlainText.Of(summary.EventsPerSecond))
            .Add("allocated bytes", PlainText.Of(summary.AllocatedBytes));
    }

    private static TableView Positions(ReplayResult result)
    {
        TableView table = new(["account", "symbol", "position", "fees", "realized", "unrealized", "mark", "currency"], 1, 7);
        foreach (ReplayPosition one in result.Summary.Positions)
        {
            table.Add(
                result.Definition.Accounts[one.Account.Value - 1].Name,
                one.Instrument.Symbol,
                one.Position.ToString(),
                one.Fees.ToString(),
                one.RealizedPnl.ToString(),
                Of(one.UnrealizedPnl),
                one.Mark?.ToString() ?? "none",
                one.Instrument.Currency);
        }

        return table;
    }

    private static TableView Latencies(ReplayResult result)
    {
        TableView table = new(["latency, ns", "count", "p50", "p90", "p99", "p99.9", "max"]);
        foreach (EngineStage stage in StageLatencies.Stages)
        {
            Add(table, stage.ToString(), result.Latencies.Of(stage));
        }

        Add(table, "order to venue", result.Latencies.OrderToVenue);
        return table;
    }

    private static void Add(TableView table, string name, LatencyHistogram histogram) => table.Add(
        name,
        PlainText.Of(histogram.TotalCount),
        PlainText.Of(histogram.ValueAtPercentile(50)),
        PlainText.Of(histogram.ValueAtPercentile(90)),
        PlainText.Of(histogram.ValueAtPercentile(99)),
        PlainText.Of(histogram.ValueAtPercentile(99.9)),
        PlainText.Of(histogram.Max));

    private static void PrintCounts<T>(CommandConsole console, string what, IReadOnlyDictionary<T, long> counts)
        where T : struct, Enum
    {
        if (counts.Count == 0)
        {
            return;
        }

        TableView table = new([what, "count"]);
        foreach ((T reason, long count) in counts)
        {
            table.Add(reason.ToString(), PlainText.Of(count));
        }

        console.Table(table);
    }

    private static string Of(Notional? amount) => amount?.ToString() ?? "not one number";
}
