using System.Runtime.CompilerServices;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>Prices and quantities between the engine's units of 1e-8 and the protocol's: prices with 4 implied decimals, whole shares. Exact or refused.</summary>
public static class OuchPrice
{
    /// <summary>Raw units of a <see cref="Price"/> in one of the protocol's.</summary>
    public const long RawPerPrice4 = 10_000;

    /// <summary>The highest limit price: 199,999.9900.</summary>
    public const uint MaxLimitPrice4 = 1_999_999_900;

    /// <summary>Stands for a market order.</summary>
    public const uint Market = 0x7FFFFFFF;

    /// <summary>The most shares of an order.</summary>
    public const uint MaxShares = 999_999;

    private const ulong MaxPrice4 = long.MaxValue / RawPerPrice4;

    /// <summary>A limit price for the venue.</summary>
    /// <returns>False when it is not above zero, has more than 4 decimals or is above <see cref="MaxLimitPrice4"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryToVenue(Price price, out uint price4)
    {
        ulong raw = (ulong)price.Raw;
        ulong whole = raw / RawPerPrice4;
        price4 = (uint)whole;
        return whole * RawPerPrice4 == raw & whole - 1 < MaxLimitPrice4;
    }

    /// <summary>A quantity for the venue.</summary>
    /// <returns>False when it is not a whole number from 1 to <see cref="MaxShares"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryToVenue(Quantity quantity, out uint shares)
    {
        ulong raw = (ulong)quantity.Raw;
        ulong whole = raw / Quantity.One;
        shares = (uint)whole;
        return whole * Quantity.One == raw & whole - 1 < MaxShares;
    }

    /// <summary>A price of the venue.</summary>
    /// <returns>False when it is too large for a <see cref="Price"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFromVenue(ulong price4, out Price price)
    {
        price = new((long)(price4 * RawPerPrice4));
        return price4 <= MaxPrice4;
    }

    /// <summary>A number of shares as a quantity; every one fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity FromVenue(uint shares) => new(shares * Quantity.One);
}
