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

    /// <summary>How far from the last bid (below) and ask (above) the price of an order that reaches the opposite best may lie, in basis points of it.</summary>
    AggressiveTopCollarBps = 40,

    /// <summary>How far from the last bid (below) and ask (above) the price of an order that would rest may lie, in basis points of it.</summary>
    PassiveTopCollarBps = 41,

    /// <summary>How far from the last bid (below) and ask (above) the price of an order that reaches the opposite best may lie, in the instrument's ticks.</summary>
    AggressiveTopCollarTicks = 42,

    /// <summary>How far from the last bid (below) and ask (above) the price of an order that would rest may lie, in the instrument's ticks.</summary>
    PassiveTopCollarTicks = 43,

    /// <summary>How far from the middle of bid and ask the price of an order that reaches the opposite best may lie, in basis points of it.</summary>
    AggressiveMidCollarBps = 44,

    /// <summary>How far from the middle of bid and ask the price of an order that would rest may lie, in basis points of it.</summary>
    PassiveMidCollarBps = 45,

    /// <summary>How far from the middle of bid and ask the price of an order that reaches the opposite best may lie, in the instrument's ticks.</summary>
    AggressiveMidCollarTicks = 46,

    /// <summary>How far from the middle of bid and ask the price of an order that would rest may lie, in the instrument's ticks.</summary>
    PassiveMidCollarTicks = 47,

    /// <summary>How far from the last trade the price of an order that reaches the opposite best may lie, in basis points of it.</summary>
    AggressiveLastTradeCollarBps = 48,

    /// <summary>How far from the last trade the price of an order that would rest may lie, in basis points of it.</summary>
    PassiveLastTradeCollarBps = 49,

    /// <summary>How far from the last trade the price of an order that reaches the opposite best may lie, in the instrument's ticks.</summary>
    AggressiveLastTradeCollarTicks = 50,

    /// <summary>How far from the last trade the price of an order that would rest may lie, in the instrument's ticks.</summary>
    PassiveLastTradeCollarTicks = 51,

    /// <summary>How far from the previous close the price of an order that reaches the opposite best may lie, in basis points of it.</summary>
    AggressiveCloseCollarBps = 52,

    /// <summary>How far from the previous close the price of an order that would rest may lie, in basis points of it.</summary>
    PassiveCloseCollarBps = 53,

    /// <summary>How far from the previous close the price of an order that reaches the opposite best may lie, in the instrument's ticks.</summary>
    AggressiveCloseCollarTicks = 54,

    /// <summary>How far from the previous close the price of an order that would rest may lie, in the instrument's ticks.</summary>
    PassiveCloseCollarTicks = 55,

    /// <summary>Largest quantity of one order, in basis points of the instrument's average daily volume.</summary>
    MaxVolumeShareBps = 56,

    /// <summary>How old the last top of book may be, in nanoseconds of the engine's time.</summary>
    MaxMarketDataAge = 57,

    /// <summary>The best bid must lie below the best ask plus so many of the instrument's ticks: 0 forbids orders into a locked or crossed book, 1 into a crossed one.</summary>
    MaxOverlapTicks = 58,

    /// <summary>What a restricted list forbids: 0 to trade at all, 1 to open or to add to a position.</summary>
    Restriction = 59,

    /// <summary>How far beyond the opposite best the average price may lie that an order is expected to execute at in the known book, in basis points.</summary>
    MaxSweepBps = 60,

    /// <summary>What short sales are allowed: 0 none, 1 what has been located (<see cref="LocatedQuantity"/>). Where it is set, a sale beyond what is held has to be sent as a short one.</summary>
    ShortSale = 61,

    /// <summary>How large a short position an account may have in an instrument, since so much has been located. Where <see cref="ShortSale"/> is 1 and this is not set, nothing has.</summary>
    LocatedQuantity = 62,

    /// <summary>What becomes of an order that could trade with another of the same account, or, where it is set for the firm, of the firm: a <see cref="SelfTradeAction"/>. The lowest counts; off where no level sets it.</summary>
    SelfTradePrevention = 63,

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

    /// <summary>Of a scope's circuit breaker: how long it counts failures before it begins anew, in nanoseconds; a minute where it is not set.</summary>
    BreakerWindow = 71,

    /// <summary>For how long it stays open before it lets probes through, in nanoseconds; until an operator enables the scope where it is not set.</summary>
    BreakerCooldown = 72,

    /// <summary>How many orders it lets through as probes, all of which have to be taken; 1 where it is not set.</summary>
    BreakerProbes = 73,

    /// <summary>New orders that venue or gateway refused within the window: with one more it opens.</summary>
    BreakerMaxFailures = 74,

    /// <summary>The share of such among the answers to new orders within the window, from ten answers on: above it, it opens.</summary>
    BreakerMaxFailureBps = 75,

    /// <summary>How long the venue may take to answer a new order, in nanoseconds: after a longer wait it opens.</summary>
    BreakerMaxLatency = 76,

    /// <summary>How much worse than the opposite best when the order was sent a fill may be: after a worse one it opens.</summary>
    BreakerMaxShortfallBps = 77,

    /// <summary>Fills in a row that realised a loss: with one more it opens.</summary>
    BreakerMaxLosses = 78,

    /// <summary>How wide the instrument's spread may be, in basis points of the bid: while it is wider nothing passes.</summary>
    BreakerMaxSpreadBps = 79,

    /// <summary>How long an order may work at its venue, in nanoseconds since it was sent: with the next timer event after that it is canceled.</summary>
    MaxOrderAge = 80,

    /// <summary>How long an order may stay without an answer of its venue, in nanoseconds: with the next timer event after that it is canceled.</summary>
    MaxUnacknowledged = 81,

    /// <summary>The same, after which its venue is stopped as by a kill switch.</summary>
    MaxUnacknowledgedStop = 82,

    /// <summary>Value of the worst case of every position in the instrument's sector, with the working orders of each one's worse side filled. Orders that only reduce a position, and instruments without a sector, pass.</summary>
    MaxSectorExposure = 83,
}
