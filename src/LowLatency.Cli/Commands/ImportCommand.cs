using System.CommandLine;
using System.Globalization;
using LowLatency.Cli.Input;
using LowLatency.Cli.Output;
using LowLatency.Gateways.Feeds;
using LowLatency.Markets.Recording;

namespace LowLatency.Cli.Commands;

/// <summary><c>import FILE --out OUT.llr</c>: a market-data file as a recording.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandConsole console)
    {
        Argument<string> file = new("FILE") { Description = "A market-data file or recording." };
        Option<string> output = new("--out") { Description = "The recording to write.", HelpName = "OUT.llr", Required = true };
        Option<string?> symbol = new("--symbol") { Description = "Only this symbol; without it all.", HelpName = "S" };
        Option<string?> date = DateOption();
        Command command = new("import", "Turn a market-data file into a recording, which is read at memory speed.") { file, output, symbol, date };
        command.SetAction(parsed => Run(
            console,
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(output),
            new FeedImportOptions { Symbol = parsed.GetValue(symbol), TradingDay = DayOf(parsed.GetValue(date)) }));
        return command;
    }

    /// <summary>The option for the trading day of files that do not tell it.</summary>
    public static Option<string?> DateOption()
    {
        Option<string?> date = new("--date") { Description = "The trading day, for files whose times lack it; by default from the file or its name.", HelpName = "YYYY-MM-DD" };
        date.Require(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "a date, YYYY-MM-DD");
        return date;
    }

    /// <summary>The value of <see cref="DateOption"/>.</summary>
    public static DateOnly? DayOf(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Run(CommandConsole console, string path, string output, FeedImportOptions options)
    {
        InputFile file = InputFile.MarketData(path);
        CommandFiles.RequireOutput(output, path);
        FeedAnomalies anomalies = new();
        console.WithProgress("importing", 0, _ => FeedImport.Write(file, options, anomalies, output));
        using RecordingReader reader = Recordings.Open(output);
        console.Table(TableView.Pairs()
            .Add("recording", output)
            .Add("source", reader.Source)
            .Add("records", PlainText.Of(reader.Count))
            .Add("instruments", PlainText.Of(reader.Instruments.Count))
            .Add("contents", reader.Contents.ToString())
            .Add("first time", PlainText.OfTime(reader.EarliestExchangeNs))
            .Add("last time", PlainText.OfTime(reader.LatestExchangeNs)));
        console.Anomalies(anomalies);
        return ExitCode.Ok;
    }
}
