using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk;

/// <summary>What a limit order of a strategy at a listing must keep to, whatever says so: the listing's rules, the limits of all levels, the collar and the kill switches, resolved into one record of two cache lines.</summary>
/// <remarks>
/// It answers yes, never no: an order inside its bounds passes every check it stands for, and one outside is looked at check by check. So the record may be narrower than the truth, and never wider.
/// Prices and quantities are raw 1e-8, money raw 1e-16.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal struct OrderBounds
{
    /// <summary>The lowest price, above 0.</summary>
    public long LowPrice;

    /// <summary>The highest price less the lowest.</summary>
    public ulong PriceSpan;

    /// <summary>The lowest quantity, above 0.</summary>
    public long LowQuantity;

    /// <summary>The largest quantity less the lowest.</summary>
    public ulong QuantitySpan;

    public ExactDivisor Tick;
    public ExactDivisor Lot;

    /// <summary>Orders are worth less than this times 2^64.</summary>
    public ulong NotionalHigh;

    /// <summary>Best bid and ask, 0 where a side is empty.</summary>
    public long Bid;

    /// <summary>Beside <see cref="Bid"/>, for <see cref="Opposite"/>.</summary>
    public long Ask;

    /// <summary>Index of the account and instrument in the position book.</summary>
    public int PositionIndex;

    public VenueId Venue;

    /// <summary>The strategy's account.</summary>
    public AccountId Account;

    /// <summary>False where nothing can pass, no price is known, or the session is not open.</summary>
    public bool IsOpen;

    /// <summary>The levels whose scopes are counted for its orders.</summary>
    public RiskLevels CountedLevels;

    /// <summary>Whether a kill switch is thrown that covers its orders.</summary>
    public bool IsKilled;

    /// <summary>Whether self-trades are the engine's to prevent: the venue does not.</summary>
    public bool PreventsSelfTrades;

    /// <summary>Whether an entitlement covers its orders.</summary>
    public bool IsEntitled;

    /// <summary>Whether nothing can pass whatever the prices: a switch is thrown, no entitlement covers it, no quantity is allowed, a limit is missing, or one is in force that this record does not stand for.</summary>
    public bool IsStopped;

    /// <summary>The best price of the other side: the ask for a buy order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly long Opposite(Side side) => Unsafe.Add(ref Unsafe.AsRef(in Bid), side == Side.Buy ? 1 : 0);

    /// <summary>True when price, quantity and their product are inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Hold(long price, long quantity) =>
        IsOpen
        && (ulong)(price - LowPrice) <= PriceSpan
        && (ulong)(quantity - LowQuantity) <= QuantitySpan
        && Tick.DividesPositive(price)
        && Lot.DividesPositive(quantity)
        && Math.BigMul((ulong)price, (ulong)quantity, out _) < NotionalHigh;
}
