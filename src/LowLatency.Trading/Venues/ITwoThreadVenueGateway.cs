namespace LowLatency.Trading.Venues;

/// <summary>A gateway whose reports may be polled on one thread while requests are sent on another: what an engine with two groups of stages needs.</summary>
#pragma warning disable CA1040 // A promise has no members.
public interface ITwoThreadVenueGateway : IVenueGateway;
#pragma warning restore CA1040
