using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Risk.Breakers;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;
using LowLatency.Trading.Risk.Stops;
using LowLatency.Trading.Terms;
using LowLatency.Trading.Validation;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Engine;

/// <summary>An engine as its surroundings see it: ports in and out, a turn of work, counters and positions. <see cref="TradingEngine{TGateway, TJournal, TProbe}"/> is the engine itself.</summary>
/// <remarks>
/// Threads: each port has one thread of its own. <see cref="Turn"/> and <see cref="TryApply"/> belong to one thread at a time, the engine's: the
/// caller's, or an <see cref="EngineThread"/>'s.
/// </remarks>
public abstract class TradingEngine : IDisposable
{
    /// <summary>Half of what the refusals hold: one of each event on its way, and those of a sweep.</summary>
    private const int HandOffSlots = 1024;

    private protected TradingEngine(EngineDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        IReadOnlyList<string> faults = definition.Check();
        if (faults.Count > 0)
        {
            throw new ArgumentException($"the engine cannot be built:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
        }

        Definition = definition;
        EngineLimits limits = definition.Limits;
        int strategies = definition.Strategies.Count;
        Operators = new SpscRing<EngineEvent>(limits.OperatorInbox);
        Refusals = new SpscRing<EngineEvent>(2 * HandOffSlots);
        MarketEvents = new SpscRing<EngineEvent>(limits.MarketDataInbox);
        VenueInboxes = [.. definition.Venues.Select(_ => new SpscRing<EngineEvent>(limits.VenueInbox))];
        StrategyInboxes = [.. definition.Strategies.Select(_ => new SpscRing<EngineEvent>(limits.StrategyInbox))];
        ReportRings = [null!, .. definition.Strategies.Select(_ => new SpscRing<ExecutionReport>(limits.StrategyReports))];
        DropCopies = limits.DropCopy == 0 ? null : new SpscRing<ExecutionReport>(limits.DropCopy);
        DropCopy = DropCopies is null ? null : new DropCopyPort(DropCopies);
        Strategies = [.. definition.Strategies.Select((s, i) => new StrategyPort(s, StrategyInboxes[i], ReportRings[i + 1], Bell))];
        VenueReports = [.. VenueInboxes.Select(inbox => new VenueReportPort(inbox, Bell))];
        Operator = new OperatorPort(Operators, Bell);
        MarketData = new MarketDataPort(MarketEvents, Bell);
        Listings = new ListingTable(definition);
        Orders = new OrderStore(limits.MaxOrders, limits.MaxCompletedOrders, strategies);
        Executions = new ExecutionLog(limits.MaxExecutions);
        Termed = new TermedOrders(limits.MaxOrdersWithTerms, limits.OrderSlots, definition.Instruments.Count);
        Terms = new PendingTerms(strategies, Orders);
        Positions = new PositionBook(definition);
        Prices = new ReferencePrices(definition.Instruments.Count);
        Limits = new RiskLimitTable(definition);
        References = new MarketReferences(definition);
        Depth = new DepthTable(definition.Instruments.Count);
        Collars = new CollarTable(definition, Limits, Prices, References);
        Gate = new RiskGate(definition, Limits, Orders, Positions, Prices, References, Collars, Depth);
        Sessions = new TradingSessions(definition);
        Entitlements = new Entitlements(definition.Entitlements);
        Bounds = new OrderBoundsTable(definition, Listings, Positions, Prices, Limits, References, Collars, Sessions, Entitlements);
        OrderAges = new OrderAges(definition, Limits, Orders);
        SelfTrades = new SelfTrades(definition, Limits, Orders);
        KillSwitch = new KillSwitch();
        MassCancel = new MassCancel(Orders, Termed);
        Commands = new SharedHistory<OperatorRecord>(limits.OperatorRecords);
    }

    /// <summary>What it was built from.</summary>
    public EngineDefinition Definition { get; }

    /// <summary>The strategies' ports, by number less one.</summary>
    public IReadOnlyList<StrategyPort> Strategies { get; }

    /// <summary>Where venues on other threads, or in simulated time, report; by venue number less one.</summary>
    public IReadOnlyList<VenueReportPort> VenueReports { get; }

    /// <summary>Where market data enters.</summary>
    public MarketDataPort MarketData { get; }

    /// <summary>Where an operator's commands enter.</summary>
    public OperatorPort Operator { get; }

    /// <summary>Every report of every strategy, and what was sent, for one reader beside them; null where <see cref="EngineLimits.DropCopy"/> is 0.</summary>
    public DropCopyPort? DropCopy { get; }

    /// <summary>What operators commanded and what became of it. Any thread may read.</summary>
    public SharedHistory<OperatorRecord> Commands { get; }

    /// <summary>Every circuit breaker that came to another state. Any thread may read.</summary>
    public SharedHistory<BreakerAlert> BreakerAlerts => Gate.BreakerAlerts;

    /// <summary>What has been counted.</summary>
    public EngineCounters Counters { get; } = new();

    /// <summary>The highest time any event carried, ns since 1970-01-01 UTC.</summary>
    public long TimeNs { get; private protected set; }

    /// <summary>Orders that are kept: working, or closed with an answer on its way.</summary>
    public int OpenOrders => Orders.Count;

    /// <summary>Orders the engine holds until they are triggered.</summary>
    public int HeldOrders => Termed.Triggers.Count;

    /// <summary>True when the journal could not be written: the engine takes nothing more.</summary>
    public bool IsHalted { get; private protected set; }

    /// <summary>True when every event handed over so far has been worked off and its reports published. Any thread; a producer sees its own events.</summary>
    public bool IsQuiet
    {
        get
        {
            if (HandOff is not { } handOff)
            {
                return AreSourcesDrained;
            }

            // A source's slot is given back after its event was handed over, and a handed-over event's after what it led to: so a hand-off that has not
            // moved between two looks at the sources, and is drained, leaves nothing on its way.
            long handedOver = handOff.PublishedSequence;
            return AreSourcesDrained && handOff.ConsumedSequence == handedOver && AreSourcesDrained && handOff.PublishedSequence == handedOver;
        }
    }

    /// <summary>True when the thread that polls the sources has something to poll.</summary>
    internal bool HasSources => !AreSourcesDrained;

    /// <summary>True when the second of two threads has something to do.</summary>
    internal bool IsHandedOver => HandOff is { } handOff && !IsDrained(handOff);

    private bool AreSourcesDrained
    {
        get
        {
            if (!IsDrained(Operators) || !IsDrained(MarketEvents))
            {
                return false;
            }

            foreach (SpscRing<EngineEvent> inbox in VenueInboxes)
            {
                if (!IsDrained(inbox))
                {
                    return false;
                }
            }

            foreach (SpscRing<EngineEvent> inbox in StrategyInboxes)
            {
                if (!IsDrained(inbox))
                {
                    return false;
                }
            }

            // Last: what the engine hands itself is published before the event that caused it is released.
            return IsDrained(Sweeps) && IsDrained(DueOrders) && IsDrained(Refusals) && IsGatewayQuiet;
        }
    }

    internal Doorbell Bell { get; } = new();

    /// <summary>Wakes the thread of the second group of stages.</summary>
    internal Doorbell SecondBell { get; } = new();

    private protected SpscRing<EngineEvent> Operators { get; }

    private protected SpscRing<EngineEvent> Refusals { get; }

    /// <summary>The next event of a mass cancel; one at a time.</summary>
    private protected SpscRing<EngineEvent> Sweeps { get; } = new(2);

    /// <summary>The event of the next held order that is due; one at a time.</summary>
    private protected SpscRing<EngineEvent> DueOrders { get; } = new(2);

    /// <summary>From the first group of stages to the second; null while all stages run on one thread.</summary>
    private protected SpscRing<EngineEvent>? HandOff { get; private set; }

    private protected SpscRing<EngineEvent> MarketEvents { get; }

    private protected SpscRing<EngineEvent>[] VenueInboxes { get; }

    private protected SpscRing<EngineEvent>[] StrategyInboxes { get; }

    private protected SpscRing<ExecutionReport>[] ReportRings { get; }

    private protected SpscRing<ExecutionReport>? DropCopies { get; }

    private protected ListingTable Listings { get; }

    private protected OrderStore Orders { get; }

    private protected ExecutionLog Executions { get; }

    private protected TermedOrders Termed { get; }

    private protected PendingTerms Terms { get; }

    private protected PositionBook Positions { get; }

    private protected ReferencePrices Prices { get; }

    private protected MarketReferences References { get; }

    private protected TradingSessions Sessions { get; }

    private protected Entitlements Entitlements { get; }

    private protected CollarTable Collars { get; }

    private protected DepthTable Depth { get; }

    private protected RiskLimitTable Limits { get; }

    private protected RiskGate Gate { get; }

    private protected OrderBoundsTable Bounds { get; }

    private protected SelfTrades SelfTrades { get; }

    private protected OrderAges OrderAges { get; }

    private protected KillSwitch KillSwitch { get; }

    private protected MassCancel MassCancel { get; }

    private protected abstract bool IsGatewayQuiet { get; }

    /// <summary>Whether the gateway may be asked for reports on one thread and sent requests on another.</summary>
    private protected abstract bool CanSplit { get; }

    /// <summary>Takes events from every source in turn until none is left, or <paramref name="maxEvents"/> or some more have been taken. Stops early when a report ring has no room. Allocates nothing.</summary>
    /// <returns>How many events were taken; 0 when there was nothing to do, or no room.</returns>
    public abstract int Turn(int maxEvents);

    /// <summary>As <see cref="Turn"/>, for the first group of stages. After <see cref="Split(StageSplit)"/>, on the first group's thread.</summary>
    public abstract int TurnFirst(int maxEvents);

    /// <summary>Applies events that the first group handed over. After <see cref="Split(StageSplit)"/>, on the second group's thread.</summary>
    /// <returns>How many.</returns>
    public abstract int TurnSecond(int maxEvents);

    /// <summary>Parts the stages into two groups, for two threads. While neither runs; from then on <see cref="Turn"/> may not be called.</summary>
    /// <exception cref="InvalidOperationException">Its gateway is for one thread only.</exception>
    public void Split(StageSplit split)
    {
        if (!CanSplit)
        {
            throw new InvalidOperationException($"the gateway is for one thread: only an {nameof(Venues.ITwoThreadVenueGateway)} can serve two groups of stages");
        }

        HandOff ??= new SpscRing<EngineEvent>(HandOffSlots);
        Split(split == StageSplit.AfterValidate);
    }

    /// <summary>Takes an event as a journal gives it, not from a source. For replaying a journal.</summary>
    /// <returns>False when a report ring has no room (drain it and try again) or the engine is halted.</returns>
    public abstract bool TryApply(in EngineEvent input);

    /// <summary>A position as it is now. Only on the engine's thread, or while <see cref="IsQuiet"/> and no producer runs.</summary>
    public PositionSnapshot Position(AccountId account, InstrumentId instrument) => Positions.Read(account, instrument);

    /// <summary>Frees the native memory. After the engine's thread and all producers have stopped.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the native memory.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        Operators.Dispose();
        Refusals.Dispose();
        Sweeps.Dispose();
        DueOrders.Dispose();
        HandOff?.Dispose();
        MarketEvents.Dispose();
        Array.ForEach(VenueInboxes, ring => ring.Dispose());
        Array.ForEach(StrategyInboxes, ring => ring.Dispose());
        Array.ForEach(ReportRings, ring => ring?.Dispose());
        DropCopies?.Dispose();
        Listings.Dispose();
        Orders.Dispose();
        Executions.Dispose();
        SelfTrades.Dispose();
        OrderAges.Dispose();
        Termed.Dispose();
        Positions.Dispose();
        Prices.Dispose();
        References.Dispose();
        Collars.Dispose();
        Depth.Dispose();
        Bounds.Dispose();
        Limits.Dispose();
        Gate.Dispose();
        Commands.Dispose();
    }

    private protected abstract void Split(bool validatesFirst);

    private static bool IsDrained(SpscRing<EngineEvent> ring) => ring.ConsumedSequence == ring.PublishedSequence;
}
