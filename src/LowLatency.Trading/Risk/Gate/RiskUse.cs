using System.Numerics;
using System.Runtime.CompilerServices;

namespace LowLatency.Trading.Risk.Gate;

/// <summary>How far an order would use a limit.</summary>
/// <param name="Value">What would be compared with the limit, the order included; raw, in the unit of the control.</param>
/// <param name="Limit">The limit; <see cref="Limits.RiskLimitTable.None"/> where there is none.</param>
internal readonly record struct RiskUse(Int128 Value, Int128 Limit)
{
    /// <summary>The highest score there is.</summary>
    public const int HighestPercent = ushort.MaxValue;

    /// <summary>The use in percent, cut off; 0 where there is no limit or nothing is used.</summary>
    public int Percent => Value <= 0 || Limit == Limits.RiskLimitTable.None ? 0 : Limit <= 0 ? HighestPercent : OfPositive();

    /// <summary>In 64 bits where that is sure to give the same: the leading bits of both bound the quotient from below and above.</summary>
    private int OfPositive()
    {
        ulong limitHigh = (ulong)(Limit >> 64);
        ulong valueHigh = (ulong)(Value >> 64);
        ulong limit = (ulong)Limit;
        ulong value = (ulong)Value;
        if ((limitHigh | valueHigh) == 0 && value < ulong.MaxValue / 100)
        {
            return (int)Math.Min(value * 100 / limit, HighestPercent);
        }

        // As many bits are cut off as leave seven for the hundred.
        int shift = 7 + 64 - BitOperations.LeadingZeroCount(limitHigh | valueHigh);
        if (shift >= 64)
        {
            return Divided();
        }

        limit = (limitHigh << (64 - shift)) | (limit >> shift);
        value = (valueHigh << (64 - shift)) | (value >> shift);
        ulong least = value * 100 / (limit + 1);
        return limit != 0 && least == (value + 1) * 100 / limit ? (int)Math.Min(least, HighestPercent) : Divided();
    }

    /// <summary>In two steps, since a hundred times the value need not fit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Divided()
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(Value, Limit);
        return whole > HighestPercent / 100 ? HighestPercent : (int)Int128.Min((whole * 100) + (rest * 100 / Limit), HighestPercent);
    }
}
