using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;

namespace LowLatency.Trading.Risk.Market;

/// <summary>A collar that an order meets must have a price to lie around.</summary>
internal readonly struct ReferencePriceControl(CollarTable collars, ReferencePrices prices) : IRiskControl
{
    public static RejectReason Reason => RejectReason.NoReferencePrice;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request) => collars.IsSet && AggressionCollar.Of(collars, prices, in request).IsMissing;

    public RiskUse Use(ref readonly RiskRequest request) => default;

    public long Room(ref readonly RiskRequest request) => long.MaxValue;
}
