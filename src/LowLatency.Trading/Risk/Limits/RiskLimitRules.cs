using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Risk.Limits;

/// <summary>Unit, levels and range of every kind of limit.</summary>
public static class RiskLimitRules
{
    /// <summary>The largest money limit: 1e18 units of currency.</summary>
    public static readonly Int128 MaxMoney = (Int128)1_000_000_000_000_000_000 * Price.One * Quantity.One;

    private const long MaxCollarBps = 1_000_000;
    private const long MaxTicks = 1_000_000_000;
    private const long MaxRate = 1_000_000_000;
    private const long MaxCount = 1_000_000_000_000;
    private const long MaxWindowNs = 86_400_000_000_000;
    private const long MaxAgeNs = 366 * MaxWindowNs;

    private static readonly RiskLimitRule?[] Rules = Index(
    [
        new(RiskLimitKind.MaxOrderQuantity, RiskLimitUnit.Quantity, RiskLevels.All, RiskLimits.MaxRawQuantity, IsRequired: true, IsInBounds: true),
        new(RiskLimitKind.MaxOrderNotional, RiskLimitUnit.Money, RiskLevels.All, MaxMoney, IsRequired: true, IsInBounds: true),
        new(RiskLimitKind.MaxPosition, RiskLimitUnit.Quantity, RiskLevels.Positions, RiskLimits.MaxRawQuantity, IsRequired: true, IsInBounds: true),
        new(RiskLimitKind.PriceCollarBps, RiskLimitUnit.BasisPoints, RiskLevels.Positions, MaxCollarBps, IsRequired: true, IsInBounds: true),
        new(RiskLimitKind.MaxMessageRate, RiskLimitUnit.Count, RiskLevels.All, MaxRate, IsCounting: true),
        new(RiskLimitKind.MaxMessageBurst, RiskLimitUnit.Count, RiskLevels.All, MaxRate, IsCounting: true),
        new(RiskLimitKind.DuplicateWindow, RiskLimitUnit.Nanoseconds, RiskLevels.All, MaxWindowNs, IsCounting: true, IsHigherTighter: true),
        new(RiskLimitKind.MaxExecutions, RiskLimitUnit.Count, RiskLevels.All, MaxCount, IsCounting: true),
        new(RiskLimitKind.MaxGrossCredit, RiskLimitUnit.Money, RiskLevels.All, MaxMoney, IsCounting: true),
        new(RiskLimitKind.MaxNetCredit, RiskLimitUnit.Money, RiskLevels.All, MaxMoney, IsCounting: true),
        new(RiskLimitKind.MaxDailyOrders, RiskLimitUnit.Count, RiskLevels.All, MaxCount, IsCounting: true),
        new(RiskLimitKind.MaxDailyTraded, RiskLimitUnit.Money, RiskLevels.All, MaxMoney, IsCounting: true),
        new(RiskLimitKind.MaxMessagesPerFill, RiskLimitUnit.Count, RiskLevels.All, MaxCount, IsCounting: true),
        new(RiskLimitKind.MaxWorkingOrders, RiskLimitUnit.Count, RiskLevels.All, MaxCount, IsCounting: true),
        new(RiskLimitKind.MaxGrossExposure, RiskLimitUnit.Money, RiskLevels.Positions, MaxMoney, IsCounting: true),
        new(RiskLimitKind.MaxNetExposure, RiskLimitUnit.Money, RiskLevels.Positions, MaxMoney, IsCounting: true),
        new(RiskLimitKind.Capital, RiskLimitUnit.Money, RiskLevels.Firm | RiskLevels.Account, MaxMoney, IsCounting: true),
        new(RiskLimitKind.MaxLeverageBps, RiskLimitUnit.BasisPoints, RiskLevels.Firm | RiskLevels.Account, 10_000_000, IsCounting: true),
        new(RiskLimitKind.MaxConcentrationBps, RiskLimitUnit.BasisPoints, RiskLevels.Firm | RiskLevels.Account, 10_000_000, IsCounting: true),
        new(RiskLimitKind.MaxDailyLoss, RiskLimitUnit.Money, RiskLevels.Positions, MaxMoney, IsCounting: true),
        new(RiskLimitKind.MaxDrawdown, RiskLimitUnit.Money, RiskLevels.Positions, MaxMoney, IsCounting: true),
        new(RiskLimitKind.BreakerWindow, RiskLimitUnit.Nanoseconds, RiskLevels.All, MaxWindowNs, IsCounting: true, IsHigherTighter: true),
        new(RiskLimitKind.BreakerCooldown, RiskLimitUnit.Nanoseconds, RiskLevels.All, MaxWindowNs, IsCounting: true, IsHigherTighter: true),
        new(RiskLimitKind.BreakerProbes, RiskLimitUnit.Count, RiskLevels.All, MaxCount, IsCounting: true),
        new(RiskLimitKind.BreakerMaxFailures, RiskLimitUnit.Count, RiskLevels.All, MaxCount, IsCounting: true),
        new(RiskLimitKind.BreakerMaxFailureBps, RiskLimitUnit.BasisPoints, RiskLevels.All, 10_000, IsCounting: true),
        new(RiskLimitKind.BreakerMaxLatency, RiskLimitUnit.Nanoseconds, RiskLevels.All, MaxWindowNs, IsCounting: true),
        new(RiskLimitKind.BreakerMaxShortfallBps, RiskLimitUnit.BasisPoints, RiskLevels.All, MaxCollarBps, IsCounting: true),
        new(RiskLimitKind.BreakerMaxLosses, RiskLimitUnit.Count, RiskLevels.All, MaxCount, IsCounting: true),
        new(RiskLimitKind.BreakerMaxSpreadBps, RiskLimitUnit.BasisPoints, RiskLevels.All, MaxCollarBps, IsCounting: true),
        new(RiskLimitKind.MaxOrderAge, RiskLimitUnit.Nanoseconds, RiskLevels.All, MaxAgeNs, IsCounting: true),
        new(RiskLimitKind.MaxUnacknowledged, RiskLimitUnit.Nanoseconds, RiskLevels.All, MaxAgeNs, IsCounting: true),
        new(RiskLimitKind.MaxUnacknowledgedStop, RiskLimitUnit.Nanoseconds, RiskLevels.All, MaxAgeNs, IsCounting: true),
        new(RiskLimitKind.MaxSectorExposure, RiskLimitUnit.Money, RiskLevels.Firm | RiskLevels.Account, MaxMoney, IsCounting: true),
        new(RiskLimitKind.AggressiveTopCollarBps, RiskLimitUnit.BasisPoints, RiskLevels.Positions, MaxCollarBps, IsInBounds: true),
        new(RiskLimitKind.PassiveTopCollarBps, RiskLimitUnit.BasisPoints, RiskLevels.Positions, MaxCollarBps, IsInBounds: true),
        new(RiskLimitKind.AggressiveTopCollarTicks, RiskLimitUnit.Ticks, RiskLevels.Positions, MaxTicks, IsInBounds: true),
        new(RiskLimitKind.PassiveTopCollarTicks, RiskLimitUnit.Ticks, RiskLevels.Positions, MaxTicks, IsInBounds: true),
        new(RiskLimitKind.AggressiveMidCollarBps, RiskLimitUnit.BasisPoints, RiskLevels.Positions, MaxCollarBps, IsInBounds: true),
        new(RiskLimitKind.PassiveMidCollarBps, RiskLimitUnit.BasisPoints, RiskLevels.Positions, MaxCollarBps, IsInBounds: true),
        new(RiskLimitKind.AggressiveMidCollarTicks, RiskLimitUnit.Ticks, RiskLevels.Positions, MaxTicks, IsInBounds: true),
        new(RiskLimitKind.PassiveMidCollarTicks, RiskLimitUnit.Ticks, RiskLevels.Positions, MaxTicks, IsInBounds: true),
        new(RiskLimitKind.AggressiveLastTradeCollarBps, RiskLimitUnit.BasisPoints, RiskLevels.Positions, MaxCollarBps, IsInBounds: true),
        new(RiskLimitKind.PassiveLastTradeCollarBps, RiskLimitUnit.BasisPoints, RiskLevels.Positions, MaxCollarBps, IsInBounds: true),
        new(RiskLimitKind.AggressiveLastTradeCollarTicks, RiskLimitUnit.Ticks, RiskLevels.Positions, MaxTicks, IsInBounds: true),
        new(RiskLimitKind.PassiveLastTradeCollarTicks, RiskLimitUnit.Ticks, RiskLevels.Positions, MaxTicks, IsInBounds: true),
        new(RiskLimitKind.AggressiveCloseCollarBps, RiskLimitUnit.BasisPoints, RiskLevels.Positions, MaxCollarBps, IsInBounds: true),
        new(RiskLimitKind.PassiveCloseCollarBps, RiskLimitUnit.BasisPoints, RiskLevels.Positions, MaxCollarBps, IsInBounds: true),
        new(RiskLimitKind.AggressiveCloseCollarTicks, RiskLimitUnit.Ticks, RiskLevels.Positions, MaxTicks, IsInBounds: true),
        new(RiskLimitKind.PassiveCloseCollarTicks, RiskLimitUnit.Ticks, RiskLevels.Positions, MaxTicks, IsInBounds: true),
        new(RiskLimitKind.MaxVolumeShareBps, RiskLimitUnit.BasisPoints, RiskLevels.All, MaxCollarBps),
        new(RiskLimitKind.MaxMarketDataAge, RiskLimitUnit.Nanoseconds, RiskLevels.All, MaxWindowNs),
        new(RiskLimitKind.MaxOverlapTicks, RiskLimitUnit.Ticks, RiskLevels.All, MaxTicks),
        new(RiskLimitKind.Restriction, RiskLimitUnit.Count, RiskLevels.All, 1),
        new(RiskLimitKind.MaxSweepBps, RiskLimitUnit.BasisPoints, RiskLevels.All, MaxCollarBps),
        new(RiskLimitKind.ShortSale, RiskLimitUnit.Count, RiskLevels.All, 1),
        new(RiskLimitKind.SelfTradePrevention, RiskLimitUnit.Count, RiskLevels.Positions, (int)SelfTradeAction.Decrement),
        new(RiskLimitKind.LocatedQuantity, RiskLimitUnit.Quantity, RiskLevels.Position, RiskLimits.MaxRawQuantity),
    ]);

    private static readonly RiskLimitRule[] Ordered = [.. Rules.OfType<RiskLimitRule>()];

    /// <summary>Every rule, in the order of the kinds.</summary>
    public static IReadOnlyList<RiskLimitRule> All => Ordered;

    /// <summary>As <see cref="All"/>, to be walked without allocation.</summary>
    internal static ReadOnlySpan<RiskLimitRule> Span => Ordered;

    /// <summary>One more than the highest kind.</summary>
    internal static int Kinds => Rules.Length;

    /// <summary>The rule of a kind; null for a number that is none.</summary>
    public static RiskLimitRule? Of(RiskLimitKind kind) => (int)kind < Rules.Length ? Rules[(int)kind] : null;

    private static RiskLimitRule?[] Index(RiskLimitRule[] rules)
    {
        RiskLimitRule?[] index = new RiskLimitRule?[rules.Max(rule => (int)rule.Kind) + 1];
        foreach (RiskLimitRule rule in rules)
        {
            index[(int)rule.Kind] = rule;
        }

        return index;
    }
}
