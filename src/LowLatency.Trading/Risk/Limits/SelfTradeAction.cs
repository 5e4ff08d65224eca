namespace LowLatency.Trading.Risk.Limits;

/// <summary>What prevents a trade with oneself: the value of <see cref="RiskLimitKind.SelfTradePrevention"/>.</summary>
public enum SelfTradeAction : byte
{
    /// <summary>The new order is refused.</summary>
    CancelNewest = 0,

    /// <summary>The orders it would meet are canceled; it is held until they have ended.</summary>
    CancelOldest = 1,

    /// <summary>The orders it would meet are canceled, and it is refused.</summary>
    CancelBoth = 2,

    /// <summary>The smaller is taken off both, best price first: orders it would meet are canceled or made smaller, what is left of it is held until they have ended; where nothing is left it is refused.</summary>
    Decrement = 3,
}
