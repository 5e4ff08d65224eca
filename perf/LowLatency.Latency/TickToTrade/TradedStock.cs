using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Primitives.Identity;

namespace LowLatency.Latency.TickToTrade;

/// <summary>What the loop knows of a stock between two messages: its number in the engine (none if 0) and the top of its book.</summary>
internal struct TradedStock
{
    public InstrumentId Instrument;
    public ItchTop Top;
}
