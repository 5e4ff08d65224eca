using LowLatency.Markets.Instruments;

namespace LowLatency.Markets.Data;

/// <summary>A recording or a foreign file read as market-data events, in the order of the source. One thread at a time.</summary>
public interface IMarketEventSource : IDisposable
{
    /// <summary>The instruments the events name; complete before the first <see cref="Read"/>.</summary>
    InstrumentTable Instruments { get; }

    /// <summary>Fills <paramref name="destination"/> from its beginning.</summary>
    /// <returns>How many events were written; 0 only at the end of the source or for an empty destination.</returns>
    int Read(Span<MarketEvent> destination);
}
