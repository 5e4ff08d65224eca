namespace LowLatency.Primitives.Orders;

/// <summary>FIX Side (54). The values are FIX's less '0'.</summary>
public enum Side : byte
{
    /// <summary>Not given; never valid on an order.</summary>
    None = 0,

    /// <summary>Buy.</summary>
    Buy = 1,

    /// <summary>Sell.</summary>
    Sell = 2,
}
