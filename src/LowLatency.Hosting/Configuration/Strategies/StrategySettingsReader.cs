using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Strategies;

namespace LowLatency.Hosting.Configuration.Strategies;

/// <summary>Reads the parameters of the built-in strategies.</summary>
internal static class StrategySettingsReader
{
    private const int MostTicks = 1_000_000;
    private const long LongestNs = 1L << 60;
    private const long DefaultPauseNs = 100_000_000;

    private static readonly IReadOnlyDictionary<string, Side> Sides =
        new Dictionary<string, Side>(StringComparer.OrdinalIgnoreCase) { ["buy"] = Side.Buy, ["sell"] = Side.Sell };

    /// <summary>Reads the map of parameters of a strategy.</summary>
    public static StrategySettings Read(SettingsReader map, string path, string name, string account, string symbol, StrategyKind kind)
    {
        StrategySettings settings = kind switch
        {
            StrategyKind.Slicing => new SlicingSettings(path, name, account, symbol, Slicing(map)),
            StrategyKind.Momentum => new MomentumSettings(path, name, account, symbol, Momentum(map)),
            _ => new QuotingSettings(path, name, account, symbol, Quoting(map)),
        };
        map.Close();
        return settings;
    }

    private static QuotingParameters Quoting(SettingsReader map) => new()
    {
        Instrument = InstrumentId.None,
        Reference = map.OneOf("reference", SettingNames.QuoteReferences, "mid"),
        DistanceTicks = (int)map.Whole("distanceTicks", 0, MostTicks, 1),
        Size = Lots(map, "size"),
        MaxPosition = Lots(map, "maxPosition"),
        SkewTicks = (int)map.Whole("skewTicks", 0, MostTicks, 0),
        RequoteTicks = (int)map.Whole("requoteTicks", 1, MostTicks, 1),
        UseReplace = map.OneOf("useReplace", SettingNames.Switches, "true"),
        RejectPauseNs = map.Whole("rejectPauseNs", 0, LongestNs, DefaultPauseNs),
    };

    private static SlicingParameters Slicing(SettingsReader map)
    {
        Side side = map.OneOf("side", Sides);
        Quantity quantity = Lots(map, "quantity");
        long interval = map.Whole("intervalNs", 1, LongestNs);
        long longest = Math.Min(LongestNs, interval > LongestNs / SlicingParameters.MostSlices ? LongestNs : interval * SlicingParameters.MostSlices);
        return new SlicingParameters
        {
            Instrument = InstrumentId.None,
            Side = side,
            Quantity = quantity,
            HorizonNs = map.Whole("horizonNs", interval, longest),
            IntervalNs = interval,
            PassiveNs = map.Whole("passiveNs", 0, interval - 1, 0),
            LimitPrice = map.Knows("limitPrice") ? new Price(map.Number("limitPrice", Price.Decimals, 1, long.MaxValue)) : null,
        };
    }

    private static MomentumParameters Momentum(SettingsReader map)
    {
        int slow = (int)map.Whole("slowSamples", 2, 1_000_000, 100);
        return new MomentumParameters
        {
            Instrument = InstrumentId.None,
            Source = map.OneOf("source", SettingNames.MomentumSources, "mid"),
            SampleIntervalNs = map.Whole("sampleIntervalNs", 0, LongestNs, 0),
            FastSamples = (int)map.Whole("fastSamples", 1, slow - 1, Math.Min(20, slow - 1)),
            SlowSamples = slow,
            ThresholdTicks = (int)map.Whole("thresholdTicks", 0, MostTicks, 1),
            Size = Lots(map, "size"),
            MaxPosition = Lots(map, "maxPosition"),
            SlippageTicks = (int)map.Whole("slippageTicks", 0, MostTicks, 0),
            RejectPauseNs = map.Whole("rejectPauseNs", 0, LongestNs, DefaultPauseNs),
        };
    }

    private static Quantity Lots(SettingsReader map, string key) => new(map.Number(key, Quantity.Decimals, 1, RiskLimits.MaxRawQuantity));
}
