namespace LowLatency.Trading.Risk.Limits;

/// <summary>What can be limited. The numbers are part of the journal format; <see cref="RiskLimitRules"/> has unit, levels and range of each. A lower limit is always the tighter one, and of all levels that cover an order the tightest counts.</summary>
public enum RiskLimitKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Largest quantity of one order. An order that no level limits is refused.</summary>
    MaxOrderQuantity = 1,

    /// <summary>Largest value of one order, in the instrument's currency. An order that no level limits is refused.</summary>
    MaxOrderNotional = 2,

    /// <summary>Largest position of an account in an instrument, long or short, counting every working order on the side as filled. An order that no level limits is refused.</summary>
    MaxPosition = 3,

    /// <summary>How far outside the last top of book a price may lie, in basis points of the bid (below) and of the ask (above). An order that no level limits is refused.</summary>
    PriceCollarBps = 4,
}
