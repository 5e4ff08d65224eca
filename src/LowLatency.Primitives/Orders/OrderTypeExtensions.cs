using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Orders;

/// <summary>What an <see cref="OrderType"/> carries and becomes.</summary>
public static class OrderTypeExtensions
{
    private const uint Priced = (1 << (int)OrderType.Limit) | (1 << (int)OrderType.StopLimit) | (1 << (int)OrderType.LimitIfTouched);

    /// <summary>True for a named type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsKnown(this OrderType type) => (uint)type - 1 < (uint)OrderType.Pegged;

    /// <summary>True where the order waits for the market to reach a price before it works.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsTriggered(this OrderType type) => (uint)type - (uint)OrderType.Stop <= OrderType.TrailingStopLimit - OrderType.Stop;

    /// <summary>True for the types that must be given a limit price. <see cref="OrderType.Pegged"/> may be; the others carry none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CarriesPrice(this OrderType type) => type <= OrderType.Pegged && ((Priced >> (int)type) & 1) != 0;

    /// <summary>True where the trigger is a stop that follows the market.</summary>
    public static bool IsTrailing(this OrderType type) => type is OrderType.TrailingStop or OrderType.TrailingStopLimit;

    /// <summary>True where the trigger lies on the good side of the market.</summary>
    public static bool IsTouched(this OrderType type) => type is OrderType.MarketIfTouched or OrderType.LimitIfTouched;

    /// <summary>What a triggered order becomes: <see cref="OrderType.Market"/> or <see cref="OrderType.Limit"/>. Every other type stays what it is.</summary>
    public static OrderType Released(this OrderType type) =>
        !type.IsTriggered() ? type : type.CarriesPrice() || type == OrderType.TrailingStopLimit ? OrderType.Limit : OrderType.Market;
}
