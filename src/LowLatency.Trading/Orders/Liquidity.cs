namespace LowLatency.Trading.Orders;

/// <summary>FIX LastLiquidityInd (851).</summary>
public enum Liquidity : byte
{
    /// <summary>Not a fill, or not known.</summary>
    None = 0,

    /// <summary>The order rested: maker.</summary>
    Added = 1,

    /// <summary>The order aggressed: taker.</summary>
    Removed = 2,
}
