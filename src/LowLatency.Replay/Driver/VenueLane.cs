using LowLatency.Primitives.Messaging;
using LowLatency.Replay.Latency;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Venues;

namespace LowLatency.Replay.Driver;

/// <summary>A simulated venue with the connections to and from it.</summary>
internal sealed class VenueLane(ISimulatedVenue venue, SpscRing<VenueRequest> sent, VenueReportPort port, IOrderLatencyModel latency)
{
    private readonly DelayLine<VenueRequest> _requests = new();
    private readonly DelayLine<VenueReport> _responses = new();

    /// <summary>The venue.</summary>
    public ISimulatedVenue Venue => venue;

    /// <summary>When the next request reaches the venue.</summary>
    public long NextRequestNs => _requests.NextDueNs;

    /// <summary>When the next report reaches the engine.</summary>
    public long NextResponseNs => _responses.NextDueNs;

    /// <summary>Whether the engine has sent something that is not on its way yet.</summary>
    public bool HasRequests => sent.Available > 0;

    /// <summary>Requests that have not reached the venue.</summary>
    public long RequestsInFlight => _requests.Count;

    /// <summary>Reports that have not reached the engine.</summary>
    public long ReportsInFlight => _responses.Count;

    /// <summary>Puts what the engine has sent on its way.</summary>
    /// <returns>False when it has sent nothing.</returns>
    public bool Collect()
    {
        int count = sent.Available;
        for (int i = 0; i < count; i++)
        {
            ref readonly VenueRequest request = ref sent.Peek(i);
            _requests.Send(in request, request.TimeNs + latency.EntryNs(request.TimeNs));
        }

        if (count > 0)
        {
            sent.Release(count);
        }

        return count > 0;
    }

    /// <summary>The next request reaches the venue.</summary>
    /// <returns>True when the venue had something to say.</returns>
    public bool Deliver(long timeNs)
    {
        ref readonly VenueRequest request = ref _requests.Take();
        venue.OnRequest(in request, timeNs);
        return CollectReports(timeNs);
    }

    /// <summary>Puts what the venue has to say on its way.</summary>
    /// <returns>False when that is nothing.</returns>
    public bool CollectReports(long timeNs)
    {
        if (!venue.TryTake(out VenueReport report))
        {
            return false;
        }

        long dueNs = timeNs + latency.ResponseNs(timeNs);
        do
        {
            _responses.Send(in report, dueNs);
        }
        while (venue.TryTake(out report));
        return true;
    }

    /// <summary>The next report reaches the engine's inbox.</summary>
    public SendResult Answer(long timeNs) => port.Publish(in _responses.Take(), timeNs);
}
