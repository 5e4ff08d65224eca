namespace LowLatency.Trading.Risk.Market;

/// <summary>What a reference datum says of an instrument. The numbers are part of the journal format.</summary>
public enum ReferenceField : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Price of the last trade; 0 takes it away.</summary>
    LastTrade = 1,

    /// <summary>Close of the day before; 0 takes it away.</summary>
    PreviousClose = 2,

    /// <summary>Average daily volume; 0 takes it away.</summary>
    AverageDailyVolume = 3,

    /// <summary>The lowest price that may be sold at and the highest that may be bought at (limit up, limit down); 0 takes one away.</summary>
    PriceBand = 4,

    /// <summary>A <see cref="Markets.Data.TradingStatus"/>, of an instrument or, where none is given, of a venue.</summary>
    TradingStatus = 5,

    /// <summary>Whether the short-sale price test is in force: 1 yes, 0 no.</summary>
    ShortSaleTest = 6,
}
