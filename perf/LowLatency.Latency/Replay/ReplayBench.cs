using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
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

namespace LowLatency.Latency.Replay;

/// <summary>One replay, ready to run: the quoting strategy on the first instrument, or on all, against the venue that suits the recording.</summary>
internal sealed class ReplayBench : IDisposable
{
    private readonly SimulatedVenueRings _rings;
    private readonly TradingEngine _engine;
    private readonly ISimulatedVenue _venue;
    private readonly ReplayDriver _driver;

    /// <summary>Takes all memory.</summary>
    /// <param name="recording">What is replayed.</param>
    /// <param name="byOrder">Whether its depth is by order (L3) or by level (L2).</param>
    /// <param name="quoted">How many of the instruments are quoted, from the first.</param>
    /// <param name="engineWait">For an engine on a thread of its own; null for one on the caller's.</param>
    public ReplayBench(ReplayRecording recording, bool byOrder, int quoted, IWaitStrategy? engineWait = null)
    {
        InstrumentTable instruments = recording.Instruments;
        EngineDefinition definition = new(instruments) { Limits = new EngineLimits { MaxOrders = 1024, StrategyInbox = 64, StrategyReports = 256, VenueRequests = 64 } };
        VenueId venue = definition.AddVenue("venue");
        AccountId account = definition.AddAccount("house");
        foreach (Instrument instrument in instruments.All)
        {
            definition.AddListing(new ListingDefinition
            {
                Instrument = instrument.Id,
                Venue = venue,
                TickSize = instrument.TickSize,
                LotSize = instrument.LotSize,
                MakerFeeRate = -20_000,
                TakerFeeRate = 30_000,
            });
            definition.SetLimits(account, instrument.Id, new RiskLimits
            {
                MaxOrderQuantity = Quantity.FromWhole(10_000),
                MaxOrderNotional = Notional.Parse("100000000"),
                MaxPosition = Quantity.FromWhole(10_000),
                PriceCollarBps = 1_000,
            });
        }

        IStrategy[] strategies = [.. instruments.All.Take(quoted).Select(instrument => new QuotingStrategy(
            new QuotingParameters { Name = $"quoting {instrument.Symbol}", Instrument = instrument.Id, Size = Quantity.FromWhole(100), MaxPosition = Quantity.FromWhole(1_000) },
            instruments))];
        Array.ForEach(strategies, strategy => definition.AddStrategy(strategy.Name, account));
        _rings = new(definition);
        _engine = new TradingEngine<RingVenueGateway, NoJournal, NoProbe>(definition, _rings.Gateway);
        _venue = byOrder ? PriceTimeVenue.For(venue, definition) : new RiskAverseQueueVenue(venue, definition);
        _driver = new(new ReplayPlan
        {
            Engine = _engine,
            Rings = _rings,
            Strategies = strategies,
            Venues = [_venue],
            Recording = recording,
            OrderLatency = new ConstantOrderLatency(50_000, 50_000),
            StartEngine = engineWait is null ? null : engine => EngineThread.Start(engine, engineWait, null),
        });
    }

    public ReplaySummary Run() => _driver.Run();

    public void Dispose()
    {
        _driver.Dispose();
        _venue.Dispose();
        _engine.Dispose();
        _rings.Dispose();
    }
}
