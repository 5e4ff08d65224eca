using LowLatency.Hosting.Configuration;
using LowLatency.Hosting.Configuration.Settings;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Venue;
using LowLatency.Replay.Venue.L2;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Hosting.Runs;

/// <summary>Makes simulated venues from settings and what the recording holds.</summary>
internal static class SimulatedVenues
{
    /// <summary>One venue per venue of the settings, in their order.</summary>
    /// <exception cref="ConfigurationException">A venue's model does not fit the depth of what it lists; lists every fault.</exception>
    public static IReadOnlyList<ISimulatedVenue> Create(RunSettings settings, EngineDefinition definition, ReplayRecording recording)
    {
        List<string> faults = [];
        VenueModel[] models = [.. settings.Venues.Select((venue, i) => ModelOf($"venues[{i}]", venue, definition.Instruments, recording, faults))];
        return faults.Count == 0
            ? [.. models.Select((model, i) => Create(model, new VenueId((ushort)(i + 1)), definition))]
            : throw new ConfigurationException("configuration", faults);
    }

    private static ISimulatedVenue Create(VenueModel model, VenueId venue, EngineDefinition definition) =>
        model == VenueModel.RiskAverseQueue ? new RiskAverseQueueVenue(venue, definition) : PriceTimeVenue.For(venue, definition);

    private static VenueModel ModelOf(string path, VenueSettings venue, InstrumentTable instruments, ReplayRecording recording, List<string> faults)
    {
        VenueModel? model = venue.Model == VenueModel.Auto ? null : venue.Model;
        foreach (ListingSettings listing in venue.Listings)
        {
            DepthKind depth = instruments.TryFind(listing.Symbol, out Instrument? instrument) ? recording.DepthOf(instrument.Id) : DepthKind.None;
            VenueModel? needed = depth switch
            {
                DepthKind.Orders => VenueModel.PriceTime,
                DepthKind.Levels => VenueModel.RiskAverseQueue,
                _ => null,
            };
            model ??= needed;
            if (needed is not null && needed != model)
            {
                faults.Add($"{path}.model={venue.Model} does not fit symbol={listing.Symbol}, of which the recording has {depth}: it needs {needed}");
            }
        }

        return model ?? VenueModel.PriceTime;
    }
}
