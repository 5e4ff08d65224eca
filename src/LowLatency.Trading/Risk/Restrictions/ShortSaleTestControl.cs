using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Trading.Risk.Restrictions;

/// <summary>The short-sale price test: while it is in force for an instrument, a short sale that is not exempt has to be priced above the best bid; a market order is none.</summary>
internal readonly struct ShortSaleTestControl(ReferencePrices prices, MarketReferences references) : IRiskControl
{
    public static RejectReason Reason => RejectReason.ShortSalePriceTest;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request) =>
        IsTested(in request) && (request.OrderType == OrderType.Market || Bid(in request) == 0 || request.Price <= Bid(in request));

    public RiskUse Use(ref readonly RiskRequest request) => new(request.Price, Bid(in request));

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    private bool IsTested(ref readonly RiskRequest request) => request.Side == Side.SellShort && references.Of(request.Instrument).IsShortSaleTested;

    private unsafe long Bid(ref readonly RiskRequest request) => prices.Of(request.Instrument)[0];
}
