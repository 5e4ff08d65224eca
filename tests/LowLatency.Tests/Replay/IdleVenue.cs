using LowLatency.Markets.Data;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Venues;

namespace LowLatency.Tests.Replay;

/// <summary>A venue that never answers.</summary>
internal sealed class IdleVenue : ISimulatedVenue
{
    public void OnMarketEvent(in MarketEvent e)
    {
    }

    public void OnRequest(in VenueRequest request, long timeNs)
    {
    }

    public bool TryTake(out VenueReport report)
    {
        report = default;
        return false;
    }

    public void Dispose()
    {
    }
}
