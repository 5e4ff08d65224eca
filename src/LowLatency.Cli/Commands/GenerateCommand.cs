using System.CommandLine;
using LowLatency.Cli.Input;
using LowLatency.Cli.Output;
using LowLatency.Markets.Recording;
using LowLatency.Replay.Generation;

namespace LowLatency.Cli.Commands;

/// <summary><c>generate</c>: writes the session that <c>replay</c> runs when it is given no file.</summary>
internal static class GenerateCommand
{
    public static Command Create(CommandConsole console)
    {
        Option<string> output = new("--out") { Description = "The recording to write.", HelpName = "FILE", DefaultValueFactory = _ => "session.llr" };
        Option<ulong> seed = SeedOption();
        Option<long> events = EventsOption();
        Command command = new("generate", "Write a generated trading session as a recording; the same bytes for the same options on every machine.") { output, seed, events };
        command.SetAction(parsed => Run(
            console,
            parsed.GetRequiredValue(output),
            new SessionOptions { Seed = parsed.GetValue(seed), Events = parsed.GetValue(events) }));
        return command;
    }

    /// <summary>The option that chooses the session.</summary>
    public static Option<ulong> SeedOption() => new("--seed")
    {
        Description = "Chooses the generated session.",
        HelpName = "N",
        DefaultValueFactory = _ => new SessionOptions().Seed,
    };

    /// <summary>The option for the length of the session.</summary>
    public static Option<long> EventsOption()
    {
        Option<long> events = new("--events")
        {
            Description = "Market-data events of the generated session, at least 1000.",
            HelpName = "N",
            DefaultValueFactory = _ => new SessionOptions().Events,
        };
        events.Require(count => count is >= 1_000 and <= 1L << 39, $"1000 to {1L << 39}");
        return events;
    }

    private static int Run(CommandConsole console, string output, SessionOptions options)
    {
        CommandFiles.RequireOutput(output);
        long records = console.WithProgress("generating", options.Events, progress => Write(output, options, progress));
        console.Table(TableView.Pairs()
            .Add("recording", output)
            .Add("seed", options.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add("records", PlainText.Of(records))
            .Add("instruments", string.Join(", ", options.Instruments.Select(one => one.Symbol)))
            .Add("size", $"{PlainText.Of(new FileInfo(output).Length)} bytes"));
        return ExitCode.Ok;
    }

    private static long Write(string output, SessionOptions options, IProgress<long> progress)
    {
        using SessionGenerator session = new(options);
        bool isComplete = false;
        try
        {
            using RecordingWriter writer = RecordingWriter.Create(output, session.Instruments, RecordingOrder.Both, session.Description);
            writer.AppendAll(session, progress);
            writer.Complete();
            isComplete = true;
            return writer.Count;
        }
        finally
        {
            if (!isComplete)
            {
                File.Delete(output);
            }
        }
    }
}
