using System.CommandLine;
using System.CommandLine.Parsing;
using LowLatency.Cli.Input;
using LowLatency.Cli.Output;
using LowLatency.Gateways.Feeds;
using LowLatency.Hosting.Configuration;
using LowLatency.Hosting.Runs;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Generation;
using LowLatency.Replay.Results;

namespace LowLatency.Cli.Commands;

/// <summary><c>replay [RECORDING]</c>: recorded market data through strategy, engine and simulated venue.</summary>
internal static class ReplayCommand
{
    private static readonly TimeSpan RehearsalTime = TimeSpan.FromMilliseconds(300);

    public static Command Create(CommandConsole console)
    {
        Argument<string?> recording = new("RECORDING")
        {
            Description = "A recording or a market-data file; without one a generated session.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> warmUp = new("--warmup") { Description = "Build the books from this file before the replay.", HelpName = "FILE" };
        Option<string?> config = new("--config") { Description = "Take everything from this YAML or JSON file; see docs/CONFIGURATION.md.", HelpName = "FILE" };
        Option<string> strategy = Choice("--strategy", SettingNames.Strategies, "The built-in strategy", "quoting");
        Option<string[]> symbols = new("--symbol") { Description = "What to trade; may be given several times; without it everything.", HelpName = "S" };
        Option<string?> topology = Choice<EngineTopology>("--topology", SettingNames.Topologies, "Where the engine runs", null)!;
        Option<int?> core = new("--core") { Description = "Pin the engine's thread to this core; needs pinned.", HelpName = "N" };
        Option<string?> json = new("--json") { Description = "Write the result as JSON to this file.", HelpName = "FILE" };
        Option<string?> date = ImportCommand.DateOption();
        Option<ulong> seed = GenerateCommand.SeedOption();
        Option<long> events = GenerateCommand.EventsOption();
        core.Require(n => n is null or (>= 0 and <= RunSettings.LargestCore), $"0 to {RunSettings.LargestCore}");
        Command command = new("replay", "Replay recorded market data through a strategy, the engine and a simulated venue.")
        {
            recording, warmUp, config, strategy, symbols, topology, core, json, date, seed, events,
        };
        command.Validators.Add(result =>
        {
            Exclude(result, config, strategy, symbols);
            if (result.GetValue(recording) is not null)
            {
                ExcludeWithFile(result, seed, events);
            }
        });
        command.SetAction(parsed => Run(console, new ReplayOptions
        {
            Recording = parsed.GetValue(recording),
            WarmUp = parsed.GetValue(warmUp),
            Config = parsed.GetValue(config),
            Strategy = SettingNames.Strategies[parsed.GetRequiredValue(strategy)],
            Symbols = parsed.GetValue(symbols) ?? [],
            Topology = parsed.GetValue(topology) is string name ? SettingNames.Topologies[name] : null,
            Core = parsed.GetValue(core),
            Json = parsed.GetValue(json),
            Session = new SessionOptions { Seed = parsed.GetValue(seed), Events = parsed.GetValue(events) },
            Import = new FeedImportOptions { TradingDay = ImportCommand.DayOf(parsed.GetValue(date)) },
        }));
        return command;
    }

    private static Option<string> Choice<T>(string name, IReadOnlyDictionary<string, T> names, string description, string? fallback)
    {
        string bound = string.Join(", ", names.Keys);
        Option<string> option = new(name) { Description = $"{description}: {bound}.", HelpName = "NAME" };
        if (fallback is not null)
        {
            option.DefaultValueFactory = _ => fallback;
        }

        option.Require(names.ContainsKey, $"one of {bound}");
        return option;
    }

    /// <summary>A configuration says everything about the run; what would contradict it is refused.</summary>
    private static void Exclude(CommandResult result, Option<string?> config, params Option[] others)
    {
        if (result.GetValue(config) is null)
        {
            return;
        }

        foreach (Option other in others.Where(option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError($"{other.Name} cannot be given with {config.Name}, which says it all");
        }
    }

    private static void ExcludeWithFile(CommandResult result, params Option[] others)
    {
        foreach (Option other in others.Where(option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError($"{other.Name} is for the generated session and cannot be given with a file");
        }
    }

    private static int Run(CommandConsole console, ReplayOptions options)
    {
        CommandFiles.RequireOutput(options.Json, options.Recording, options.WarmUp, options.Config);
        RunSettings? configured = options.Config is null ? null : ConfigurationFile.Load(options.Config);
        using ReplayInput input = ReplayInput.Open(console, options);
        RunSettings settings = WithThread(configured ?? RunDefaults.For(input.Recording, options.Strategy, options.Symbols), options);
        console.WithProgress("rehearsing", 0, _ => Rehearsal.Run(settings, input.Recording, RehearsalTime));
        using ReplayRun run = new(settings, input.Recording, input.WarmUp);
        try
        {
            ReplaySummary summary = console.WithProgress("replaying", 0, _ => run.Run());
            Show(console, options, input, settings, summary, run);
            if (summary.Alarms.Total == 0)
            {
                return ExitCode.Ok;
            }

            console.Error($"the engine raised alarms: {summary.Alarms}");
            return ExitCode.Failed;
        }
        catch (ReplayStoppedException stopped)
        {
            Show(console, options, input, settings, stopped.Summary, run);
            throw CommandException.Failed($"the replay stopped: {stopped.Message}");
        }
    }

    private static void Show(CommandConsole console, ReplayOptions options, ReplayInput input, RunSettings settings, ReplaySummary summary, ReplayRun run)
    {
        ReplayResult result = new(input.Description, settings, summary, run.Latencies);
        console.Anomalies(input.Anomalies);
        ReplayTables.Print(console, result);
        if (options.Json is not null)
        {
            JsonFile.Write(options.Json, json => ReplayJson.Write(json, result));
        }
    }

    private static RunSettings WithThread(RunSettings settings, ReplayOptions options)
    {
        EngineTopology topology = options.Topology ?? (options.Core is null ? settings.Topology : EngineTopology.Pinned);
        int? core = options.Core ?? settings.Core;
        return options.Core is int pinned && topology == EngineTopology.Inline
            ? throw CommandException.Usage($"--core={pinned} needs --topology pinned")
            : settings with { Topology = topology, Core = topology == EngineTopology.Pinned ? core : null };
    }
}
