namespace LowLatency.Trading.Risk.Limits;

/// <summary>What a limit's number counts.</summary>
public enum RiskLimitUnit : byte
{
    /// <summary>A plain number.</summary>
    Count = 0,

    /// <summary>Raw quantity, 1e-8.</summary>
    Quantity = 1,

    /// <summary>Raw money, 1e-16.</summary>
    Money = 2,

    /// <summary>1/10,000.</summary>
    BasisPoints = 3,

    /// <summary>Nanoseconds.</summary>
    Nanoseconds = 4,

    /// <summary>The instrument's ticks.</summary>
    Ticks = 5,
}
