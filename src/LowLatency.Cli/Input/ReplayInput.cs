using LowLatency.Cli.Commands;
using LowLatency.Cli.Output;
using LowLatency.Gateways.Feeds;
using LowLatency.Markets.Data;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Generation;

namespace LowLatency.Cli.Input;

/// <summary>What a replay reads: recordings as they are, foreign files imported into memory, or the generated session.</summary>
internal sealed class ReplayInput : IDisposable
{
    private ReplayInput(string description, ReplayRecording recording, ReplayRecording? warmUp, FeedAnomalies anomalies)
    {
        Description = description;
        Recording = recording;
        WarmUp = warmUp;
        Anomalies = anomalies;
    }

    /// <summary>What is replayed, in words.</summary>
    public string Description { get; }

    /// <summary>What is replayed.</summary>
    public ReplayRecording Recording { get; }

    /// <summary>What builds the books before; null for none.</summary>
    public ReplayRecording? WarmUp { get; }

    /// <summary>What was odd in the files that were imported.</summary>
    public FeedAnomalies Anomalies { get; }

    /// <summary>Reads everything.</summary>
    /// <exception cref="CommandException">A file cannot be used.</exception>
    public static ReplayInput Open(CommandConsole console, ReplayOptions options)
    {
        FeedAnomalies anomalies = new();
        ReplayRecording? warmUp = options.WarmUp is null ? null : Load(console, options.WarmUp, options, anomalies);
        try
        {
            return options.Recording is null
                ? Generate(console, options.Session, warmUp, anomalies)
                : new ReplayInput(options.Recording, Load(console, options.Recording, options, anomalies), warmUp, anomalies);
        }
        catch
        {
            warmUp?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Recording.Dispose();
        WarmUp?.Dispose();
    }

    private static ReplayInput Generate(CommandConsole console, SessionOptions options, ReplayRecording? warmUp, FeedAnomalies anomalies)
    {
        using SessionGenerator session = new(options);
        return new ReplayInput(session.Description, console.WithProgress("generating", 0, _ => ReplayRecording.Load(session)), warmUp, anomalies);
    }

    private static ReplayRecording Load(CommandConsole console, string path, ReplayOptions options, FeedAnomalies anomalies)
    {
        InputFile file = InputFile.MarketData(path);
        try
        {
            if (file.Kind == FileKind.Recording)
            {
                return ReplayRecording.Open(path);
            }

            FeedImportOptions import = options.Import with { Symbol = options.Symbols.Count == 1 ? options.Symbols[0] : null };
            return console.WithProgress("importing", 0, _ =>
            {
                using IMarketEventSource events = FeedImport.Open(file, import, anomalies);
                return ReplayRecording.Load(events);
            });
        }
        catch (InvalidDataException damaged)
        {
            throw CommandException.Usage(damaged.Message.StartsWith(path, StringComparison.Ordinal) ? damaged.Message : $"{path}: {damaged.Message}");
        }
    }
}
