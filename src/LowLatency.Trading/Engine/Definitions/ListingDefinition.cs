using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Engine.Definitions;

/// <summary>An instrument at a venue, with the venue's rules for it.</summary>
public sealed record ListingDefinition
{
    /// <summary>Fee rates are in units of 1e-8 of the traded value: 0.0002 is 20,000.</summary>
    public const int FeeRateDecimals = 8;

    /// <summary>The instrument.</summary>
    public required InstrumentId Instrument { get; init; }

    /// <summary>The venue.</summary>
    public required VenueId Venue { get; init; }

    /// <summary>Prices must be multiples of this; above zero.</summary>
    public required Price TickSize { get; init; }

    /// <summary>Quantities must be multiples of this; above zero.</summary>
    public required Quantity LotSize { get; init; }

    /// <summary>Lowest price of an order; above zero. Default: the tick.</summary>
    public Price? MinPrice { get; init; }

    /// <summary>Highest price of an order. Default 1,000,000,000.</summary>
    public Price MaxPrice { get; init; } = Price.FromWhole(1_000_000_000);

    /// <summary>Smallest quantity of an order; above zero. Default: the lot.</summary>
    public Quantity? MinQuantity { get; init; }

    /// <summary>Largest quantity of an order. Default 1,000,000,000.</summary>
    public Quantity MaxQuantity { get; init; } = Quantity.FromWhole(1_000_000_000);

    /// <summary>Fee of a fill that added liquidity, 1e-8 of its value; negative is a rebate. Within ±10 %.</summary>
    public long MakerFeeRate { get; init; }

    /// <summary>Fee of a fill that removed liquidity, 1e-8 of its value; negative is a rebate. Within ±10 %.</summary>
    public long TakerFeeRate { get; init; }
}
