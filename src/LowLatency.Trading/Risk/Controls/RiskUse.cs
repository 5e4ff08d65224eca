namespace LowLatency.Trading.Risk.Controls;

/// <summary>How far an order would use a limit.</summary>
/// <param name="Value">What would be compared with the limit, the order included; raw, in the unit of the control.</param>
/// <param name="Limit">The limit; <see cref="Limits.RiskLimitTable.None"/> where there is none.</param>
internal readonly record struct RiskUse(Int128 Value, Int128 Limit)
{
    /// <summary>The highest score there is.</summary>
    public const int HighestPercent = ushort.MaxValue;

    /// <summary>The use in percent, cut off; 0 where there is no limit or nothing is used.</summary>
    public int Percent
    {
        get
        {
            if (Value <= 0 || Limit == Limits.RiskLimitTable.None)
            {
                return 0;
            }

            if (Limit <= 0)
            {
                return HighestPercent;
            }

            // In two steps, since a hundred times the value need not fit.
            (Int128 whole, Int128 rest) = Int128.DivRem(Value, Limit);
            return whole > HighestPercent / 100 ? HighestPercent : (int)Int128.Min((whole * 100) + (rest * 100 / Limit), HighestPercent);
        }
    }
}
