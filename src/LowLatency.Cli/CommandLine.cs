using System.CommandLine;
using LowLatency.Cli.Commands;
using LowLatency.Cli.Output;
using LowLatency.Hosting.Configuration;

namespace LowLatency.Cli;

/// <summary>The <c>lowlatency</c> command as a function of its arguments.</summary>
public static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="output">Takes results. Colours and progress bars appear only when it is the console and that is a terminal.</param>
    /// <param name="error">Takes one line per fault.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        CommandConsole console = new(output, error);
        Option<bool> verbose = new("--verbose") { Description = "Show where in the program a fault arose.", Recursive = true };
        RootCommand root = new("Replays, imports, inspects and matches recorded market data with the engine that trades live.")
        {
            verbose,
            ReplayCommand.Create(console),
            ImportCommand.Create(console),
            InspectCommand.Create(console),
            BookCommand.Create(console),
            MatchCommand.Create(console),
            GenerateCommand.Create(console),
            DoctorCommand.Create(console),
        };
        root.HelpName = "lowlatency";
        ParseResult parsed = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            return WrongUsage(parsed, console);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
#pragma warning disable CA1031 // The last resort: whatever went wrong is told in a line and by the exit code.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Failed(failure, parsed.GetValue(verbose), console);
        }
    }

    private static int WrongUsage(ParseResult parsed, CommandConsole console)
    {
        foreach (string message in parsed.Errors.Select(fault => fault.Message).Distinct())
        {
            console.Error(message);
        }

        string command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        console.Error($"'lowlatency{command} --help' shows the usage");
        return ExitCode.Usage;
    }

    private static int Failed(Exception failure, bool verbose, CommandConsole console)
    {
        (int code, IEnumerable<string> lines) = failure switch
        {
            CommandException known => (known.ExitCode, known.Lines),
            ConfigurationException wrong => (ExitCode.Usage, wrong.Faults.Select(fault => $"{wrong.Origin}: {fault}")),
            IOException or UnauthorizedAccessException => (ExitCode.Failed, [failure.Message]),
            _ => (ExitCode.Failed, [$"{failure.GetType().Name}: {failure.Message}"]),
        };
        foreach (string line in lines)
        {
            console.Error(line);
        }

        if (verbose)
        {
            console.Error(failure.ToString());
        }

        return code;
    }
}
