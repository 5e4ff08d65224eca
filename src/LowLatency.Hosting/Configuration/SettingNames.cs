using System.Collections.Frozen;

namespace LowLatency.Hosting.Configuration;

/// <summary>The words configurations and the command line use for choices. Case does not matter.</summary>
public static class SettingNames
{
    /// <summary>Where the stages run.</summary>
    public static IReadOnlyDictionary<string, EngineTopology> Topologies { get; } = Names<EngineTopology>();

    /// <summary>What the engine's thread does while idle.</summary>
    public static IReadOnlyDictionary<string, WaitStrategyKind> WaitStrategies { get; } = Names<WaitStrategyKind>();

    /// <summary>How orders meet the market.</summary>
    public static IReadOnlyDictionary<string, VenueModel> VenueModels { get; } = Names<VenueModel>();

    /// <summary>The built-in strategies.</summary>
    public static IReadOnlyDictionary<string, StrategyKind> Strategies { get; } = Names<StrategyKind>();

    private static FrozenDictionary<string, T> Names<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(value => CamelCase(value.ToString()), StringComparer.OrdinalIgnoreCase);

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
