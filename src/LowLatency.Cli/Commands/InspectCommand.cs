using System.CommandLine;
using System.Text.Json;
using LowLatency.Cli.Input;
using LowLatency.Cli.Output;
using LowLatency.Gateways.Feeds;
using LowLatency.Markets.Matching.OrderFlow;

namespace LowLatency.Cli.Commands;

/// <summary><c>inspect FILE</c>: what a file holds, and what is odd about it.</summary>
internal static class InspectCommand
{
    private const int ShownSymbols = 20;

    public static Command Create(CommandConsole console)
    {
        Argument<string> file = new("FILE") { Description = "A recording, a foreign market-data file or an order flow; found from the content." };
        Option<string?> json = new("--json") { Description = "Write the result as JSON to this file.", HelpName = "FILE" };
        Command command = new("inspect", "Show a file's format, messages by type, symbols, time span and anomalies.") { file, json };
        command.SetAction(parsed => Run(console, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandConsole console, string path, string? json)
    {
        InputFile file = InputFile.Detect(path);
        CommandFiles.RequireOutput(json, path);
        InspectionView view = console.WithProgress("reading", file.SizeBytes, progress => Inspect(file, progress));
        Print(console, path, view);
        if (json is not null)
        {
            JsonFile.Write(json, writer => Write(writer, view));
        }

        return view.Messages > 0 || view.Anomalies.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static InspectionView Inspect(InputFile file, IProgress<long> progress)
    {
        if (file.Format is not null)
        {
            return InspectionView.Of(file.Format.Inspect(file.Path, progress));
        }

        using OrderFlowFile flow = OrderFlowFile.Load(file.Path);
        return InspectionView.Of(flow, file.SizeBytes);
    }

    private static void Print(CommandConsole console, string path, InspectionView view)
    {
        TableView facts = TableView.Pairs()
            .Add("file", path)
            .Add("format", view.Format)
            .Add("size", $"{PlainText.Of(view.SizeBytes)} bytes")
            .Add("messages", PlainText.Of(view.Messages));
        if (view.TimeOrigin is FeedTimeOrigin origin)
        {
            facts.Add("first time", PlainText.OfTime(view.FirstTimeNs, origin)).Add("last time", PlainText.OfTime(view.LastTimeNs, origin));
        }

        facts.Add("anomalies", PlainText.Of(view.Anomalies.Sum(one => one.Value)));
        console.Table(facts);
        Print(console, ["type", "name", "messages"], view.Types.Select(type => (string[])[type.Type, type.Name, PlainText.Of(type.Messages)]));
        PrintSymbols(console, view);
        Print(console, ["anomaly", "count"], view.Anomalies.Select(one => (string[])[one.Key, PlainText.Of(one.Value)]));
        foreach (string line in view.FirstAnomalies)
        {
            console.Line(line);
        }
    }

    private static void PrintSymbols(CommandConsole console, InspectionView view)
    {
        Print(console, ["symbol", "messages"], view.Symbols
            .OrderByDescending(one => one.Messages)
            .Take(ShownSymbols)
            .Select(one => (string[])[one.Symbol, PlainText.Of(one.Messages)]));
        if (view.Symbols.Count > ShownSymbols)
        {
            console.Line($"and {PlainText.Of(view.Symbols.Count - ShownSymbols)} symbols more; --json has all");
        }
    }

    private static void Print(CommandConsole console, string[] columns, IEnumerable<string[]> rows)
    {
        TableView table = columns.Length == 3 ? new(columns, 1) : new(columns);
        bool any = false;
        foreach (string[] row in rows)
        {
            table.Add(row);
            any = true;
        }

        if (any)
        {
            console.Table(table);
        }
    }

    private static void Write(Utf8JsonWriter json, InspectionView view)
    {
        json.WriteString("format", view.Format);
        json.WriteNumber("sizeBytes", view.SizeBytes);
        json.WriteNumber("messages", view.Messages);
        json.WriteStartArray("types");
        foreach (FeedTypeCount type in view.Types)
        {
            json.WriteStartObject();
            json.WriteString("type", type.Type);
            json.WriteString("name", type.Name);
            json.WriteNumber("messages", type.Messages);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("symbols");
        foreach (FeedSymbolCount symbol in view.Symbols)
        {
            json.WriteStartObject();
            json.WriteString("symbol", symbol.Symbol);
            json.WriteNumber("messages", symbol.Messages);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (view.TimeOrigin is FeedTimeOrigin origin)
        {
            json.WriteString("timeOrigin", origin.ToString());
            json.WriteNumber("firstTimeNs", view.FirstTimeNs);
            json.WriteNumber("lastTimeNs", view.LastTimeNs);
        }

        json.WriteCounts("anomalies", view.Anomalies);
        json.WriteStartArray("firstAnomalies");
        foreach (string line in view.FirstAnomalies)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }
}
