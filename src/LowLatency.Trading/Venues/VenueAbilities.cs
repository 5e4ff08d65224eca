using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>What a venue does itself. Of the rest, the engine holds triggered orders and ends those whose date has come; everything else is refused.</summary>
/// <remarks>Bits 1 to 10 stand for the <see cref="OrderType"/>s of these numbers.</remarks>
[Flags]
public enum VenueAbilities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Market orders.</summary>
    Market = 1 << OrderType.Market,

    /// <summary>Limit orders; every venue has them.</summary>
    Limit = 1 << OrderType.Limit,

    /// <summary>Stop orders.</summary>
    Stop = 1 << OrderType.Stop,

    /// <summary>Stop limit orders.</summary>
    StopLimit = 1 << OrderType.StopLimit,

    /// <summary>Market-if-touched orders.</summary>
    MarketIfTouched = 1 << OrderType.MarketIfTouched,

    /// <summary>Limit-if-touched orders.</summary>
    LimitIfTouched = 1 << OrderType.LimitIfTouched,

    /// <summary>Trailing stops.</summary>
    TrailingStop = 1 << OrderType.TrailingStop,

    /// <summary>Trailing stop limits.</summary>
    TrailingStopLimit = 1 << OrderType.TrailingStopLimit,

    /// <summary>Market orders whose rest rests.</summary>
    MarketToLimit = 1 << OrderType.MarketToLimit,

    /// <summary>Pegged orders.</summary>
    Pegged = 1 << OrderType.Pegged,

    /// <summary>Immediate-or-cancel.</summary>
    Ioc = 1 << 11,

    /// <summary>Fill-or-kill.</summary>
    Fok = 1 << 12,

    /// <summary>Good till date.</summary>
    Gtd = 1 << 13,

    /// <summary>Orders for the opening auction.</summary>
    AtTheOpening = 1 << 14,

    /// <summary>Orders for the closing auction.</summary>
    AtTheClose = 1 << 15,

    /// <summary>Post-only.</summary>
    PostOnly = 1 << 16,

    /// <summary>All-or-none.</summary>
    AllOrNone = 1 << 17,

    /// <summary>Hidden orders.</summary>
    Hidden = 1 << 18,

    /// <summary>Orders of which a part is displayed.</summary>
    Iceberg = 1 << 19,

    /// <summary>Orders with a smallest quantity.</summary>
    MinQuantity = 1 << 20,

    /// <summary>Prevention of trades with oneself: then the engine leaves it to the venue.</summary>
    SelfTradePrevention = 1 << 21,

    /// <summary>What a venue has where nothing else is said.</summary>
    Standard = Market | Limit | Ioc | Fok | PostOnly,

    /// <summary>Everything there is a name for.</summary>
    All = (1 << 22) - 2,
}
