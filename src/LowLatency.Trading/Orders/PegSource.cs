namespace LowLatency.Trading.Orders;

/// <summary>FIX PegPriceType (1094): the price a pegged order keeps its distance from. The values are FIX's.</summary>
public enum PegSource : byte
{
    /// <summary>Not a pegged order.</summary>
    None = 0,

    /// <summary>Halfway between best bid and best offer.</summary>
    Mid = 2,

    /// <summary>The best price of the other side.</summary>
    Market = 4,

    /// <summary>The best price of its own side.</summary>
    Primary = 5,
}
