using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Latency;
using LowLatency.Replay.Results;
using LowLatency.Replay.Venue;
using LowLatency.Replay.Venue.L2;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Strategies;
using LowLatency.Trading.Venues;

namespace LowLatency.Tests.Replay;

/// <summary>A replay of an instrument "ABC" (tick 0.01, lot 1) of a few events, or of any recording, with wide limits.</summary>
internal sealed record ReplaySetup
{
    public static readonly InstrumentId Abc = new(1);

    public long FeedLatencyNs { get; init; }

    public long EntryNs { get; init; }

    public long ResponseNs { get; init; }

    public long MaxPosition { get; init; } = 1_000_000;

    public long MakerFeeRate { get; init; } = 20_000;

    public long TakerFeeRate { get; init; } = 70_000;

    /// <summary>Limits of the firm beside the wide ones.</summary>
    public IReadOnlyList<(RiskLimitKind Kind, Int128 Value)> Limits { get; init; } = [];

    public Func<VenueId, EngineDefinition, ISimulatedVenue> Venue { get; init; } = (venue, definition) => new RiskAverseQueueVenue(venue, definition);

    public Func<ReplayPlan, ReplayPlan> Change { get; init; } = plan => plan;

    public static InstrumentTable Table()
    {
        InstrumentTable table = new();
        table.Add("ABC", "USD", Price.Parse("0.01"), Quantity.FromWhole(1));
        return table;
    }

    public static MarketEvent Level(long timeNs, Side side, string price, long quantity, long? localNs = null, MarketEventFlags flags = MarketEventFlags.Last) => new()
    {
        Kind = MarketEventKind.LevelSet,
        ExchangeTimeNs = timeNs,
        LocalTimeNs = localNs ?? timeNs,
        Side = side,
        Price = Price.Parse(price),
        Quantity = Quantity.FromWhole(quantity),
        Instrument = Abc,
        Flags = flags,
    };

    public static MarketEvent Trade(long timeNs, Side aggressor, string price, long quantity, long? localNs = null) =>
        Level(timeNs, aggressor, price, quantity, localNs) with { Kind = MarketEventKind.Trade };

    /// <summary>Nothing but time.</summary>
    public static MarketEvent End(long timeNs) => new() { Kind = MarketEventKind.Status, Status = TradingStatus.Open, ExchangeTimeNs = timeNs, LocalTimeNs = timeNs, Instrument = Abc };

    public ReplaySummary Run(IEnumerable<MarketEvent> events, params IStrategy[] strategies)
    {
        using ReplayRecording recording = ReplayRecording.From(Table(), events.ToArray());
        return Run(recording, strategies);
    }

    public ReplaySummary Run(ReplayRecording recording, params IStrategy[] strategies)
    {
        EngineDefinition definition = new(recording.Instruments) { Limits = new EngineLimits { MaxOrders = 1024, StrategyInbox = 64, StrategyReports = 256, VenueRequests = 64 } };
        VenueId venue = definition.AddVenue("venue");
        AccountId account = definition.AddAccount("house");
        foreach (IStrategy strategy in strategies)
        {
            definition.AddStrategy(strategy.Name, account);
        }

        foreach (Instrument instrument in recording.Instruments.All)
        {
            definition.AddListing(new ListingDefinition
            {
                Instrument = instrument.Id,
                Venue = venue,
                TickSize = instrument.TickSize,
                LotSize = instrument.LotSize,
                MakerFeeRate = MakerFeeRate,
                TakerFeeRate = TakerFeeRate,
            });
            definition.SetLimits(account, instrument.Id, new RiskLimits
            {
                MaxOrderQuantity = Quantity.FromWhole(10_000),
                MaxOrderNotional = Notional.Parse("1000000000"),
                MaxPosition = Quantity.FromWhole(MaxPosition),
                PriceCollarBps = 5_000,
            });
        }

        foreach ((RiskLimitKind kind, Int128 value) in Limits)
        {
            definition.SetLimit(RiskScope.Firm, kind, value);
        }

        using SimulatedVenueRings rings = new(definition);
        using TradingEngine<RingVenueGateway, NoJournal, NoProbe> engine = new(definition, rings.Gateway);
        using ISimulatedVenue simulated = Venue(venue, definition);
        using ReplayDriver driver = new(Change(new ReplayPlan
        {
            Engine = engine,
            Rings = rings,
            Strategies = strategies,
            Venues = [simulated],
            Recording = recording,
            FeedLatencyNs = FeedLatencyNs,
            OrderLatency = new ConstantOrderLatency(EntryNs, ResponseNs),
        }));
        return driver.Run();
    }
}
