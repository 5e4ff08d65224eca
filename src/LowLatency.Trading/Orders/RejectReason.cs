
namespace LowLatency.Trading.Orders;

/// <summary>
/// Why something was refused. The order is the precedence: of all failed checks the first here is the reason, the others are in
/// <see cref="FailedChecks"/>. Each value says what the caller should do. Numbers below 64 are left free where a check of that precedence may come.
/// </summary>
public enum RejectReason : byte
{
    /// <summary>Not refused.</summary>
    None = 0,

    /// <summary>No such instrument number: use one from the instrument table.</summary>
    UnknownInstrument = 1,

    /// <summary>The instrument is not listed at that venue: name a venue that lists it, or none for the instrument's own.</summary>
    UnknownVenue = 2,

    /// <summary>Not the account the strategy trades for: use its own.</summary>
    UnknownAccount = 3,

    /// <summary>Neither buy nor sell: set the side.</summary>
    InvalidSide = 4,

    /// <summary>Not a type that <see cref="Primitives.Orders.OrderType"/> names: set the type.</summary>
    InvalidOrderType = 5,

    /// <summary>Not a time in force: use one that <see cref="Primitives.Orders.TimeInForce"/> names.</summary>
    InvalidTimeInForce = 6,

    /// <summary>Post-only, all-or-none or hidden on an order that cannot rest (market, IOC, FOK), or an unknown instruction: leave it off.</summary>
    InvalidExecInst = 7,

    /// <summary>A type that carries a limit price without one above zero, or another with one: set or clear the price.</summary>
    InvalidPrice = 8,

    /// <summary>Not a multiple of the tick (the limit): round the price.</summary>
    PriceOffTick = 9,

    /// <summary>Outside the listing's price bounds (the limit): check the price.</summary>
    PriceOutOfBounds = 10,

    /// <summary>Zero or negative: set a quantity.</summary>
    InvalidQuantity = 11,

    /// <summary>Not a multiple of the lot (the limit): round the quantity.</summary>
    QuantityOffLot = 12,

    /// <summary>Outside the listing's quantity bounds (the limit): check the quantity.</summary>
    QuantityOutOfBounds = 13,

    /// <summary>Terms that the order needs are missing, it has others, or they cannot be (a stop price off the tick, a time that is over): send what <see cref="OrderTerms"/> lists, directly before the order.</summary>
    InvalidTerms = 14,

    /// <summary>The venue does not take such an order, and the engine cannot do it for it: use another type, time in force, instruction or venue.</summary>
    UnsupportedOrderType = 15,

    /// <summary>The order it would be linked with or wait for (the value) is not working, is another strategy's, is in a ring of another kind, or has executed already where they would cancel or update one another; or a link without its kind (the limit): send it alone.</summary>
    InvalidLink = 16,

    /// <summary>The venue or the instrument is not open for such an order (the value is the <see cref="Markets.Data.TradingStatus"/>): before the opening and in an auction only what can wait passes, after the opening nothing for the opening. Wait, or use another time in force.</summary>
    SessionClosed = 17,

    /// <summary>Trading is halted (the value is the <see cref="Markets.Data.TradingStatus"/>): wait until it resumes. Cancels pass.</summary>
    TradingHalted = 18,

    /// <summary>Not above the strategy's highest id so far (the limit): use a fresh, higher id.</summary>
    DuplicateClOrdId = 19,

    /// <summary>The strategy has not used that id, the handle was never handed out, or its order works for another strategy: correct it.</summary>
    UnknownOrder = 20,

    /// <summary>The order is not working any more, or the id was used up by a refused or a changing request: too late.</summary>
    OrderClosed = 21,

    /// <summary>A cancel is on its way already, the order is not in a state that can be replaced, or its trigger was reached a moment ago: wait for the answer.</summary>
    OrderPending = 22,

    /// <summary>A replacement's quantity is not above what has executed (the limit): cancel instead.</summary>
    QuantityBelowExecuted = 23,

    /// <summary>A replacement of an order that has no price, or that waits for its trigger at the venue: cancel it and send a new one.</summary>
    NotReplaceable = 24,

    /// <summary>Trading is stopped for the firm, account, strategy or instrument: wait for the operator.</summary>
    KillSwitch = 25,

    /// <summary>A circuit breaker of one of its scopes is open (the value is the <see cref="Risk.Limits.RiskLimitKind"/> that opened it, the limit when it lets probes through, or the spread is too wide (the value and the limit in basis points)): wait, or ask the operator. Cancels pass.</summary>
    CircuitBreaker = 26,

    /// <summary>No entitlement covers the account, strategy, venue and instrument: ask for one.</summary>
    NotEntitled = 27,

    /// <summary>On a restricted list: nothing, or nothing that could open a position (the value is what the position could become on that side), may be traded. Close, or ask compliance.</summary>
    RestrictedInstrument = 28,

    /// <summary>A short position (the value) beyond what has been located (the limit), or a sale beyond what is held that is not marked short (the limit is 0): locate more, send less, or mark it.</summary>
    LocateRequired = 29,

    /// <summary>The short-sale price test is in force and the price is not above the best bid (the limit; 0 where there is none): reprice.</summary>
    ShortSalePriceTest = 30,

    /// <summary>Above the largest quantity of one order (the limit): send less.</summary>
    OrderQuantityLimit = 31,

    /// <summary>Above the largest share of the average daily volume (the limit, as a quantity; 0 where the volume is not known): send less, or wait for the datum.</summary>
    VolumeShareLimit = 32,

    /// <summary>Above the largest value of one order (the limit, rounded to 1e-8): send less.</summary>
    OrderNotionalLimit = 33,

    /// <summary>No top of book to value a market order or to place the collar, or no mid, last trade or previous close where a collar lies around it: wait for market data.</summary>
    NoReferencePrice = 34,

    /// <summary>The last top of book is older than allowed (the limit, in nanoseconds): wait for market data, and look at the feed.</summary>
    StaleMarketData = 35,

    /// <summary>The book is locked or crossed: bid less ask is not below the limit. Wait until it is not.</summary>
    CrossedMarket = 36,

    /// <summary>Too far from top of book, mid, last trade or previous close (the limit is the furthest price allowed): reprice.</summary>
    PriceCollar = 37,

    /// <summary>Buys above the upper, or sells below the lower limit-up-limit-down band (the limit): reprice.</summary>
    PriceBand = 38,

    /// <summary>Expected to execute too far from the opposite best on average (the limit is the furthest average), or beyond the known book (the value is then the average of what is known): send less, or with a nearer limit price.</summary>
    SweepLimit = 39,

    /// <summary>More messages than the scope's rate and burst allow (the burst): wait, and cancel rather than replace.</summary>
    MessageRate = 40,

    /// <summary>The same order was sent within the window (the limit, in nanoseconds), or more orders are within it than can be remembered: wait if it is meant.</summary>
    DuplicateOrder = 41,

    /// <summary>As many fills as the scope may have before somebody looks (the limit): an operator has to enable it again.</summary>
    ExecutionThrottle = 42,

    /// <summary>It could trade with an order of the same account or firm (the limit is the nearest price of such): cancel that first, or send at another price.</summary>
    SelfTrade = 43,

    /// <summary>The position could pass its limit if every working order filled (the limit): send less, or cancel first.</summary>
    PositionLimit = 44,

    /// <summary>The value of positions and open orders could pass a gross or net limit (rounded to 1e-8): send less, or cancel first.</summary>
    GrossPositionLimit = 45,

    /// <summary>The value traded today and open could pass a gross or net limit (rounded to 1e-8): send less, cancel, or wait for the next day.</summary>
    CreditLimit = 46,

    /// <summary>The gross exposure could pass what capital and results allow (the limit, rounded to 1e-8), or there is no capital: send less, or cancel first.</summary>
    LeverageLimit = 47,

    /// <summary>One position could pass its share of the capital (the limit, rounded to 1e-8), or there is no capital: send less.</summary>
    ConcentrationLimit = 48,

    /// <summary>The positions of the instrument's sector could pass their limit together (rounded to 1e-8): send less, or cancel first.</summary>
    SectorExposure = 49,

    /// <summary>As many new orders as a day may have (the limit): wait for the next day.</summary>
    DailyOrderCount = 50,

    /// <summary>The value traded today would pass its limit (rounded to 1e-8): send less, or wait for the next day.</summary>
    DailyTradedValue = 51,

    /// <summary>The loss of the day is above its limit (rounded to 1e-8): only orders that reduce the position pass; wait for the next day or the operator.</summary>
    LossLimit = 52,

    /// <summary>The loss from the best moment of the day is above its limit (rounded to 1e-8): only orders that reduce the position pass.</summary>
    DrawdownLimit = 53,

    /// <summary>Too many messages for the fills there have been (the limit is what they allow): send less often.</summary>
    OrderToTradeRatio = 54,

    /// <summary>As many working orders as the scope may have (the limit): cancel some.</summary>
    WorkingOrderLimit = 55,

    /// <summary>A reduce-only order that could make the position larger, or turn it, with everything working on its side (the value; the limit is the position it may close): send less, or cancel first.</summary>
    ReduceOnly = 56,

    /// <summary>No level sets one of the limits every order must stand under: set it for the account in the instrument, or above.</summary>
    MissingLimit = 57,

    /// <summary>Every order slot, or every place of orders with terms, is taken (the limit): cancel orders, or configure more.</summary>
    OrderCapacity = 59,

    /// <summary>The gateway could not send it: the venue is not reachable or its queue is full. Nothing was sent.</summary>
    GatewayRefused = 60,

    /// <summary>The venue said no.</summary>
    VenueRejected = 61,

    /// <summary>The venue does not know the order, or it has ended there: a fill or cancel is on its way.</summary>
    VenueTooLate = 62,
}
