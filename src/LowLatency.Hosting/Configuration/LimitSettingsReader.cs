using LowLatency.Hosting.Configuration.Settings;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Hosting.Configuration;

/// <summary>Reads the limits of one scope: a key for each kind, named after it.</summary>
internal static class LimitSettingsReader
{
    /// <summary>Reads an entry whose names are known.</summary>
    public static LimitSettings Read(SettingsReader map, string account, string strategy, string venue, string symbol)
    {
        RiskLevels level = Level(account, strategy, venue, symbol);
        if (level == RiskLevels.None)
        {
            map.Fault(Shown(account, strategy, venue, symbol), "", "is no scope of limits: name nothing, one of account, strategy, venue and symbol, or account with symbol");
        }

        Dictionary<RiskLimitKind, Int128> values = [];
        foreach (RiskLimitRule rule in RiskLimitRules.All.Where(rule => map.Knows(SettingNames.Of(rule.Kind))))
        {
            string key = SettingNames.Of(rule.Kind);
            values[rule.Kind] = map.Wide(key, rule.Decimals, 0, rule.Most, 0);
            if (level != RiskLevels.None && (rule.Levels & level) == 0)
            {
                map.Fault(key, rule.Format(values[rule.Kind]), $"cannot be set for {Name(level)}: only for {Names(rule.Levels)}");
            }
        }

        return new LimitSettings(map.Path, account, strategy, venue, symbol, values);
    }

    private static RiskLevels Level(string account, string strategy, string venue, string symbol) => (account.Length > 0, strategy.Length > 0, venue.Length > 0, symbol.Length > 0) switch
    {
        (false, false, false, false) => RiskLevels.Firm,
        (true, false, false, false) => RiskLevels.Account,
        (false, true, false, false) => RiskLevels.Strategy,
        (false, false, true, false) => RiskLevels.Venue,
        (false, false, false, true) => RiskLevels.Instrument,
        (true, false, false, true) => RiskLevels.Position,
        _ => RiskLevels.None,
    };

    private static string Shown(string account, string strategy, string venue, string symbol) =>
        string.Join('+', new[] { ("account", account), ("strategy", strategy), ("venue", venue), ("symbol", symbol) }.Where(one => one.Item2.Length > 0).Select(one => one.Item1));

    private static string Names(RiskLevels levels) => string.Join(", ", Enum.GetValues<RiskLevels>().Where(level => System.Numerics.BitOperations.IsPow2((int)level) && (levels & level) != 0).Select(Name));

    private static string Name(RiskLevels level) => level switch
    {
        RiskLevels.Firm => "the firm",
        RiskLevels.Account => "an account",
        RiskLevels.Strategy => "a strategy",
        RiskLevels.Venue => "a venue",
        RiskLevels.Instrument => "a symbol",
        _ => "an account with a symbol",
    };
}
