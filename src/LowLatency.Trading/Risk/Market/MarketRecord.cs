namespace LowLatency.Trading.Risk.Market;

/// <summary>What is known of an instrument besides its best prices. Prices and quantities are raw 1e-8; 0 where nothing is known.</summary>
internal struct MarketRecord
{
    public long LastTrade;
    public long PreviousClose;
    public long AverageDailyVolume;

    /// <summary>The lowest price that may be sold at; <see cref="long.MinValue"/> where there is no band.</summary>
    public long BandLow;

    /// <summary>The highest price that may be bought at; <see cref="long.MaxValue"/> where there is no band.</summary>
    public long BandHigh;

    /// <summary>Whether short sales have to be priced above the best bid.</summary>
    public bool IsShortSaleTested;

    /// <summary>When the last top of book came, by the engine's time; 0 before the first.</summary>
    public long TopTimeNs;

    /// <summary>The instrument's tick.</summary>
    public long TickSize;
}
