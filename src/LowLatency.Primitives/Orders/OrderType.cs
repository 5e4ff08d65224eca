namespace LowLatency.Primitives.Orders;

/// <summary>FIX OrdType (40). The values up to 4 are FIX's less '0'. <see cref="OrderTypeExtensions"/> says what each carries.</summary>
public enum OrderType : byte
{
    /// <summary>Not given; never valid on an order.</summary>
    None = 0,

    /// <summary>Executes at the best prices there are; carries no price.</summary>
    Market = 1,

    /// <summary>Executes at its price or better.</summary>
    Limit = 2,

    /// <summary>Becomes a market order when the market has moved against it to the stop price.</summary>
    Stop = 3,

    /// <summary>Becomes a limit order when the market has moved against it to the stop price.</summary>
    StopLimit = 4,

    /// <summary>FIX J: becomes a market order when the market has come to the touch price.</summary>
    MarketIfTouched = 5,

    /// <summary>Becomes a limit order when the market has come to the touch price.</summary>
    LimitIfTouched = 6,

    /// <summary>A stop whose price follows the market at a distance while it moves in the order's favour.</summary>
    TrailingStop = 7,

    /// <summary>A trailing stop that becomes a limit order, at a distance from its stop price.</summary>
    TrailingStopLimit = 8,

    /// <summary>FIX K: executes at the best prices there are; what is left rests at the price of the last fill.</summary>
    MarketToLimit = 9,

    /// <summary>FIX P: rests at a distance from a price that moves, no further than its limit price where it has one.</summary>
    Pegged = 10,
}
