using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Latency;
using LowLatency.Replay.Results;
using LowLatency.Replay.Venue;
using LowLatency.Testing;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Strategies;
using LowLatency.Trading.Venues;
using Xunit;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>The quoting strategy through the engine on real AAPL orders, with the venue at the end of the line.</summary>
public sealed class PriceTimeVenueReplayTests
{
    private const string File = "data/itch50/AAPL_20191230_0935_50k.itch50.gz";

    [SharedFact(File)]
    public void Quotes_fill_and_the_engine_finds_every_report_legal()
    {
        ReplaySummary summary = Run();
        Assert.Equal(0, summary.Alarms.Total);
        Assert.Empty(summary.BookFaults);
        Assert.True(summary.Fills > 10 && summary.Replaced > 100, $"fills={summary.Fills} replaced={summary.Replaced}");
        Assert.InRange(summary.Positions.Single().Position.Raw, -Quantity.FromWhole(500).Raw, Quantity.FromWhole(500).Raw);
        Assert.Equal(summary.OutputHash, Run().OutputHash);
    }

    private static ReplaySummary Run()
    {
        using ItchEventSource source = new(SharedData.PathOf(File), new() { Symbol = "AAPL" }, new(16));
        using ReplayRecording recording = ReplayRecording.Load(source);
        EngineDefinition definition = new(recording.Instruments) { Limits = new EngineLimits { MaxOrders = 1024, StrategyInbox = 256, StrategyReports = 1024, VenueRequests = 256 } };
        VenueId venue = definition.AddVenue("nasdaq");
        AccountId account = definition.AddAccount("house");
        QuotingStrategy strategy = new(
            new()
            {
                Instrument = new(1),
                Reference = QuoteReference.Best,
                DistanceTicks = 0,
                Size = Quantity.FromWhole(100),
                MaxPosition = Quantity.FromWhole(500),
            },
            recording.Instruments);
        definition.AddStrategy(strategy.Name, account);
        definition.AddListing(new ListingDefinition { Instrument = new(1), Venue = venue, TickSize = new(Price.One / 100), LotSize = Quantity.FromWhole(1) });
        definition.SetLimits(account, new InstrumentId(1), new RiskLimits
        {
            MaxOrderQuantity = Quantity.FromWhole(1_000),
            MaxOrderNotional = Notional.Parse("1000000"),
            MaxPosition = Quantity.FromWhole(1_000),
            PriceCollarBps = 500,
        });
        using SimulatedVenueRings rings = new(definition);
        using TradingEngine<RingVenueGateway, NoJournal, NoProbe> engine = new(definition, rings.Gateway);
        using PriceTimeVenue simulated = PriceTimeVenue.For(venue, definition);
        using ReplayDriver driver = new(new ReplayPlan
        {
            Engine = engine,
            Rings = rings,
            Strategies = [strategy],
            Venues = [simulated],
            Recording = recording,
            OrderLatency = new ConstantOrderLatency(50_000, 50_000),
        });
        ReplaySummary summary = driver.Run();
        Assert.True(simulated.CheckInvariants(out string broken), broken);
        return summary;
    }
}
