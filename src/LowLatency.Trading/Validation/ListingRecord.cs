using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Validation;

/// <summary>A listing's rules as the stages read them. Prices and quantities are raw 1e-8.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal struct ListingRecord
{
    public ExactDivisor Tick;
    public ExactDivisor Lot;
    public long MinPrice;
    public long MaxPrice;
    public long MinQuantity;
    public long MaxQuantity;
    public long TickSize;
    public long LotSize;
    public int MakerFeeRate;
    public int TakerFeeRate;
    public VenueId Venue;
    public VenueAbilities Abilities;

    /// <summary>The rate of a fill, 1e-8 of its value.</summary>
    public readonly int FeeRate(Liquidity liquidity) => liquidity == Liquidity.Added ? MakerFeeRate : TakerFeeRate;
}
