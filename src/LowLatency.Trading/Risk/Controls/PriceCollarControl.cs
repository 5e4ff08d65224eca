using System.Runtime.CompilerServices;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>How far a price may lie from the market. The collar every order needs is for limit prices alone; of the others, a market order meets those of aggressive orders, at the opposite best.</summary>
internal readonly struct PriceCollarControl(CollarTable collars, ReferencePrices prices) : IRiskControl
{
    public static RejectReason Reason => RejectReason.PriceCollar;

    public static bool IsShare => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Breaks(ref readonly RiskRequest request) =>
        (request.OrderType != OrderType.Market && (request.Price < request.Position.CollarLow || request.Price > request.Position.CollarHigh))
        || (collars.IsSet && !AggressionCollar.Of(collars, prices, in request).Holds(request.Price));

    /// <summary>The limit is the furthest price allowed.</summary>
    public RiskUse Use(ref readonly RiskRequest request)
    {
        CollarRange range = AggressionCollar.Of(collars, prices, in request);
        bool isMarket = request.OrderType == OrderType.Market;
        long low = isMarket ? range.Low : Math.Max(range.Low, request.Position.CollarLow);
        long high = isMarket ? range.High : Math.Min(range.High, request.Position.CollarHigh);
        return new(request.Price, request.Price < low ? low : high);
    }

    public long Room(ref readonly RiskRequest request) => long.MaxValue;
}
