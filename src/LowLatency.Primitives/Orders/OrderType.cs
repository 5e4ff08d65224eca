namespace LowLatency.Primitives.Orders;

/// <summary>FIX OrdType (40). The values are FIX's less '0'.</summary>
public enum OrderType : byte
{
    /// <summary>Not given; never valid on an order.</summary>
    None = 0,

    /// <summary>Executes at the best prices there are; carries no price.</summary>
    Market = 1,

    /// <summary>Executes at its price or better.</summary>
    Limit = 2,
}
