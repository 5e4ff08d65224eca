namespace LowLatency.Markets.Data;

/// <summary>What a <see cref="MarketEvent"/> says. The numbers are part of the recording format.</summary>
public enum MarketEventKind : byte
{
    /// <summary>Nothing; never recorded.</summary>
    None = 0,

    /// <summary>An order joined the tail of its level: OrderId, Side, Price, Quantity.</summary>
    OrderAdded = 1,

    /// <summary>A resting order executed at its own price: OrderId, Quantity executed, MatchId.</summary>
    OrderExecuted = 2,

    /// <summary>A resting order executed at another price: OrderId, Quantity executed, Price of the execution, MatchId.</summary>
    OrderExecutedAtPrice = 3,

    /// <summary>A resting order became smaller and kept its place: OrderId, Quantity taken off.</summary>
    OrderReduced = 4,

    /// <summary>A resting order left the book: OrderId.</summary>
    OrderDeleted = 5,

    /// <summary>A resting order gave way to a new one at the tail of its level, on the same side: OrderId, NewOrderId, Price, Quantity of the new one.</summary>
    OrderReplaced = 6,

    /// <summary>A trade that changes no displayed order: Price, Quantity, Side of the aggressor where known, MatchId.</summary>
    Trade = 7,

    /// <summary>The displayed size of a price: Side, Price, Quantity (0 removes the level).</summary>
    LevelSet = 8,

    /// <summary>Levels from the best price of Side down to and including Price are gone (Price 0: the whole side).</summary>
    LevelsCleared = 9,

    /// <summary>The best price and size of one side of a quote feed: Side, Price, Quantity (0: no quote).</summary>
    Quote = 10,

    /// <summary>The instrument's trading status: Status.</summary>
    Status = 11,
}
