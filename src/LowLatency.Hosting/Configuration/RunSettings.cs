using LowLatency.Hosting.Configuration.Settings;
using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Hosting.Configuration;

/// <summary>A checked configuration: every name refers to something, every number is within its bounds. <c>docs/CONFIGURATION.md</c> has the table of settings.</summary>
public sealed record RunSettings
{
    /// <summary>The groups where none are given: validation apart from the rest, on any cores.</summary>
    public static IReadOnlyList<StageGroupSettings> DefaultGroups { get; } =
        [new("engine.groups[0]", LastStage.Validate, null), new("engine.groups[1]", LastStage.Report, null)];

    /// <summary>The largest number a core may have.</summary>
    public const int LargestCore = 1_023;

    /// <summary>Where the engine's stages run.</summary>
    public required EngineTopology Topology { get; init; }

    /// <summary>The core the engine's thread is pinned to, from 0; null leaves it to the operating system, or to <see cref="ChoosesCore"/>.</summary>
    public int? Core { get; init; }

    /// <summary>The groups of stages, in order; two, of meaning with <see cref="EngineTopology.Groups"/> only.</summary>
    public IReadOnlyList<StageGroupSettings> Groups { get; init; } = DefaultGroups;

    /// <summary>Whether the core is chosen from the host's topology when the run starts.</summary>
    public bool ChoosesCore { get; init; }

    /// <summary>What the engine's thread does while there is nothing to do.</summary>
    public required WaitStrategyKind Wait { get; init; }

    /// <summary>The engine's capacities.</summary>
    public required EngineLimits Limits { get; init; }

    /// <summary>The instruments.</summary>
    public required IReadOnlyList<InstrumentSettings> Instruments { get; init; }

    /// <summary>The venues; the first that lists an instrument takes the orders in it that name none.</summary>
    public required IReadOnlyList<VenueSettings> Venues { get; init; }

    /// <summary>The accounts' names.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>The distances of simulated time.</summary>
    public required LatencySettings Latency { get; init; }

    /// <summary>The strategies.</summary>
    public required IReadOnlyList<StrategySettings> Strategies { get; init; }

    /// <summary>The limits.</summary>
    public required IReadOnlyList<LimitSettings> RiskLimits { get; init; }

    /// <summary>Who may trade what where; where nothing is said, everybody everything that limits allow.</summary>
    public IReadOnlyList<EntitlementSettings> Entitlements { get; init; } = [];

    /// <summary>Who may command the engine; where nobody is named, anybody.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <summary>What holds for all limits.</summary>
    public RiskSettings Risk { get; init; } = new(0, false);

    /// <summary>The file the engine's input is journalled to; null for none.</summary>
    public string? JournalPath { get; init; }
}
