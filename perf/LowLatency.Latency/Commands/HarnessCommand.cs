using System.CommandLine;
using LowLatency.Latency.Disassembly;
using LowLatency.Latency.Gate;

namespace LowLatency.Latency.Commands;

/// <summary>The command line of the harness as a function of its arguments.</summary>
internal static class HarnessCommand
{
    private const int DefaultRounds = 9;
    private const int MostRounds = 1000;

    /// <summary>Runs one command line.</summary>
    /// <returns>0; 1 when a benchmark did not do its work; 2 on wrong usage or input.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ParseResult parsed = Create(output, error).Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(fault => fault.Message).Distinct())
            {
                error.WriteLine(message);
            }

            error.WriteLine("--help shows the usage");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException wrong)
        {
            error.WriteLine(wrong.Message);
            return ExitCode.Usage;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            error.WriteLine(failure.Message);
            return ExitCode.Usage;
        }
        catch (InvalidOperationException failure)
        {
            error.WriteLine(failure.Message);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Create(TextWriter output, TextWriter error)
    {
        Option<string?> only = new("--only") { Description = "Measure these rows, and the references they are compared with.", HelpName = "NAME,…" };
        Option<int> rounds = new("--rounds") { Description = $"Rounds of each row, 1 to {MostRounds}.", HelpName = "N", DefaultValueFactory = _ => DefaultRounds };
        Option<string?> data = new("--data") { Description = "Run on this order-flow or market-data file; without it on generated data.", HelpName = "FILE" };
        Option<string?> json = new("--json") { Description = "Write the results as JSON to this file.", HelpName = "FILE" };
        Option<string?> html = new("--html") { Description = "Write a page with plots to this file.", HelpName = "FILE" };
        Option<bool> list = new("--list") { Description = "List the rows and measure nothing." };
        rounds.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() is < 1 or > MostRounds)
            {
                result.AddError($"--rounds={result.GetValueOrDefault<int>()} must be 1 to {MostRounds}");
            }
        });
        Option<bool> update = new("--update") { Description = "Write the baseline anew for this processor, on purpose and with the reason in the commit." };
        Command gate = new("gate", "Fail if a row has become much slower than its baseline, as a multiple of its reference, or allocates more.") { update };
        gate.SetAction(parsed => GateCommand.Run(parsed.GetValue(update), output, error));
        Option<bool> review = new("--update") { Description = "Write the listing that is reviewed anew." };
        Command disassembly = new("disassembly", "Fail if the order path calls anything but its named cold calls.") { review };
        disassembly.SetAction(parsed => DisassemblyCommand.Run(parsed.GetValue(review), output));
        Command orderPath = new(FusedLoop.Command, "What disassembly lists.") { Hidden = true };
        orderPath.SetAction(_ => FusedLoop.Exercise());
        RootCommand root = new("Measures the core: rows of throughput and latency, each with its reference of the same round.") { only, rounds, data, json, html, list, gate, disassembly, orderPath };
        root.HelpName = "LowLatency.Latency";
        root.SetAction(parsed => parsed.GetValue(list)
            ? ListCommand.Run(output)
            : MeasureCommand.Run(
                new(parsed.GetValue(only), parsed.GetValue(rounds), parsed.GetValue(data), parsed.GetValue(json), parsed.GetValue(html)),
                output,
                error));
        return root;
    }
}
