using System.Diagnostics;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Results;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Venues;

namespace LowLatency.Hosting.Runs;

/// <summary>Feeds a journal back to an engine built from its definition: no strategies, no venues, the same reports. Runs once, on the caller's thread.</summary>
public sealed class JournalRun : IDisposable
{
    private readonly JournalReader _journal;
    private readonly TradingEngine _engine;
    private readonly ReportHash _hash = new();
    private readonly long[] _byExecType = new long[256];
    private readonly Dictionary<RejectReason, long> _rejects = [];
    private readonly Dictionary<RejectReason, long> _cancelRejects = [];
    private readonly StrategyPort[] _ports;
    private readonly long[] _marks;
    private long _reports;
    private long _tops;

    /// <summary>Opens the journal and takes all memory.</summary>
    /// <exception cref="InvalidDataException">Not a journal, or its header is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public JournalRun(string path)
    {
        _journal = JournalReader.Open(path);
        try
        {
            _marks = new long[_journal.Definition.Instruments.Count + 1];
            _engine = new TradingEngine<SilentGateway, NoJournal, LatencyProbe>(_journal.Definition, default, default, new LatencyProbe(Latencies));
            _ports = [.. _engine.Strategies];
        }
        catch
        {
            _journal.Dispose();
            throw;
        }
    }

    /// <summary>How long the engine's stages took, by the wall clock; complete after <see cref="Run"/>.</summary>
    public StageLatencies Latencies { get; } = new();

    /// <summary>Feeds everything back.</summary>
    public JournalResult Run()
    {
        long startNs = 0;
        long warm = GC.GetAllocatedBytesForCurrentThread();
        long started = Stopwatch.GetTimestamp();
        while (_journal.TryRead(out EngineEvent input))
        {
            startNs = _journal.Count == 1 ? input.TimeNs : startNs;
            Note(in input);
            while (!_engine.TryApply(in input))
            {
                Drain();
            }

            Drain();
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - warm;
        return new JournalResult(_journal.Definition, _journal.Count, _journal.TornBytes, Summarize(startNs, elapsed, allocated));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _engine.Dispose();
        _journal.Dispose();
        _hash.Dispose();
    }

    private void Note(in EngineEvent input)
    {
        if (input.Kind != EngineEventKind.TopOfBook)
        {
            return;
        }

        _tops++;
        if ((uint)input.Instrument.Value < (uint)_marks.Length && input.BidPrice.Raw > 0 && input.AskPrice.Raw > 0)
        {
            _marks[input.Instrument.Value] = (long)(((Int128)input.BidPrice.Raw + input.AskPrice.Raw) / 2);
        }
    }

    private void Drain()
    {
        foreach (StrategyPort port in _ports)
        {
            for (int waiting = port.ReportsAvailable; waiting > 0; waiting--)
            {
                Count(in port.PeekReport());
                port.ReleaseReport();
            }
        }
    }

    private void Count(in ExecutionReport report)
    {
        _hash.Add(in report);
        _reports++;
        _byExecType[(byte)report.ExecType]++;
        if (report.ExecType is ExecType.Rejected or ExecType.CancelReject)
        {
            Dictionary<RejectReason, long> counts = report.ExecType == ExecType.Rejected ? _rejects : _cancelRejects;
            counts[report.RejectReason] = counts.GetValueOrDefault(report.RejectReason) + 1;
        }
    }

    private ReplaySummary Summarize(long startNs, TimeSpan elapsed, long allocated)
    {
        EngineCounters counters = _engine.Counters;
        return new ReplaySummary
        {
            MarketEvents = _tops,
            Orders = counters.Orders,
            Cancels = counters.Cancels,
            Replaces = counters.Replaces,
            Reports = _reports,
            Acks = _byExecType[(byte)ExecType.New],
            Fills = _byExecType[(byte)ExecType.Trade],
            Canceled = _byExecType[(byte)ExecType.Canceled],
            Expired = _byExecType[(byte)ExecType.Expired],
            Replaced = _byExecType[(byte)ExecType.Replaced],
            Rejects = _rejects,
            CancelRejects = _cancelRejects,
            Positions = [.. _engine.Definition.Accounts.SelectMany(account => _engine.Definition.Instruments.All.Select(one => Position(account, one))).OfType<ReplayPosition>()],
            OpenOrders = _engine.OpenOrders,
            RequestsInFlight = 0,
            ReportsInFlight = 0,
            BookFaults = new Dictionary<Markets.Books.BookUpdate, long>(),
            Alarms = ReplayAlarms.Of(counters),
            StartTimeNs = startNs,
            EndTimeNs = _engine.TimeNs,
            Elapsed = elapsed,
            AllocatedBytes = allocated,
            OutputHash = _hash.Text(),
        };
    }

    private ReplayPosition? Position(AccountDefinition account, Instrument instrument)
    {
        PositionSnapshot book = _engine.Position(account.Id, instrument.Id);
        if (book is { Position.Raw: 0, Cost.Raw: var cost, RealizedPnl.Raw: var realized, Fees.Raw: var fees } && cost == 0 && realized == 0 && fees == 0)
        {
            return null;
        }

        Price? mark = _marks[instrument.Id.Value] is > 0 and long mid ? new Price(mid) : null;
        Notional? unrealized = mark is Price price ? book.UnrealizedPnl(price) : book.Position.Raw == 0 ? Notional.Zero : null;
        return new ReplayPosition(account.Id, instrument, book.Position, book.Cost, book.Fees, book.RealizedPnl, mark, unrealized);
    }
}
