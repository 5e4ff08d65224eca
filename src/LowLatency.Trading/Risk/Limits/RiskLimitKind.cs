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

    /// <summary>Messages (new orders and replacements) a second; cancels always pass and count for nothing here. An order that is refused uses nothing up.</summary>
    MaxMessageRate = 5,

    /// <summary>Messages that may be sent at once after a pause; where it is not set, as many as in a second. Of no meaning at a scope without <see cref="MaxMessageRate"/>.</summary>
    MaxMessageBurst = 6,

    /// <summary>For how long after an order was sent another of the same account, instrument, side, quantity and price is refused, in nanoseconds. The longest window counts; off where no level sets it, as quoting wants.</summary>
    DuplicateWindow = 7,

    /// <summary>Fills after which a scope is disabled until an operator enables it again.</summary>
    MaxExecutions = 8,

    /// <summary>Value bought and sold today together with that of all open orders.</summary>
    MaxGrossCredit = 9,

    /// <summary>Value bought less sold today, either way, with the open orders of the worse side counted as filled.</summary>
    MaxNetCredit = 10,

    /// <summary>New orders a day.</summary>
    MaxDailyOrders = 11,

    /// <summary>Value traded a day, the order counted as filled.</summary>
    MaxDailyTraded = 12,

    /// <summary>Messages (new orders, replacements and cancels) a day for each fill; the first fill is granted.</summary>
    MaxMessagesPerFill = 13,

    /// <summary>Working orders.</summary>
    MaxWorkingOrders = 14,

    /// <summary>Value of all positions, long and short added, with every open order. Positions are valued at the middle of their last top of book.</summary>
    MaxGrossExposure = 64,

    /// <summary>Value of long positions less that of short ones, either way, with the open orders of the worse side.</summary>
    MaxNetExposure = 65,

    /// <summary>What the scope trades with: no limit, but what <see cref="MaxLeverageBps"/> and <see cref="MaxConcentrationBps"/> are shares of.</summary>
    Capital = 66,

    /// <summary>Gross exposure as a share of capital and of what has been won and lost. Needs <see cref="Capital"/> in the same scope.</summary>
    MaxLeverageBps = 67,

    /// <summary>Value of one position, every working order of the worse side counted as filled, as a share of the capital of the scope. Needs <see cref="Capital"/> in the same scope.</summary>
    MaxConcentrationBps = 68,

    /// <summary>Realised and unrealised loss of the day, fees included. Orders that only reduce a position pass.</summary>
    MaxDailyLoss = 69,

    /// <summary>Loss from the best moment of the day. Orders that only reduce a position pass.</summary>
    MaxDrawdown = 70,
}
