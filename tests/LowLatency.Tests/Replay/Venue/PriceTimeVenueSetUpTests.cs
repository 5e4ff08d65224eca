using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Venues;
using Xunit;

namespace LowLatency.Tests.Replay.Venue;

public sealed class PriceTimeVenueSetUpTests
{
    [Fact]
    public void Capacities_out_of_range_are_all_named()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new PriceTimeVenue([VenueScript.Instrument()], new(0, -1)));
        Assert.Equal("MaxRecordedOrders=0 must be 1 to 4194304; MaxOwnOrders=-1 must be 1 to 1048576", fault.Message);
        Assert.Contains("WindowSize=1000", Assert.Throws<ArgumentException>(() => new PriceTimeVenue([VenueScript.Instrument()], new(1, 1, 1000))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instrument_is_listed_once() =>
        Assert.Contains("names an instrument twice", Assert.Throws<ArgumentException>(() => new PriceTimeVenue([VenueScript.Instrument(), VenueScript.Instrument()], new())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_venue_of_an_engine_trades_what_it_lists_there()
    {
        EngineDefinition definition = Definition(out VenueId here);
        using VenueScript script = new(PriceTimeVenue.For(here, definition));
        Assert.Equal(["1 New"], script.Buy(1, 1, 1000).Take());
        Assert.Equal(["2 Rejected UnknownInstrument"], script.Request(new() { Kind = VenueRequestKind.New, Instrument = new(2) }, 2).Take());
    }

    [Fact]
    public void A_venue_without_listings_or_with_a_finer_grid_than_the_data_is_refused()
    {
        EngineDefinition definition = Definition(out VenueId here);
        VenueId nowhere = definition.AddVenue("NOWHERE");
        Assert.StartsWith("venue=2 lists nothing", Assert.Throws<ArgumentException>(() => PriceTimeVenue.For(nowhere, definition)).Message, StringComparison.Ordinal);
        definition.AddListing(new() { Instrument = new(2), Venue = here, TickSize = new(Price.One / 1000), LotSize = new(Quantity.One) });
        Assert.StartsWith("tickSize=0.001 lotSize=1 of OTHER must be multiples", Assert.Throws<ArgumentException>(() => PriceTimeVenue.For(here, definition)).Message, StringComparison.Ordinal);
    }

    private static EngineDefinition Definition(out VenueId here)
    {
        InstrumentTable instruments = new();
        instruments.Add("TEST", "USD", new(VenueScript.Tick), new(VenueScript.Lot));
        instruments.Add("OTHER", "USD", new(VenueScript.Tick), new(VenueScript.Lot));
        EngineDefinition definition = new(instruments);
        here = definition.AddVenue("HERE");
        definition.AddListing(new() { Instrument = new(1), Venue = here, TickSize = new(VenueScript.Tick * 5), LotSize = new(VenueScript.Lot) });
        return definition;
    }
}
