using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Venues;

namespace LowLatency.Replay.Driver;

/// <summary>The rings between an engine and its simulated venues: the engine is built with <see cref="Gateway"/>, the driver drains the other end.</summary>
public sealed class SimulatedVenueRings : IDisposable
{
    private readonly SpscRing<VenueRequest>[] _rings;

    /// <summary>Takes one ring per venue of the definition.</summary>
    public SimulatedVenueRings(EngineDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _rings = [.. definition.Venues.Select(_ => new SpscRing<VenueRequest>(definition.Limits.VenueRequests))];
        Gateway = new RingVenueGateway(_rings);
    }

    /// <summary>The engine's gateway.</summary>
    public RingVenueGateway Gateway { get; }

    /// <summary>How many venues there are.</summary>
    public int Count => _rings.Length;

    internal SpscRing<VenueRequest> this[int venue] => _rings[venue];

    /// <summary>Frees the rings; after the engine.</summary>
    public void Dispose() => Array.ForEach(_rings, ring => ring.Dispose());
}
