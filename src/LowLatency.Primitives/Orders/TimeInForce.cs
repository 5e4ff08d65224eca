namespace LowLatency.Primitives.Orders;

/// <summary>FIX TimeInForce (59). The values are FIX's less '0'.</summary>
public enum TimeInForce : byte
{
    /// <summary>Rests until the end of the session.</summary>
    Day = 0,

    /// <summary>Good till cancel: rests until canceled.</summary>
    Gtc = 1,

    /// <summary>For the opening auction only.</summary>
    AtTheOpening = 2,

    /// <summary>Immediate or cancel: what does not execute at once is canceled.</summary>
    Ioc = 3,

    /// <summary>Fill or kill: executes whole at once or is canceled whole.</summary>
    Fok = 4,

    /// <summary>Good till date: rests until a time that the order's terms give.</summary>
    Gtd = 6,

    /// <summary>For the closing auction only.</summary>
    AtTheClose = 7,
}
