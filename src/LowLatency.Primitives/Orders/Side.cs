namespace LowLatency.Primitives.Orders;

/// <summary>FIX Side (54). The values are FIX's less '0'.</summary>
public enum Side : byte
{
    /// <summary>Not given; never valid on an order.</summary>
    None = 0,

    /// <summary>Buy.</summary>
    Buy = 1,

    /// <summary>Sell what is held.</summary>
    Sell = 2,

    /// <summary>Sell what is not held: borrowed, and subject to the price test where one is in force.</summary>
    SellShort = 5,

    /// <summary>Sell short, exempt from the price test.</summary>
    SellShortExempt = 6,
}
