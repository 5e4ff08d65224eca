namespace LowLatency.Trading.Orders;

/// <summary>FIX PegOffsetType (836): the unit of the distance of a trailing stop or a peg.</summary>
public enum OffsetUnit : byte
{
    /// <summary>A difference of prices, raw 1e-8.</summary>
    Price = 0,

    /// <summary>Ticks of the listing.</summary>
    Ticks = 1,

    /// <summary>Hundredths of a percent of the best price since the order was taken, 1 to 9,999; the distance is rounded down.</summary>
    BasisPoints = 2,
}
