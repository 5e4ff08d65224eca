using LowLatency.Primitives.Numerics;

namespace LowLatency.Hosting.Configuration.Settings;

/// <summary>An instrument at a venue.</summary>
/// <param name="Symbol">The instrument's symbol.</param>
/// <param name="TickSize">Prices must be multiples of this.</param>
/// <param name="LotSize">Quantities must be multiples of this.</param>
/// <param name="MinPrice">Lowest price of an order.</param>
/// <param name="MaxPrice">Highest price of an order.</param>
/// <param name="MinQuantity">Smallest quantity of an order.</param>
/// <param name="MaxQuantity">Largest quantity of an order.</param>
/// <param name="MakerFeeRate">Fee of a fill that added liquidity, 1e-8 of its value.</param>
/// <param name="TakerFeeRate">Fee of a fill that removed liquidity, 1e-8 of its value.</param>
public sealed record ListingSettings(
    string Symbol,
    Price TickSize,
    Quantity LotSize,
    Price MinPrice,
    Price MaxPrice,
    Quantity MinQuantity,
    Quantity MaxQuantity,
    long MakerFeeRate,
    long TakerFeeRate);
