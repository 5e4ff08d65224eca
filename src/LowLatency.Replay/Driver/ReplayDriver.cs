using System.Diagnostics;
using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Markets.Sessions;
using LowLatency.Primitives.Identity;
using LowLatency.Replay.Results;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Strategies;

namespace LowLatency.Replay.Driver;

/// <summary>Replays recorded data through an engine: market data, strategies, engine and simulated venues on one clock, one thing at a time. Runs once.</summary>
/// <remarks>
/// <code>
/// recording ──exchange time──▶ venues ──response latency──▶ engine ──▶ strategies
///     └──local time + feed latency──▶ local books ──▶ engine, then strategies ──▶ engine ──order-entry latency──▶ venues
/// </code>
/// At equal times: local data, responses, exchange data, requests reaching a venue, sessions, timers; among equals of one kind, in the order they were sent or set, venues and
/// strategies by number. So a timer at T sees everything up to and including T.
/// One step is one of these. The engine sees new best prices and trading statuses first, and what it does of its own accord then (held orders that are triggered, or end) is settled; then the strategies are called, by number. After each callback that sent something the engine
/// works until it is quiet, its requests are put on their way, and the strategies are given their reports, by number, each those that were there; this repeats until nothing moves. The output
/// hash takes reports in the order of their sequence. Strategies see the book after the last event of what the feed sent as one change; executions are shown with price and aggressor before the book changes.
/// The clock starts at the first event's time. The run ends with the last event of the recording: what is on its way then is not delivered, but counted;
/// what strategies send when they are stopped reaches the engine, but no venue.
/// </remarks>
public sealed partial class ReplayDriver : IDisposable
{
    private const int StepsPerStretch = 1024;
    private const int TradeKinds = (1 << (int)MarketEventKind.Trade) | (1 << (int)MarketEventKind.OrderExecuted) | (1 << (int)MarketEventKind.OrderExecutedAtPrice);

    private readonly ReplayPlan _plan;
    private readonly TradingEngine _engine;
    private readonly MarketDataPort _marketData;
    private readonly TimerHeap _timers;
    private readonly LocalMarket _market;
    private readonly VenueLane[] _lanes;
    private readonly StrategySeat[] _seats;
    private readonly ReportHash _hash = new();
    private readonly ReportTally _tally = new();
    private readonly EngineRunner _runner;
    private readonly RiskFeed _riskFeed;
    private readonly SessionClock _sessions;
    private readonly long _startNs;
    private ReplayCursor _exchange;
    private ReplayCursor _local;
    private long _nextSessionNs = ReplayCursor.Never;
    private long _nextResponseNs = ReplayCursor.Never;
    private long _nextRequestNs = ReplayCursor.Never;
    private long _marketEvents;
    private long _instantNs;
    private int _stepsAtInstant;
    private StrategySeat? _called;
    private StrategyCallback _callback;
    private bool _ran;

    /// <summary>Takes all memory, and starts the engine's thread where the plan asks for one.</summary>
    /// <exception cref="ArgumentException">The plan has faults; the message lists every one.</exception>
    public ReplayDriver(ReplayPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        IReadOnlyList<string> faults = plan.Check();
        if (faults.Count > 0)
        {
            throw new ArgumentException($"the replay cannot run:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}", nameof(plan));
        }

        _plan = plan;
        _engine = plan.Engine;
        _marketData = _engine.MarketData;
        _timers = new TimerHeap(plan.MaxTimers);
        _market = new LocalMarket(_engine.Definition.Instruments, plan.Recording, plan.WarmUp, _timers);
        _lanes = [.. plan.Venues.Select((venue, i) => new VenueLane(venue, plan.Rings[i], _engine.VenueReports[i], plan.OrderLatency))];
        _seats = [.. plan.Strategies.Select((strategy, i) =>
            new StrategySeat(strategy, _engine.Strategies[i], new StrategyContext(_engine.Strategies[i], _market, _engine.Definition.Instruments)))];
        _exchange = ReplayCursor.Exchange(plan.Recording);
        _local = ReplayCursor.Local(plan.Recording, plan.FeedLatencyNs);
        long firstNs = Math.Min(_exchange.TimeNs, _local.TimeNs);
        _startNs = firstNs == ReplayCursor.Never ? 0 : firstNs;
        _sessions = new SessionClock(plan.Calendars.OrderBy(one => one.Key.Value), _startNs);
        _runner = new EngineRunner(_engine, plan.StartEngine);
        _riskFeed = new RiskFeed(_engine, _market, _runner);
    }

    /// <summary>Where the engine runs: "inline", or its own thread with the core, or why it could not be pinned.</summary>
    public string EnginePlacement => _runner.Placement;

    /// <summary>Replays everything.</summary>
    /// <exception cref="ReplayStoppedException">A strategy or venue failed or ran away; carries what had happened until then.</exception>
    /// <exception cref="InvalidOperationException">It has run already.</exception>
    public ReplaySummary Run()
    {
        if (_ran)
        {
            throw new InvalidOperationException("a replay runs once");
        }

        _ran = true;
        long started = Stopwatch.GetTimestamp();
        try
        {
            WarmUp();
            TellSessions(_startNs);
            Start();
            started = Stopwatch.GetTimestamp();
            Replay(Math.Max(_plan.Recording.LastExchangeTimeNs, _plan.Recording.LastLocalTimeNs + _plan.FeedLatencyNs));
            End();
        }
#pragma warning disable CA1031 // Whatever a strategy or venue model throws ends the run in the same way.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            throw new ReplayStoppedException(Describe(cause), Summarize(Stopwatch.GetElapsedTime(started)), cause);
        }

        return Summarize(Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Frees what the driver took; the plan's parts stay the caller's.</summary>
    public void Dispose()
    {
        _runner.Dispose();
        _market.Dispose();
        _hash.Dispose();
    }

    private void WarmUp()
    {
        if (_plan.WarmUp is { } recording)
        {
            for (ReplayCursor before = ReplayCursor.Exchange(recording); before.TimeNs != ReplayCursor.Never; before.Advance())
            {
                foreach (VenueLane lane in _lanes)
                {
                    lane.Venue.OnMarketEvent(in before.Current);
                }
            }

            for (ReplayCursor before = ReplayCursor.Local(recording, 0); before.TimeNs != ReplayCursor.Never; before.Advance())
            {
                _market[before.Current.Instrument].Apply(in before.Current);
                if (before.Current.Kind == MarketEventKind.Status)
                {
                    _market.NowNs = before.TimeNs;
                    _riskFeed.OnStatus(in before.Current);
                }
            }
        }

        _market.NowNs = _startNs;
        for (int i = 1; i <= _engine.Definition.Instruments.Count; i++)
        {
            InstrumentId instrument = new(i);
            if (_market[instrument].EndChange(out bool topChanged))
            {
                _riskFeed.OnBook(instrument);
                if (topChanged)
                {
                    PublishTop(instrument);
                }
            }
        }
    }

    private void Start()
    {
        foreach (StrategySeat seat in _seats)
        {
            Enter(seat, StrategyCallback.OnStart);
            seat.Strategy.OnStart(seat.Context);
            Leave(seat);
        }

        // What set-up has left is collected now, so that no collection it causes falls into the run.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _runner.MarkWarm();
    }

    /// <summary>In short stretches, so that the runtime can replace the loop's code by a better one while it runs.</summary>
    private void Replay(long endNs)
    {
        while (Replay(endNs, StepsPerStretch))
        {
        }
    }

    private bool Replay(long endNs, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            long local = _local.TimeNs;
            long exchange = _exchange.TimeNs;
            long response = _nextResponseNs;
            long request = _nextRequestNs;
            long timer = Math.Min(_timers.NextNs, _nextSessionNs);
            long data = Math.Min(local, exchange);
            long other = Math.Min(response, Math.Min(request, timer));
            if (Math.Min(data, other) > endNs)
            {
                return false;
            }

            if (local <= exchange && local <= other)
            {
                OnLocalEvent();
            }
            else if (response <= data && response <= other)
            {
                OnResponse(response);
            }
            else if (exchange <= other)
            {
                OnExchangeEvent();
            }
            else if (request <= timer)
            {
                OnRequest(request);
            }
            else
            {
                OnTimer(timer);
            }
        }

        return true;
    }

    private void OnLocalEvent()
    {
        ref readonly MarketEvent e = ref _local.Current;
        _market.NowNs = _local.TimeNs;
        _marketEvents++;
        LocalBook book = _market[e.Instrument];
        if ((TradeKinds >> (int)e.Kind & 1) != 0)
        {
            TellTrade(in e, book);
        }

        BookUpdate update = book.Apply(in e);
        if (update > BookUpdate.Applied)
        {
            _market.Count(update);
        }

        if (e.Kind == MarketEventKind.Status)
        {
            _riskFeed.OnStatus(in e);
            SettleOwn();
        }

        if ((e.Flags & MarketEventFlags.Last) != 0 && book.EndChange(out bool topChanged))
        {
            TellBook(in e, topChanged);
        }

        _local.Advance();
    }

    private void TellBook(in MarketEvent cause, bool topChanged)
    {
        _riskFeed.OnBook(cause.Instrument);
        if (topChanged)
        {
            PublishTop(cause.Instrument);
        }

        foreach (StrategySeat seat in _seats)
        {
            Enter(seat, StrategyCallback.OnBook);
            seat.Strategy.OnBook(in cause, seat.Context);
            Leave(seat);
        }
    }

    private void TellTrade(in MarketEvent e, LocalBook book)
    {
        if (e.Kind == MarketEventKind.Trade)
        {
            TellTrade(in e);
            return;
        }

        MarketEvent described = e;
        if (book.TryDescribeExecution(ref described))
        {
            TellTrade(in described);
        }
    }

    private void TellTrade(in MarketEvent trade)
    {
        if (_riskFeed.OnTrade(in trade))
        {
            SettleOwn();
        }

        foreach (StrategySeat seat in _seats)
        {
            Enter(seat, StrategyCallback.OnTrade);
            seat.Strategy.OnTrade(in trade, seat.Context);
            Leave(seat);
        }
    }

    private void OnExchangeEvent()
    {
        bool reported = false;
        foreach (VenueLane lane in _lanes)
        {
            lane.Venue.OnMarketEvent(in _exchange.Current);
            reported |= lane.CollectReports(_exchange.TimeNs);
        }

        if (reported)
        {
            Reschedule();
        }

        _exchange.Advance();
    }

    private void OnRequest(long timeNs)
    {
        VenueLane lane = _lanes[0];
        for (int i = 0; lane.NextRequestNs != timeNs; i++)
        {
            lane = _lanes[i];
        }

        lane.Deliver(timeNs);
        Reschedule();
    }

    private void OnResponse(long timeNs)
    {
        CountStep(timeNs);
        VenueLane lane = _lanes[0];
        for (int i = 0; lane.NextResponseNs != timeNs; i++)
        {
            lane = _lanes[i];
        }

        _market.NowNs = timeNs;
        Require(lane.Answer(timeNs));
        Reschedule();
        Settle();
    }

    private void OnTimer(long timeNs)
    {
        CountStep(timeNs);
        _market.NowNs = timeNs;
        if (timeNs == _nextSessionNs)
        {
            TellSessions(timeNs);
            SettleOwn();
            return;
        }

        (StrategyId strategy, long id) = _timers.Take();
        StrategySeat seat = _seats[strategy.Value - 1];
        Enter(seat, StrategyCallback.OnTimer);
        seat.Strategy.OnTimer(id, seat.Context);
        Leave(seat);
    }

    /// <summary>Tells the engine of every state of a session that has begun.</summary>
    private void TellSessions(long timeNs)
    {
        while (_sessions.TryTake(timeNs, out VenueId venue, out TradingStatus status, out _))
        {
            _riskFeed.OnSession(venue, status);
        }

        _nextSessionNs = _sessions.NextNs;
    }

    private void End()
    {
        foreach (StrategySeat seat in _seats)
        {
            Enter(seat, StrategyCallback.OnStop);
            seat.Strategy.OnStop(seat.Context);
            Leave(seat);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(StrategySeat seat, StrategyCallback callback)
    {
        _called = seat;
        _callback = callback;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Leave(StrategySeat seat)
    {
        _callback = StrategyCallback.None;
        if (seat.HasSent())
        {
            Settle();
        }
    }

    private void PublishTop(InstrumentId instrument)
    {
        Require(_marketData.PublishTop(instrument, in _market[instrument].Top, _market.NowNs));
        _runner.Run();
        SettleOwn();
    }

    private void Reschedule()
    {
        long request = ReplayCursor.Never;
        long response = ReplayCursor.Never;
        foreach (VenueLane lane in _lanes)
        {
            request = Math.Min(request, lane.NextRequestNs);
            response = Math.Min(response, lane.NextResponseNs);
        }

        _nextRequestNs = request;
        _nextResponseNs = response;
    }

    /// <summary>Time goes on by itself only with data; without latencies, answers could chase each other forever.</summary>
    private void CountStep(long timeNs)
    {
        _stepsAtInstant = timeNs == _instantNs ? _stepsAtInstant + 1 : 0;
        _instantNs = timeNs;
        if (_stepsAtInstant > _plan.MaxStepsPerInstant)
        {
            throw new ReplayFaultException($"strategy={_called?.Strategy.Name} keeps time standing still: maxStepsPerInstant={_plan.MaxStepsPerInstant} responses and timers at {timeNs}");
        }
    }

    internal static void Require(SendResult result)
    {
        if (result != SendResult.Sent)
        {
            throw new ReplayFaultException("an inbox of the engine is full although the engine is quiet");
        }
    }

    private string Describe(Exception cause)
    {
        string where = $"at time={_market.NowNs}, marketEvents={_marketEvents}";
        if (_local.TimeNs != ReplayCursor.Never)
        {
            ref readonly MarketEvent e = ref _local.Current;
            where += $" ({e.Kind} of {_engine.Definition.Instruments[e.Instrument].Symbol}, exchangeTimeNs={e.ExchangeTimeNs}, sequence={e.Sequence})";
        }

        return cause is ReplayFaultException ? $"{cause.Message}, {where}"
            : _callback != StrategyCallback.None ? $"strategy={_called!.Strategy.Name} failed in {_callback} {where}: {cause.Message}"
            : $"the replay failed {where}: {cause.Message}";
    }

    private ReplaySummary Summarize(TimeSpan elapsed) =>
        ReplaySummaries.Of(_engine, _market, _lanes, _tally, _hash, (_marketEvents, _startNs, elapsed, _runner.AllocatedBytes));
}
