using LowLatency.Gateways.Feeds;
using LowLatency.Hosting.Configuration;
using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Replay.Generation;

namespace LowLatency.Cli.Commands;

/// <summary>What the command line of <c>replay</c> asks for.</summary>
internal sealed record ReplayOptions
{
    /// <summary>The file to replay; null for the generated session.</summary>
    public string? Recording { get; init; }

    /// <summary>The file that builds the books before.</summary>
    public string? WarmUp { get; init; }

    /// <summary>The configuration; null for defaults that suit the recording.</summary>
    public string? Config { get; init; }

    /// <summary>The built-in strategy, without a configuration.</summary>
    public StrategyKind Strategy { get; init; }

    /// <summary>What is traded, without a configuration; none for everything.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Where the engine runs; null for what the configuration says, or inline.</summary>
    public EngineTopology? Topology { get; init; }

    /// <summary>The core of the engine's thread.</summary>
    public int? Core { get; init; }

    /// <summary>Whether that core is to be chosen.</summary>
    public bool ChoosesCore { get; init; }

    /// <summary>The journal to feed back instead of replaying market data.</summary>
    public string? Journal { get; init; }

    /// <summary>Where to write a journal; null for what the configuration says.</summary>
    public string? WriteJournal { get; init; }

    /// <summary>Where the result goes as JSON.</summary>
    public string? Json { get; init; }

    /// <summary>The session that is generated without a file.</summary>
    public required SessionOptions Session { get; init; }

    /// <summary>How foreign files are read.</summary>
    public required FeedImportOptions Import { get; init; }
}
