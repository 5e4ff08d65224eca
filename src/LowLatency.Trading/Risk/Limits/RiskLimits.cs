using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Risk.Limits;

/// <summary>The four limits every order must stand under: those of one account in one instrument, set together. There is no "unlimited".</summary>
public sealed record RiskLimits
{
    /// <summary>The largest raw quantity any limit may name, 2^60: sums of three of them fit 64 bits.</summary>
    public const long MaxRawQuantity = 1L << 60;

    /// <summary>Largest quantity of one order.</summary>
    public required Quantity MaxOrderQuantity { get; init; }

    /// <summary>Largest value of one order, in the instrument's currency.</summary>
    public required Notional MaxOrderNotional { get; init; }

    /// <summary>Largest position, long or short, counting every working order on the side as filled.</summary>
    public required Quantity MaxPosition { get; init; }

    /// <summary>How far outside the last top of book a price may lie, in basis points of the bid (below) and of the ask (above), 0 to 1,000,000.</summary>
    public required int PriceCollarBps { get; init; }

    /// <summary>Kind and raw value of each.</summary>
    public IEnumerable<(RiskLimitKind Kind, Int128 Value)> All =>
    [
        (RiskLimitKind.MaxOrderQuantity, MaxOrderQuantity.Raw),
        (RiskLimitKind.MaxOrderNotional, MaxOrderNotional.Raw),
        (RiskLimitKind.MaxPosition, MaxPosition.Raw),
        (RiskLimitKind.PriceCollarBps, PriceCollarBps),
    ];
}
