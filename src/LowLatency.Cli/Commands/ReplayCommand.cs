using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LowLatency.Cli.Input;
using LowLatency.Cli.Output;
using LowLatency.Gateways.Feeds;
using LowLatency.Hosting.Configuration;
using LowLatency.Hosting.Runs;
using LowLatency.Primitives.Threading;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Generation;
using LowLatency.Replay.Results;

namespace LowLatency.Cli.Commands;

/// <summary><c>replay [RECORDING]</c>: recorded market data through strategy, engine and simulated venue.</summary>
internal static class ReplayCommand
{
    private static readonly TimeSpan RehearsalTime = TimeSpan.FromMilliseconds(200);

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
        Option<string?> core = new("--core") { Description = "Pin the engine's thread to this core, or to one that is chosen; needs pinned.", HelpName = "N|auto" };
        Option<string?> journal = new("--journal") { Description = "Feed this journal back to the engine instead; gives the same reports.", HelpName = "FILE" };
        Option<string?> writeJournal = new("--write-journal") { Description = "Journal what the engine takes to this new file.", HelpName = "FILE" };
        Option<string?> json = new("--json") { Description = "Write the result as JSON to this file.", HelpName = "FILE" };
        Option<string?> date = ImportCommand.DateOption();
        Option<ulong> seed = GenerateCommand.SeedOption();
        Option<long> events = GenerateCommand.EventsOption();
        core.Require(word => word == EngineCores.Auto || CoreOf(word) is >= 0 and <= RunSettings.LargestCore, $"{EngineCores.Auto}, or 0 to {RunSettings.LargestCore}");
        Command command = new("replay", "Replay recorded market data through a strategy, the engine and a simulated venue.")
        {
            recording, warmUp, config, strategy, symbols, topology, core, journal, writeJournal, json, date, seed, events,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(config) is not null)
            {
                Exclude(result, "cannot be given with --config, which says it all", strategy, symbols);
            }

            if (result.GetValue(recording) is not null)
            {
                Exclude(result, "is for the generated session and cannot be given with a file", seed, events);
            }

            if (result.GetValue(journal) is not null)
            {
                Exclude(result, "cannot be given with --journal, which has it all", recording, warmUp, config, strategy, symbols, topology, core, writeJournal, date, seed, events);
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
            Core = CoreOf(parsed.GetValue(core)),
            ChoosesCore = parsed.GetValue(core) == EngineCores.Auto,
            Journal = parsed.GetValue(journal),
            WriteJournal = parsed.GetValue(writeJournal),
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

    private static void Exclude(CommandResult result, string why, params Symbol[] others)
    {
        foreach (Symbol other in others)
        {
            bool isGiven = other is Option option
                ? result.GetResult(option) is { Implicit: false }
                : result.GetResult((Argument)other) is { Tokens.Count: > 0 };
            if (isGiven)
            {
                result.AddError($"{other.Name} {why}");
            }
        }
    }

    private static int Run(CommandConsole console, ReplayOptions options)
    {
        CommandFiles.RequireOutput(options.Json, options.Recording, options.WarmUp, options.Config, options.Journal, options.WriteJournal);
        return options.Journal is null ? Replay(console, options) : FeedBack(console, options, options.Journal);
    }

    private static int Replay(CommandConsole console, ReplayOptions options)
    {
        RunSettings? configured = options.Config is null ? null : ConfigurationFile.Load(options.Config);
        using ReplayInput input = ReplayInput.Open(console, options);
        RunSettings settings = WithOptions(configured ?? RunDefaults.For(input.Recording, options.Strategy, options.Symbols), options);
        CommandFiles.RequireNew(settings.JournalPath);
        console.WithProgress("rehearsing", 0, _ => Rehearsal.Run(settings, input.Recording, RehearsalTime));
        using ReplayRun run = new(settings, input.Recording, input.WarmUp);
        try
        {
            ReplaySummary summary = console.WithProgress("replaying", 0, _ => run.Run());
            console.Anomalies(input.Anomalies);
            return Show(console, options, Result(summary));
        }
        catch (ReplayStoppedException stopped)
        {
            Show(console, options, Result(stopped.Summary));
            throw CommandException.Failed($"the replay stopped: {stopped.Message}");
        }

        ReplayResult Result(ReplaySummary summary) =>
            new(input.Description, Describe(settings, run.EnginePlacement), settings.Topology, run.Definition, summary, run.Latencies);
    }

    private static int FeedBack(CommandConsole console, ReplayOptions options, string journal)
    {
        long size = CommandFiles.RequireInput(journal).Length;
        try
        {
            using JournalRun run = new(journal);
            JournalResult result = console.WithProgress("feeding back", 0, _ => run.Run());
            if (result.TornBytes > 0)
            {
                console.Error($"{journal}: {result.TornBytes} bytes after event {result.Events} are torn and were left out");
            }

            string input = $"journal {journal}, {PlainText.Of(result.Events)} events, {PlainText.Of(size)} bytes";
            return Show(console, options, new ReplayResult(input, "inline", EngineTopology.Inline, result.Definition, result.Summary, run.Latencies));
        }
        catch (InvalidDataException damaged)
        {
            throw CommandException.Usage(damaged.Message);
        }
    }

    private static int Show(CommandConsole console, ReplayOptions options, ReplayResult result)
    {
        ReplayTables.Print(console, result);
        if (options.Json is not null)
        {
            JsonFile.Write(options.Json, json => ReplayJson.Write(json, result));
        }

        if (result.Summary.Alarms.Total == 0)
        {
            return ExitCode.Ok;
        }

        console.Error($"the engine raised alarms: {result.Summary.Alarms}");
        return ExitCode.Failed;
    }

    private static string Describe(RunSettings settings, string placement) => settings.Topology == EngineTopology.Inline
        ? placement
        : $"{placement}, {SettingNames.Of(settings.Wait)} wait";

    private static RunSettings WithOptions(RunSettings settings, ReplayOptions options)
    {
        bool saysCore = options.Core is not null || options.ChoosesCore;
        EngineTopology topology = options.Topology ?? (saysCore ? EngineTopology.Pinned : settings.Topology);
        bool isPinned = topology == EngineTopology.Pinned;
        RequireCore(options, isPinned);
        return settings with
        {
            Topology = topology,
            Core = !isPinned ? null : saysCore ? options.Core : settings.Core,
            ChoosesCore = isPinned && (saysCore ? options.ChoosesCore : settings.ChoosesCore),
            JournalPath = options.WriteJournal ?? settings.JournalPath,
        };
    }

    private static int? CoreOf(string? word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int core) ? core : null;

    private static void RequireCore(ReplayOptions options, bool isPinned)
    {
        string? fault = options switch
        {
            { Core: null, ChoosesCore: false } => null,
            _ when !isPinned => "needs --topology pinned",
            { Core: int core } => CpuTopology.Read().Check(core),
            _ => null,
        };
        if (fault is not null)
        {
            throw CommandException.Usage($"--core={options.Core?.ToString(CultureInfo.InvariantCulture) ?? EngineCores.Auto} {fault}");
        }
    }
}
