using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;
using LowLatency.Replay.Venue.L2;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Tests.Replay.Venue;

public sealed class RiskAverseQueueVenueContractTests : SimulatedVenueContract
{
    protected override ISimulatedVenue Create(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        InstrumentTable instruments = new();
        instruments.Add(instrument.Symbol, instrument.Currency, instrument.TickSize, instrument.LotSize);
        EngineDefinition definition = new(instruments);
        definition.AddVenue("A");
        definition.AddVenue("B");
        VenueId venue = definition.AddVenue("C");
        definition.AddListing(new() { Instrument = instrument.Id, Venue = venue, TickSize = instrument.TickSize, LotSize = instrument.LotSize });
        return new RiskAverseQueueVenue(venue, definition);
    }

    internal override void Show(VenueScript script, Side side, long price) =>
        script.Event(new() { Kind = MarketEventKind.LevelSet, Side = side, Price = new(price * VenueScript.Tick), Quantity = Quantity.FromWhole(100) });
}
