namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>What an option of OUCH 5.0 says. Numbers are big-endian; prices have 4 implied decimals.</summary>
public enum OuchOptionTag : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>u64.</summary>
    SecondaryOrderReferenceNumber = 1,

    /// <summary>4 letters.</summary>
    Firm = 2,

    /// <summary>u32: the least that may execute at once.</summary>
    MinimumQuantity = 3,

    /// <summary>R retail, N not.</summary>
    CustomerType = 4,

    /// <summary>u32: displayed part of a reserve order.</summary>
    MaxFloor = 5,

    /// <summary>L limit, P market peg, M midpoint peg, R primary peg, Q market-maker peg, m midpoint.</summary>
    PriceType = 6,

    /// <summary>s32 price.</summary>
    PegOffset = 7,

    /// <summary>u64 price.</summary>
    DiscretionPrice = 9,

    /// <summary>L, P, M or R.</summary>
    DiscretionPriceType = 10,

    /// <summary>s32 price.</summary>
    DiscretionPegOffset = 11,

    /// <summary>P post-only, N not.</summary>
    PostOnly = 12,

    /// <summary>u32.</summary>
    RandomReserves = 13,

    /// <summary>4 letters; from the venue only.</summary>
    Route = 14,

    /// <summary>u32: seconds of the day, below 86,400.</summary>
    ExpireTime = 15,

    /// <summary>Y or N.</summary>
    TradeNow = 16,

    /// <summary>I, O, T, Q, B or D.</summary>
    HandleInst = 17,

    /// <summary>From the venue only.</summary>
    BboWeightIndicator = 18,

    /// <summary>u64 price; of older revisions.</summary>
    ReferencePrice = 19,

    /// <summary>A letter; of older revisions.</summary>
    ReferencePriceType = 20,

    /// <summary>u32; in Order Restated.</summary>
    DisplayQuantity = 22,

    /// <summary>u64 price; in Order Restated.</summary>
    DisplayPrice = 23,

    /// <summary>u16.</summary>
    GroupId = 24,

    /// <summary>Y or N.</summary>
    SharesLocated = 25,

    /// <summary>4 letters.</summary>
    LocateBroker = 26,

    /// <summary>A side.</summary>
    Side = 27,

    /// <summary>u8: the channel of the user reference number.</summary>
    UserRefIdx = 28,

    /// <summary>The self-match strategy.</summary>
    AiqStrategy = 29,

    /// <summary>2 letters.</summary>
    AiqGroupId = 30,
}
