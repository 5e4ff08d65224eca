using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Venue;

/// <summary>Prices of a side as keys of which the greater is the better.</summary>
internal static class PriceKey
{
    /// <summary>A bid's price, an offer's complement; its own inverse.</summary>
    public static long Of(Side side, long price) => side == Side.Sell ? ~price : price;
}
