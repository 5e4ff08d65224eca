using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Markets.Data;
using LowLatency.Trading.Strategies;

namespace LowLatency.Hosting.Configuration;

/// <summary>The words configurations and the command line use for choices. Case does not matter.</summary>
public static class SettingNames
{
    /// <summary>Where the stages run.</summary>
    public static IReadOnlyDictionary<string, EngineTopology> Topologies { get; } = Names<EngineTopology>();

    /// <summary>The stages that a group may end with.</summary>
    public static IReadOnlyDictionary<string, LastStage> LastStages { get; } = Names<LastStage>();

    /// <summary>What the engine's thread does while idle.</summary>
    public static IReadOnlyDictionary<string, WaitStrategyKind> WaitStrategies { get; } = Names<WaitStrategyKind>();

    /// <summary>How orders meet the market.</summary>
    public static IReadOnlyDictionary<string, VenueModel> VenueModels { get; } = Names<VenueModel>();

    /// <summary>The states of a session.</summary>
    public static IReadOnlyDictionary<string, TradingStatus> SessionStates { get; } = Names<TradingStatus>().Where(one => one.Value != TradingStatus.Unknown).ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The built-in strategies.</summary>
    public static IReadOnlyDictionary<string, StrategyKind> Strategies { get; } = Names<StrategyKind>();

    /// <summary>What a quote's distance is measured from.</summary>
    public static IReadOnlyDictionary<string, QuoteReference> QuoteReferences { get; } = Names<QuoteReference>();

    /// <summary>Which prices a momentum strategy averages.</summary>
    public static IReadOnlyDictionary<string, MomentumSource> MomentumSources { get; } = Names<MomentumSource>();

    /// <summary>Yes or no.</summary>
    public static IReadOnlyDictionary<string, bool> Switches { get; } =
        new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase) { ["true"] = true, ["false"] = false };

    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => CamelCase(value.ToString());

    private static OrderedDictionary<string, T> Names<T>()
        where T : struct, Enum
    {
        OrderedDictionary<string, T> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (T value in Enum.GetValues<T>())
        {
            names.Add(CamelCase(value.ToString()), value);
        }

        return names;
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
