using LowLatency.Hosting.Configuration.Settings;
using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Hosting.Configuration;

/// <summary>Does every strategy stand under the limits that every order needs? What is missing at all levels would refuse each of its orders.</summary>
internal static class LimitCoverage
{
    public static IEnumerable<string> Faults(RunSettings settings)
    {
        foreach (StrategySettings strategy in settings.Strategies.Where(strategy => strategy.Account.Length > 0 && strategy.Symbol.Length > 0))
        {
            string[] missing = [.. RiskLimitRules.All.Where(rule => rule.IsRequired && !settings.RiskLimits.Any(limit => Covers(limit, strategy, rule.Kind))).Select(rule => SettingNames.Of(rule.Kind))];
            if (missing.Length > 0)
            {
                yield return $"{strategy.Path} has no {string.Join(", ", missing)} for account={strategy.Account}, symbol={strategy.Symbol}: every order would be refused";
            }
        }
    }

    private static bool Covers(LimitSettings limit, StrategySettings strategy, RiskLimitKind kind) =>
        limit.Values.ContainsKey(kind)
        && limit.Strategy.Length == 0
        && limit.Venue.Length == 0
        && (limit.Account.Length == 0 || limit.Account == strategy.Account)
        && (limit.Symbol.Length == 0 || limit.Symbol == strategy.Symbol);
}
