using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;

namespace LowLatency.Trading.Risk.Market;

/// <summary>Limit up, limit down: nothing is bought above the upper band nor sold below the lower one. A market order is held to it at the opposite best.</summary>
internal readonly struct PriceBandControl(MarketReferences references) : IRiskControl
{
    public static RejectReason Reason => RejectReason.PriceBand;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request)
    {
        ref readonly MarketRecord market = ref references.Of(request.Instrument);
        return request.Side == Side.Buy ? request.Price > market.BandHigh : request.Price < market.BandLow;
    }

    public RiskUse Use(ref readonly RiskRequest request)
    {
        ref readonly MarketRecord market = ref references.Of(request.Instrument);
        return new(request.Price, request.Side == Side.Buy ? market.BandHigh : market.BandLow);
    }

    public long Room(ref readonly RiskRequest request) => long.MaxValue;
}
