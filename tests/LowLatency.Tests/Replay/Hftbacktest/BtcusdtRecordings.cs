using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Binance;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Latency;
using LowLatency.Replay.Results;
using LowLatency.Replay.Venue.L2;
using LowLatency.Testing;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Strategies;
using LowLatency.Trading.Venues;

namespace LowLatency.Tests.Replay.Hftbacktest;

/// <summary>Both days of BTCUSDT, imported once: the 18th warms up the 19th. Null where the shared data is absent.</summary>
public sealed class BtcusdtRecordings : IDisposable
{
    public const string WarmUpFile = "data/binance/btcusdt_20240718.gz";
    public const string File = "data/binance/btcusdt_20240719.gz";
    public const string Vectors = "vectors/hftbacktest_btcusdt_20240719.json";

    private readonly ReplayRecording? _warmUp = Load(WarmUpFile);
    private readonly ReplayRecording? _recording = Load(File);

    public ReplayRecording Recording => _recording!;

    public ReplayRecording WarmUp => _warmUp!;

    /// <summary>Runs a strategy with the published configuration.</summary>
    public ReplaySummary Run(IStrategy strategy, Func<ReplayPlan, ReplayPlan>? change = null)
    {
        EngineDefinition definition = new(Recording.Instruments) { Limits = new EngineLimits { MaxOrders = 1024, StrategyInbox = 256, StrategyReports = 1024, VenueRequests = 256 } };
        VenueId venue = definition.AddVenue("binance");
        AccountId account = definition.AddAccount("house");
        definition.AddStrategy(strategy.Name, account);
        InstrumentId instrument = new(1);
        definition.AddListing(new ListingDefinition
        {
            Instrument = instrument,
            Venue = venue,
            TickSize = Price.Parse("0.1"),
            LotSize = Quantity.Parse("0.001"),
            MakerFeeRate = 20_000,
            TakerFeeRate = 70_000,
        });
        definition.SetLimits(account, instrument, new RiskLimits
        {
            MaxOrderQuantity = Quantity.FromWhole(1_000),
            MaxOrderNotional = Notional.Parse("1000000000"),
            MaxPosition = Quantity.FromWhole(1_000_000),
            PriceCollarBps = 5_000,
        });
        using SimulatedVenueRings rings = new(definition);
        using TradingEngine<RingVenueGateway, NoJournal, NoProbe> engine = new(definition, rings.Gateway);
        using RiskAverseQueueVenue simulated = new(venue, definition);
        ReplayPlan plan = new()
        {
            Engine = engine,
            Rings = rings,
            Strategies = [strategy],
            Venues = [simulated],
            Recording = Recording,
            WarmUp = WarmUp,
            OrderLatency = new ConstantOrderLatency(10_000_000, 10_000_000),
        };
        using ReplayDriver driver = new(change is null ? plan : change(plan));
        return driver.Run();
    }

    public void Dispose()
    {
        _recording?.Dispose();
        _warmUp?.Dispose();
    }

    private static ReplayRecording? Load(string file)
    {
        if (SharedData.Find(file, out _) is not { } path)
        {
            return null;
        }

        BinanceFormat format = new(new BinanceOptions { TickSize = Price.Parse("0.1"), LotSize = Quantity.Parse("0.001") });
        using IMarketEventSource source = format.OpenEvents(path, new FeedImportOptions(), new FeedAnomalies());
        return ReplayRecording.Load(source);
    }
}
