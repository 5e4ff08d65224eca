using System.CommandLine;
using LowLatency.Cli.Input;
using LowLatency.Cli.Output;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Markets.Matching.Reports;

namespace LowLatency.Cli.Commands;

/// <summary><c>match FILE</c>: an order-flow file through the matching engine.</summary>
internal static class MatchCommand
{
    public static Command Create(CommandConsole console)
    {
        Argument<string> file = new("FILE") { Description = "Order-flow file, raw or gzip, of 16-byte records, or of 40-byte records by its magic." };
        Option<string?> reports = new("--reports") { Description = "Write the report stream as text to this file.", HelpName = "OUT" };
        Option<string?> json = new("--json") { Description = "Write the result as JSON to this file.", HelpName = "FILE" };
        Option<int> passes = new("--passes") { Description = "How often the matching is timed, 1 to 1000.", HelpName = "N", DefaultValueFactory = _ => 5 };
        passes.Require(n => n is >= 1 and <= 1000, "1 to 1000");
        Command command = new("match", "Run an order-flow file through the matching engine; print the hash of its reports, fills and messages per second.")
        {
            file, reports, json, passes,
        };
        command.SetAction(parsed => Run(
            console,
            parsed.GetRequiredValue(file),
            parsed.GetValue(reports),
            parsed.GetValue(json),
            parsed.GetValue(passes)));
        return command;
    }

    private static int Run(CommandConsole console, string path, string? reports, string? json, int passes)
    {
        InputFile.OrderFlow(path);
        CommandFiles.RequireOutput(reports, path, json);
        CommandFiles.RequireOutput(json, path);
        using OrderFlowFile file = OrderFlowFile.Load(path);
        using OrderFlowRunner runner = new(file);
        OrderFlowResult result = Match(console, runner, reports);
        double[] rates = Time(console, runner, passes);
        Print(console, path, file, result, rates);
        if (json is not null)
        {
            WriteJson(json, file, result, rates);
        }

        foreach (string fault in file.Faults.Lines())
        {
            console.Error($"{path}: {fault}");
        }

        return file.Faults.None ? ExitCode.Ok : ExitCode.Failed;
    }

    private static OrderFlowResult Match(CommandConsole console, OrderFlowRunner runner, string? reports) =>
        console.WithProgress("matching", 1, _ =>
        {
            using FileStream? output = reports is null ? null : new FileStream(reports, FileMode.Create, FileAccess.Write);
            return runner.Run(output);
        });

    /// <summary>Messages per second of each pass, slowest first.</summary>
    private static double[] Time(CommandConsole console, OrderFlowRunner runner, int passes) =>
        console.WithProgress("timing", passes, progress =>
        {
            double[] rates = new double[passes];
            for (int i = 0; i < passes; i++)
            {
                rates[i] = runner.Time().MessagesPerSecond;
                progress.Report(i + 1);
            }

            Array.Sort(rates);
            return rates;
        });

    private static void Print(CommandConsole console, string path, OrderFlowFile file, OrderFlowResult result, double[] rates)
    {
        console.Table(TableView.Pairs()
            .Add("file", path)
            .Add("messages", $"{PlainText.Of(result.Messages)} of {(file.IsWide ? 40 : 16)} bytes")
            .Add("reports", PlainText.Of(result.Reports))
            .Add("fills", PlainText.Of(result.Fills))
            .Add("resting", PlainText.Of(result.Resting))
            .Add("messages/s", $"{PlainText.Of(rates[^1])} best, {PlainText.Of(rates[rates.Length / 2])} median of {rates.Length}"));
        TableView kinds = new(["report", "count"]);
        foreach ((string name, long count) in Kinds(result).Concat(Reasons(result).Select(r => KeyValuePair.Create($"  {r.Key}", r.Value))))
        {
            kinds.Add(name, PlainText.Of(count));
        }

        console.Table(kinds);
        console.Line($"sha256 {result.Sha256}");
    }

    private static void WriteJson(string path, OrderFlowFile file, OrderFlowResult result, double[] rates) =>
        JsonFile.Write(path, json =>
        {
            json.WriteNumber("messages", result.Messages);
            json.WriteNumber("recordBytes", file.IsWide ? 40 : 16);
            json.WriteNumber("reports", result.Reports);
            json.WriteNumber("fills", result.Fills);
            json.WriteNumber("resting", result.Resting);
            json.WriteNumber("messagesPerSecond", Math.Round(rates[^1]));
            json.WriteNumber("messagesPerSecondMedian", Math.Round(rates[rates.Length / 2]));
            json.WriteString("sha256", result.Sha256);
            json.WriteCounts("reportsByKind", Kinds(result));
            json.WriteCounts("rejectsByReason", Reasons(result));
            json.WriteCounts("faults", Enum.GetValues<OrderFlowFaultKind>()
                .Where(kind => file.Faults.CountOf(kind) > 0)
                .Select(kind => KeyValuePair.Create(kind.ToString(), file.Faults.CountOf(kind))));
        });

    private static IEnumerable<KeyValuePair<string, long>> Kinds(OrderFlowResult result) => Named<MatchReportKind>(result.ReportsByKind);

    private static IEnumerable<KeyValuePair<string, long>> Reasons(OrderFlowResult result) => Named<MatchRejectReason>(result.RejectsByReason);

    private static IEnumerable<KeyValuePair<string, long>> Named<T>(IReadOnlyList<long> counts)
        where T : struct, Enum =>
        Enum.GetValues<T>().Zip(counts, (name, count) => KeyValuePair.Create(name.ToString(), count)).Where(pair => pair.Value > 0);
}
