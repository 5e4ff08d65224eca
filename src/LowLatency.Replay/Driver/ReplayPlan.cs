using LowLatency.Markets.Instruments;
using LowLatency.Markets.Sessions;
using LowLatency.Primitives.Identity;
using LowLatency.Replay.Latency;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Strategies;

namespace LowLatency.Replay.Driver;

/// <summary>What a replay runs: an engine, its strategies and venues, recorded data, and the latencies between them. Everything in it stays the caller's to dispose.</summary>
public sealed record ReplayPlan
{
    /// <summary>The engine, built with <see cref="Rings"/>' gateway; nobody else may use it during the run.</summary>
    public required TradingEngine Engine { get; init; }

    /// <summary>The rings the engine's gateway writes to.</summary>
    public required SimulatedVenueRings Rings { get; init; }

    /// <summary>The strategies, by number.</summary>
    public required IReadOnlyList<IStrategy> Strategies { get; init; }

    /// <summary>The simulated venues, by number.</summary>
    public required IReadOnlyList<ISimulatedVenue> Venues { get; init; }

    /// <summary>What is replayed.</summary>
    public required ReplayRecording Recording { get; init; }

    /// <summary>What builds the books before the replay; null for none. Its instruments must be the same.</summary>
    public ReplayRecording? WarmUp { get; init; }

    /// <summary>The calendars of those venues that have one: their states reach the engine at their times, before whatever else happens then but data and responses.</summary>
    public IReadOnlyDictionary<VenueId, TradingCalendar> Calendars { get; init; } = new Dictionary<VenueId, TradingCalendar>();

    /// <summary>Latency of market data on top of the recorded one, ns, 0 to 2^60. Default 0.</summary>
    public long FeedLatencyNs { get; init; }

    /// <summary>Latencies of orders. Default: none.</summary>
    public IOrderLatencyModel OrderLatency { get; init; } = new ConstantOrderLatency(0, 0);

    /// <summary>Starts the engine on one thread of its own, or on two; null (the default) runs it on the caller's thread. The outputs are the same.</summary>
    public Func<TradingEngine, EngineThread>? StartEngine { get; init; }

    /// <summary>Timers all strategies together may have waiting, 1 to 16,777,216. Default 65,536.</summary>
    public int MaxTimers { get; init; } = 65_536;

    /// <summary>Times a strategy may answer reports with requests that are answered at the same instant, before it is taken for a runaway; 1 to 1,000,000. Default 1,000.</summary>
    public int MaxReportRounds { get; init; } = 1_000;

    /// <summary>Responses and timers at the same nanosecond before the strategies are taken for runaways, 1 to 1,000,000,000. Default 1,000,000.</summary>
    public int MaxStepsPerInstant { get; init; } = 1_000_000;

    /// <summary>Every fault, as <c>name=value</c> with its bound; empty when the plan can run.</summary>
    public IReadOnlyList<string> Check()
    {
        List<string> faults = [];
        EngineDefinition definition = Engine.Definition;
        EngineLimits limits = definition.Limits;
        CheckCount("strategies", Strategies.Count, definition.Strategies.Count, faults);
        CheckCount("venues", Venues.Count, definition.Venues.Count, faults);
        CheckCount("rings", Rings.Count, definition.Venues.Count, faults);
        CheckInstruments("recording", Recording.Instruments, definition.Instruments, faults);
        if (WarmUp is not null)
        {
            CheckInstruments("warmUp", WarmUp.Instruments, definition.Instruments, faults);
        }

        CheckRange("feedLatencyNs", FeedLatencyNs, 0, 1L << 60, faults);
        CheckRange("maxTimers", MaxTimers, 1, 1 << 24, faults);
        CheckRange("maxReportRounds", MaxReportRounds, 1, 1_000_000, faults);
        CheckRange("maxStepsPerInstant", MaxStepsPerInstant, 1, 1_000_000_000, faults);

        // A full ring would make the order of events depend on which thread was faster.
        CheckRange("limits.venueRequests", limits.VenueRequests, limits.StrategyInbox, int.MaxValue, faults);
        CheckRange("limits.strategyReports", limits.StrategyReports, limits.StrategyInbox, int.MaxValue, faults);
        return faults;
    }

    private static void CheckCount(string name, int count, int expected, List<string> faults)
    {
        if (count != expected)
        {
            faults.Add($"{name}={count} must be the engine's {expected}");
        }
    }

    private static void CheckRange(string name, long value, long least, long most, List<string> faults)
    {
        if (value < least || value > most)
        {
            faults.Add($"{name}={value} must be {least} to {most}");
        }
    }

    private static void CheckInstruments(string name, InstrumentTable instruments, InstrumentTable expected, List<string> faults)
    {
        if (!instruments.All.Select(i => (i.Symbol, i.TickSize, i.LotSize)).SequenceEqual(expected.All.Select(i => (i.Symbol, i.TickSize, i.LotSize))))
        {
            faults.Add($"{name}.instruments={Describe(instruments)} must be the engine's {Describe(expected)}");
        }
    }

    private static string Describe(InstrumentTable table) => string.Join(",", table.All.Take(10).Select(i => $"{i.Symbol}({i.TickSize},{i.LotSize})")) + (table.Count > 10 ? ",…" : "");
}
