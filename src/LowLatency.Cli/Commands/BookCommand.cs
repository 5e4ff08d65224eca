using System.CommandLine;
using LowLatency.Cli.Input;
using LowLatency.Cli.Output;
using LowLatency.Gateways.Feeds;

namespace LowLatency.Cli.Commands;

/// <summary><c>book FILE --symbol S --bbo OUT.csv</c>: the best bid and offer whenever a message changed it.</summary>
internal static class BookCommand
{
    public static Command Create(CommandConsole console)
    {
        Argument<string> file = new("FILE") { Description = "A market-data file or recording." };
        Option<string> symbol = new("--symbol") { Description = "The symbol, as the file writes it.", HelpName = "S", Required = true };
        Option<string> bbo = new("--bbo")
        {
            Description = "Write a line ts_ns,bid,bid_size,ask,ask_size in the feed's own integer units to this file at every change; an empty side is 0,0.",
            HelpName = "OUT.csv",
            Required = true,
        };
        Command command = new("book", "Build one symbol's book from a market-data file and write its best bid and offer.") { file, symbol, bbo };
        command.SetAction(parsed => Run(console, parsed.GetRequiredValue(file), parsed.GetRequiredValue(symbol), parsed.GetRequiredValue(bbo)));
        return command;
    }

    private static int Run(CommandConsole console, string path, string symbol, string bbo)
    {
        InputFile file = InputFile.MarketData(path);
        CommandFiles.RequireOutput(bbo, path);
        FeedBookSummary summary = console.WithProgress("building the book", file.SizeBytes, progress => Write(file, symbol, bbo, progress));
        console.Table(TableView.Pairs()
            .Add("file", path)
            .Add("symbol", symbol)
            .Add("messages", PlainText.Of(summary.Messages))
            .Add("lines", PlainText.Of(summary.Lines)));
        console.Anomalies(summary.Anomalies);
        return summary.Messages > 0 || summary.Anomalies.Total == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static FeedBookSummary Write(InputFile file, string symbol, string bbo, IProgress<long> progress)
    {
        bool isComplete = false;
        try
        {
            using FileStream output = new(bbo, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
            FeedBookSummary summary = file.Format!.WriteBestBidOffer(file.Path, symbol, output, progress);
            isComplete = true;
            return summary;
        }
        catch (ArgumentException wrong)
        {
            throw CommandException.Usage($"{file.Path}: {wrong.PlainMessage()}");
        }
        finally
        {
            if (!isComplete)
            {
                File.Delete(bbo);
            }
        }
    }
}
