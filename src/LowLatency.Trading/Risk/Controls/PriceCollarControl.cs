using System.Runtime.CompilerServices;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>How far a limit price may lie from the market. A market order has none.</summary>
internal readonly struct PriceCollarControl : IRiskControl
{
    public static RejectReason Reason => RejectReason.PriceCollar;

    public static bool IsShare => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Breaks(ref readonly RiskRequest request) =>
        request.OrderType != OrderType.Market && (request.Price < request.Position.CollarLow || request.Price > request.Position.CollarHigh);

    /// <summary>The limit is the furthest price allowed.</summary>
    public RiskUse Use(ref readonly RiskRequest request) =>
        new(request.Price, request.Price < request.Position.CollarLow ? request.Position.CollarLow : request.Position.CollarHigh);

    public long Room(ref readonly RiskRequest request) => long.MaxValue;
}
