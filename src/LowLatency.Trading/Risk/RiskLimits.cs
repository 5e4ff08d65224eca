using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Risk;

/// <summary>The limits of one account in one instrument. Every order is checked against all of them; there is no "unlimited".</summary>
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

    /// <summary>Adds a line for each value out of range, prefixed with <paramref name="path"/>.</summary>
    public void Check(string path, List<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        CheckQuantity(MaxOrderQuantity, "maxOrderQuantity");
        CheckQuantity(MaxPosition, "maxPosition");
        if (MaxOrderNotional.Raw < 0)
        {
            faults.Add($"{path}.maxOrderNotional={MaxOrderNotional} must not be negative");
        }

        if (PriceCollarBps is < 0 or > 1_000_000)
        {
            faults.Add($"{path}.priceCollarBps={PriceCollarBps} must be 0 to 1000000");
        }

        void CheckQuantity(Quantity value, string name)
        {
            if (value.Raw is < 0 or > MaxRawQuantity)
            {
                faults.Add($"{path}.{name}={value} must be 0 to {new Quantity(MaxRawQuantity)}");
            }
        }
    }
}
