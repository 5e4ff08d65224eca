using LowLatency.Hosting.Configuration;
using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Threading;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Latency;
using LowLatency.Replay.Results;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Strategies;
using LowLatency.Trading.Venues;

namespace LowLatency.Hosting.Runs;

/// <summary>A replay put together from settings: engine, simulated venues, strategies and driver. Runs once, on the caller's thread.</summary>
public sealed class ReplayRun : IDisposable
{
    private const string Origin = "configuration";

    private readonly SimulatedVenueRings _rings;
    private readonly JournalFile? _journal;
    private readonly TradingEngine? _engine;
    private readonly List<ISimulatedVenue> _venues = [];
    private readonly ReplayDriver _driver;

    /// <summary>Takes all memory.</summary>
    /// <param name="settings">What runs.</param>
    /// <param name="recording">What is replayed; stays the caller's.</param>
    /// <param name="warmUp">What builds the books before; stays the caller's.</param>
    /// <exception cref="ConfigurationException">The settings do not fit the recording or this host's cores; lists every fault.</exception>
    /// <exception cref="IOException">The journal is there already, or cannot be made.</exception>
    public ReplayRun(RunSettings settings, ReplayRecording recording, ReplayRecording? warmUp = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(recording);
        settings = SettleCores(settings);
        EngineDefinition definition = Definition = EngineDefinitions.From(settings, recording.Instruments);
        IReadOnlyList<IStrategy> strategies = CreateStrategies(settings, definition);
        _rings = new SimulatedVenueRings(definition);
        try
        {
            _journal = settings.JournalPath is null ? null : JournalFile.Create(settings.JournalPath, definition);
            _engine = CreateEngine(definition);
            _venues.AddRange(SimulatedVenues.Create(settings, definition, recording));
            ReplayPlan plan = Plan(settings, _engine, strategies, recording, warmUp);
            IReadOnlyList<string> faults = plan.Check();
            _driver = faults.Count == 0 ? new ReplayDriver(plan) : throw new ConfigurationException(Origin, faults);
        }
        catch (ArgumentException wrong)
        {
            DisposeParts();
            throw new ConfigurationException(Origin, [wrong.Message]);
        }
        catch
        {
            DisposeParts();
            throw;
        }
    }

    /// <summary>What the engine was built from.</summary>
    public EngineDefinition Definition { get; }

    /// <summary>How long the engine's stages took, by the wall clock; complete after <see cref="Run"/>.</summary>
    public StageLatencies Latencies { get; } = new();

    /// <summary>Where the engine runs: "inline", or its own thread with the core, or why it could not be pinned.</summary>
    public string EnginePlacement => _driver.EnginePlacement;

    /// <summary>Replays everything.</summary>
    /// <exception cref="ReplayStoppedException">A strategy or venue failed; carries what had happened until then.</exception>
    public ReplaySummary Run() => _driver.Run();

    /// <inheritdoc/>
    public void Dispose()
    {
        _driver.Dispose();
        DisposeParts();
    }

    private static RunSettings SettleCores(RunSettings settings)
    {
        RunSettings settled = EngineCores.Settle(settings, CpuTopology.Read(), out IReadOnlyList<string> faults);
        return faults.Count == 0 ? settled : throw new ConfigurationException(Origin, faults);
    }

    private static List<IStrategy> CreateStrategies(RunSettings settings, EngineDefinition definition)
    {
        List<IStrategy> strategies = [];
        List<string> faults = [];
        foreach (StrategySettings one in settings.Strategies)
        {
            InstrumentId instrument = definition.Instruments.TryFind(one.Symbol, out Markets.Instruments.Instrument? found) ? found.Id : InstrumentId.None;
            try
            {
                strategies.Add(one.Create(instrument, definition.Instruments));
            }
            catch (ArgumentException wrong)
            {
                faults.Add($"{one.Path}: {wrong.Message}");
            }
        }

        return faults.Count == 0 ? strategies : throw new ConfigurationException(Origin, faults);
    }

    private ReplayPlan Plan(RunSettings settings, TradingEngine engine, IReadOnlyList<IStrategy> strategies, ReplayRecording recording, ReplayRecording? warmUp) => new()
    {
        Engine = engine,
        Rings = _rings,
        Strategies = strategies,
        Venues = _venues,
        Recording = recording,
        WarmUp = warmUp,
        Calendars = settings.Venues.Index().Where(one => one.Item.Calendar is not null).ToDictionary(one => new VenueId((ushort)(one.Index + 1)), one => one.Item.Calendar!),
        FeedLatencyNs = settings.Latency.FeedNs,
        OrderLatency = new ConstantOrderLatency(settings.Latency.OrderEntryNs, settings.Latency.ResponseNs),
        StartEngine = EngineThreads.Of(settings),
    };

    private TradingEngine CreateEngine(EngineDefinition definition)
    {
        LatencyProbe probe = new(Latencies);
        return _journal is null
            ? new TradingEngine<RingVenueGateway, NoJournal, LatencyProbe>(definition, _rings.Gateway, default, probe)
            : new TradingEngine<RingVenueGateway, JournalWriter, LatencyProbe>(definition, _rings.Gateway, _journal.Writer, probe);
    }

    private void DisposeParts()
    {
        _engine?.Dispose();
        _journal?.Dispose();
        _venues.ForEach(venue => venue.Dispose());
        _rings.Dispose();
    }
}
