using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Monitoring;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Risk.Breakers;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;

namespace LowLatency.Testing.Model;

/// <summary>The engine and the <see cref="ReferenceEngine"/> side by side on one stream of an <see cref="OrderFlow"/>, compared after every step.</summary>
public sealed class ReferenceRun : IDisposable
{
    private readonly int _seed;
    private readonly List<EngineEvent> _events = [];
    private readonly List<SpscRing<VenueRequest>> _rings;
    private readonly TradingEngine<RefusingGateway, RecordingJournal, NoProbe> _engine;
    private readonly OrderMonitor _monitor;
    private readonly ReferenceEngine _reference;
    private readonly OrderFlow _flow;
    private int _taken;
    private int _reports;
    private int _requests;
    private int _commands;
    private int _alerts;

    /// <summary>Prepares a run.</summary>
    /// <param name="seed">Of the traffic and the gateway's refusals; every failure names it.</param>
    /// <param name="gatewayRefusesOneIn">How often the gateway refuses; 0 never.</param>
    /// <param name="maxOrders">Order slots.</param>
    public ReferenceRun(int seed, int gatewayRefusesOneIn = 0, int maxOrders = 64)
    {
        _seed = seed;
        EngineDefinition definition = EngineBench.Define(VenueAbilities.All);
        definition.Limits = definition.Limits with { MaxOrders = maxOrders, MaxOrdersWithTerms = 12, DuplicateOrders = 8, MaxCompletedOrders = 2 + (seed % 3 * 5), MaxExecutions = 32, DropCopy = 64 };
        definition.SetSector(EngineBench.Abc, "tech");
        definition.SetSector(EngineBench.Xyz, "tech");
        definition.AddOperator("first");
        definition.AddOperator("second");
        definition.LooseningNeedsApproval = seed % 2 == 0;
        _rings = [.. definition.Venues.Select(_ => new SpscRing<VenueRequest>(definition.Limits.VenueRequests))];
        Queue<ulong> handles = new();
        RefusingGateway gateway = new(new RingVenueGateway(_rings), handles, new Random(~seed), gatewayRefusesOneIn);
        _engine = new(definition, gateway, new RecordingJournal(_events));
        _monitor = new OrderMonitor(_engine, new OrderMonitorLimits(CompletedOrders: 8, HistoryEntries: 4));
        _reference = new ReferenceEngine(definition, handles);
        _flow = new OrderFlow(seed) { AfterStep = Compare, Operators = definition.Operators.Count };
        Refuses = gatewayRefusesOneIn > 0;
    }

    /// <summary>The engine's counters, to see that a stream did what it is meant to.</summary>
    public EngineCounters Counters => _engine.Counters;

    /// <summary>Every report of the run.</summary>
    public IReadOnlyList<ExecutionReport> Reports => _flow.Reports;

    /// <summary>What became of circuit breakers.</summary>
    public IReadOnlyList<BreakerAlert> BreakerAlerts => _reference.BreakerAlerts;

    private bool Refuses { get; }

    /// <summary>Drives so many steps and ends every order; in the end nothing may be left.</summary>
    public void Drive(int steps)
    {
        _flow.Drive(_engine, Drain, steps);
        Check("OpenOrders at the end", 0, _engine.OpenOrders);
        foreach (AccountDefinition account in _engine.Definition.Accounts)
        {
            for (int i = 1; i <= _engine.Definition.Instruments.Count; i++)
            {
                PositionSnapshot position = _engine.Position(account.Id, new InstrumentId(i));
                Check("WorkingBuy at the end", 0, position.WorkingBuy.Raw);
                Check("WorkingSell at the end", 0, position.WorkingSell.Raw);
            }
        }
    }

    public void Dispose()
    {
        _engine.Dispose();
        _rings.ForEach(ring => ring.Dispose());
    }

    /// <summary>A report with every field, for messages.</summary>
    public static string Describe(ExecutionReport report) => string.Join(' ', typeof(ExecutionReport)
        .GetFields(BindingFlags.Public | BindingFlags.Instance)
        .Select(field => $"{field.Name}={field.GetValue(report)}"));

    private List<VenueRequest> Drain()
    {
        List<VenueRequest> taken = [];
        foreach (SpscRing<VenueRequest> ring in _rings)
        {
            for (; ring.Available > 0; ring.Release())
            {
                taken.Add(ring.Peek());
            }
        }

        return taken;
    }

    private void Compare(TradingEngine engine, List<VenueRequest> sent)
    {
        foreach (ExecutionReport report in _flow.Reports.Skip(_reports).Where(report => report is { ExecType: ExecType.New, OrdStatus: OrdStatus.Held }))
        {
            _reference.HeldHandles.Enqueue(report.Handle.Packed);
        }

        for (; _taken < _events.Count; _taken++)
        {
            EngineEvent e = _events[_taken];
            Check("sequence", _taken + 1, e.Sequence);
            Check("time goes on", true, _taken == 0 || e.TimeNs >= _events[_taken - 1].TimeNs);
            _reference.Take(e);
        }

        CompareRequests(sent);
        if (_reference.Reports.Count != _flow.Reports.Count)
        {
            Check("reports of the step", Listed(_reference.Reports), Listed(_flow.Reports));
        }

        for (; _reports < _flow.Reports.Count; _reports++)
        {
            ExecutionReport expected = _reference.Reports[_reports];
            ExecutionReport actual = _flow.Reports[_reports];
            if (!Bytes(ref expected).SequenceEqual(Bytes(ref actual)))
            {
                Check($"report {_reports}", Describe(expected), Describe(actual));
                Assert.Fail($"seed {_seed}: report {_reports} differs in bytes that no field covers");
            }
        }

        ComparePositions();
        CompareMonitor();
        CompareCounters();
        CompareCommands();
        CompareAlerts();
    }

    private string Listed(List<ExecutionReport> reports) => string.Join(Environment.NewLine, reports.Skip(_reports).Select(Describe));

    private void CompareRequests(List<VenueRequest> sent)
    {
        List<VenueRequest> expected = _reference.Requests[_requests..];
        _requests = _reference.Requests.Count;
        if (!Refuses)
        {
            Check("requests", expected.Count, sent.Count);
        }

        foreach (VenueRequest request in sent)
        {
            // A gateway that refuses leaves requests out; what it sends must be what was asked.
            VenueRequest actual = request;
            int at = expected.FindIndex(e => Bytes(ref e).SequenceEqual(Bytes(ref actual)));
            Check($"request {request.Kind} {request.ClOrdId} is expected", true, at >= 0);
            expected.RemoveAt(at);
        }
    }

    private void ComparePositions()
    {
        Check("OpenOrders", _reference.OpenOrders, _engine.OpenOrders);
        Check("HeldOrders", _reference.Waiting, _engine.HeldOrders);
        foreach (AccountDefinition account in _engine.Definition.Accounts)
        {
            for (int i = 1; i <= _engine.Definition.Instruments.Count; i++)
            {
                InstrumentId instrument = new(i);
                PositionSnapshot actual = _engine.Position(account.Id, instrument);
                ReferencePosition expected = _reference.Position(account.Id, instrument);
                BigInteger buy = _reference.Working(account.Id, instrument, Side.Buy);
                BigInteger sell = _reference.Working(account.Id, instrument, Side.Sell);
                Check(
                    $"account {account.Id} instrument {i}: position, working buy and sell, cost, realised, fees",
                    (expected.Position, buy, sell, expected.Cost, expected.RealizedPnl, expected.Fees),
                    ((BigInteger)actual.Position.Raw, (BigInteger)actual.WorkingBuy.Raw, (BigInteger)actual.WorkingSell.Raw, (BigInteger)actual.Cost.Raw, (BigInteger)actual.RealizedPnl.Raw, (BigInteger)actual.Fees.Raw));
            }
        }
    }

    /// <summary>The monitor has the working orders and their client ids, and has found nothing that does not follow.</summary>
    private void CompareMonitor()
    {
        _monitor.Poll();
        Check("Inconsistencies", 0, _monitor.Inconsistencies);
        OrderSnapshot[] orders = new OrderSnapshot[_monitor.WorkingOrders];
        _monitor.CopyWorking(RiskScope.Firm, orders);
        Check("working orders", _reference.Describe(), string.Join(Environment.NewLine, orders
            .Select(order => order.Last)
            .OrderBy(last => last.Handle.Packed)
            .Select(last => $"{last.Handle} {last.ClOrdId} {last.CumQty} {last.LeavesQty} {last.CumNotional}")));
        foreach (OrderSnapshot order in orders)
        {
            bool isFound = _monitor.TryFind(order.Last.Strategy, order.Last.ClOrdId, out OrderSnapshot found);
            Check("found by client id", (true, order.Last.Handle), (isFound, found.Last.Handle));
        }
    }

    private void CompareCounters()
    {
        EngineCounters counters = _engine.Counters;
        Check("Events", _events.Count, counters.Events);
        (string Name, long Value)[] all =
        [
            ("Orders", counters.Orders), ("Cancels", counters.Cancels), ("Replaces", counters.Replaces), ("Acks", counters.Acks), ("Fills", counters.Fills),
            ("Triggers", counters.Triggers), ("UnmatchedReports", counters.UnmatchedReports), ("IllegalReports", counters.IllegalReports), ("OverFills", counters.OverFills),
            ("DuplicateExecutions", counters.DuplicateExecutions), ("UnknownExecutions", counters.UnknownExecutions), ("PriceViolations", counters.PriceViolations),
            ("MismatchedFills", counters.MismatchedFills), ("Busts", counters.Busts), ("Corrections", counters.Corrections),
            ("OverdueOrders", counters.OverdueOrders), ("VenueStops", counters.VenueStops),
            ("BadMarketData", counters.BadMarketData), ("BadCommands", counters.BadCommands), ("UnknownEvents", counters.UnknownEvents),
        ];
        foreach ((string name, long value) in all)
        {
            Check(name, _reference.Counter(name), value);
        }

        foreach (RejectReason reason in Enum.GetValues<RejectReason>())
        {
            Check($"rejects for {reason}", _reference.Counter($"Rejects{reason}"), counters.RejectsFor(reason));
        }
    }

    private void CompareCommands()
    {
        Check("number of commands", _reference.Commands.Count, _engine.Commands.Count);
        for (; _commands < _reference.Commands.Count; _commands++)
        {
            OperatorRecord expected = _reference.Commands[_commands];
            Check("command is kept", true, _engine.Commands.TryRead(_commands, out OperatorRecord actual));
            Check($"command {_commands}", DescribeCommand(expected), DescribeCommand(actual));
        }
    }

    private void CompareAlerts()
    {
        Check("number of alerts of breakers", _reference.BreakerAlerts.Count, _engine.BreakerAlerts.Count);
        for (; _alerts < _reference.BreakerAlerts.Count; _alerts++)
        {
            Check("alert is kept", true, _engine.BreakerAlerts.TryRead(_alerts, out BreakerAlert actual));
            Check($"alert {_alerts}", DescribeAlert(_reference.BreakerAlerts[_alerts]), DescribeAlert(actual));
        }
    }

    private static string DescribeAlert(BreakerAlert one) => $"{one.TimeNs} {one.Scope} {one.State} {one.Cause} {one.Value} {one.Limit}";

    private static string DescribeCommand(OperatorRecord one) =>
        $"{one.Sequence} {one.TimeNs} {one.Scope} {one.Operator} {one.ApprovedBy} {one.Command} {one.Limit} {one.OldValue} {one.NewValue} {one.Outcome}";

    private static Span<byte> Bytes<T>(ref T value)
        where T : unmanaged => MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref value, 1));

    private void Check<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Assert.Fail($"seed {_seed}, event {_taken} ({(_taken > 0 ? _events[_taken - 1].Kind : EngineEventKind.None)}), {what}:{Environment.NewLine}expected {expected}{Environment.NewLine}actual   {actual}");
        }
    }
}
