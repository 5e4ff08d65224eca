using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Stops;
using LowLatency.Trading.Routing;
using LowLatency.Trading.Validation;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Engine;

/// <summary>The engine: every event is sequenced, then passes its kind's fixed chain of stages. The stages are structs and the gateway, journal and probe type arguments, so that the JIT makes one loop of them.</summary>
public sealed partial class TradingEngine<TGateway, TJournal, TProbe> : TradingEngine
    where TGateway : struct, IVenueGateway
    where TJournal : struct, IInputJournal
    where TProbe : struct, IStageProbe
{
    private ValidateStage _validate;
    private RiskStage _risk;
    private SubmitStage<TGateway> _submit;
    private ReportStage _report;
    private TJournal _journal;
    private TProbe _probe;
    private EngineEvent _scratch;
    private long _sequence;
    private int _room;

    /// <summary>Builds an engine and takes all its memory.</summary>
    /// <exception cref="ArgumentException">The definition has faults; the message lists every one.</exception>
    public TradingEngine(EngineDefinition definition, TGateway gateway, TJournal journal = default, TProbe probe = default)
        : base(definition)
    {
        _validate = new ValidateStage(Listings);
        _risk = new RiskStage(Orders, Positions, Prices, Bounds, KillSwitch, Gate, MassCancel, Termed, Terms, Sessions, Executions, SelfTrades, OrderAges);
        _risk.ResolveAll(Limits, definition.RiskLimits.Keys.Select(limit => limit.Scope).Distinct());
        _submit = new SubmitStage<TGateway>(gateway, Refusals);
        _report = new ReportStage(ReportRings, DropCopies);
        _journal = journal;
        _probe = probe;
    }

    private protected override bool IsGatewayQuiet => _submit.Gateway.IsQuiet;

    /// <inheritdoc/>
    public override int Turn(int maxEvents)
    {
        if (!_takesSources)
        {
            TakeSources();
        }

        int taken = PollSources<AllStages>(maxEvents);
        Counters.Events = _sequence;
        return taken;
    }

    /// <inheritdoc/>
    public override bool TryApply(in EngineEvent input)
    {
        if (!HasRoom<AllStages>())
        {
            return false;
        }

        _scratch = input;
        bool taken = AllStages.Take(this, ref _scratch);
        Counters.Events = _sequence;
        return taken;
    }

    /// <summary>Runs the chain of the event's kind, from Validate to Report.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Apply(ref EngineEvent e)
    {
        if (e.Kind == EngineEventKind.VenueReport)
        {
            VenueReport(ref e);
        }
        else if (e.Kind == EngineEventKind.NewOrder)
        {
            NewOrder(ref e);
        }
        else
        {
            Dispatch(ref e);
        }
    }

    /// <summary>The rarer kinds.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Dispatch(ref EngineEvent e)
    {
        switch (e.Kind)
        {
            case EngineEventKind.Cancel:
                Cancel(ref e);
                break;
            case EngineEventKind.Replace:
                Replace(ref e);
                break;
            case EngineEventKind.TopOfBook:
                TopOfBook(ref e);
                break;
            case EngineEventKind.Depth:
                DepthChange(in e);
                break;
            case EngineEventKind.ReferenceData:
                ReferenceData(ref e);
                break;
            case EngineEventKind.Timer:
                PassTime(e.TimeNs);
                _risk.CheckAges(e.TimeNs, Counters);
                BeginSweep(e.TimeNs);
                BeginDue(e.TimeNs);
                break;
            case EngineEventKind.Disconnected:
                MassCancel.Mark(RiskScope.Of(e.Strategy), keepsLasting: e.Target != 0);
                BeginSweep(e.TimeNs);
                BeginDue(e.TimeNs);
                break;
            case EngineEventKind.OrderTerms:
                Counters.UnknownEvents += _risk.Keep(in e) ? 0 : 1;
                break;
            case EngineEventKind.Due:
                Due(ref e);
                break;
            case EngineEventKind.Sweep:
                Sweep(ref e);
                break;
            case EngineEventKind.Operator:
                Command(ref e);
                break;
            default:
                Counters.UnknownEvents++;
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Sequence(ref EngineEvent e)
    {
        long sequence = _sequence + 1;
        long timeNs = Math.Max(e.TimeNs, TimeNs);
        e.Sequence = sequence;
        e.TimeNs = timeNs;
        if (!_journal.Append(ref e))
        {
            IsHalted = true;
            _room = 0;
            return false;
        }

        _sequence = sequence;
        TimeNs = timeNs;
        _room--;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NewOrder(ref EngineEvent e)
    {
        if (OrderTraits.ArePlainLimit(e.Head) && _risk.TryTake(ref e, Listings.Find(e.Place)))
        {
            Counters.Orders++;
            _probe.Mark(EngineStage.Validate);
            _probe.Mark(EngineStage.Risk);
            Send(ref e);
        }
        else
        {
            Examine(ref e);
        }
    }

    /// <summary>A new order that is looked at check by check: it is not a plain limit order, or one of the checks may fail.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Examine(ref EngineEvent e)
    {
        ulong failed = _validate.New(ref e);
        _probe.Mark(EngineStage.Validate);
        Admit(ref e, failed);
    }

    /// <summary>A new order that has been validated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Admit(ref EngineEvent e, ulong failed)
    {
        Counters.Orders++;
        if (OrderTraits.NeedTerms(in e))
        {
            AdmitTermed(ref e, failed);
            return;
        }

        failed = _risk.New(ref e, failed);
        _probe.Mark(EngineStage.Risk);
        BeginPrevented(e.TimeNs);
        if (failed != 0)
        {
            Refuse(ref e, failed);
            return;
        }

        ref OrderRecord order = ref _risk.Order(in e);
        if (RiskStage.IsHeld(in order))
        {
            _report.Kept(in e, in order, ExecType.New, order.ClOrdId, 0);
            return;
        }

        Send(ref e);
    }

    private void Refuse(ref EngineEvent e, ulong failed)
    {
        e.Handle = 0;
        Reject(ref e, failed);
        _report.Rejected(in e);
        _probe.Mark(EngineStage.Report);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Send(ref EngineEvent e)
    {
        RouteStage.New(in e);
        _probe.Mark(EngineStage.Route);
        _submit.New(ref e);
        _probe.Mark(EngineStage.Submit);
        if (_report.IsCopying)
        {
            _report.Pending(in e, in _risk.Order(in e), ExecType.PendingNew);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Cancel(ref EngineEvent e)
    {
        Counters.Cancels++;
        ulong failed = _risk.Locate(ref e, out bool working);
        if (failed == 0 && RiskStage.IsHeld(in _risk.Order(in e)))
        {
            CancelHeld(ref e);
            return;
        }

        failed = working ? _risk.Cancel(ref e, failed) : failed;
        _probe.Mark(EngineStage.Risk);
        if (failed != 0)
        {
            RejectChange(ref e, failed);
            return;
        }

        _submit.Cancel(ref e);
        _probe.Mark(EngineStage.Submit);
        if (_report.IsCopying)
        {
            _report.Pending(in e, in _risk.Order(in e), ExecType.PendingCancel);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Replace(ref EngineEvent e)
    {
        Counters.Replaces++;
        bool isThere = _risk.TakeTerms(in e, out OrderTerms terms);
        ulong failed = _risk.Locate(ref e, out bool working);
        if (working && RiskStage.IsHeld(in _risk.Order(in e)))
        {
            ReplaceHeld(ref e, failed, isThere, in terms);
            return;
        }

        if (working)
        {
            failed |= _validate.Replace(ref e);
            _probe.Mark(EngineStage.Validate);
            failed = _risk.Replace(ref e, failed);
        }

        _probe.Mark(EngineStage.Risk);
        if (failed != 0)
        {
            RejectChange(ref e, failed);
            return;
        }

        _submit.Replace(ref e);
        _probe.Mark(EngineStage.Submit);
        if (_report.IsCopying)
        {
            _report.Pending(in e, in _risk.Order(in e), ExecType.PendingReplace);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void VenueReport(ref EngineEvent e)
    {
        ref OrderRecord order = ref _risk.Find(in e);
        if (Unsafe.IsNullRef(ref order))
        {
            Unmatched(ref e);
        }
        else if (e.ExecType == ExecType.New)
        {
            Accept(ref e, ref order);
        }
        else if (e.ExecType == ExecType.Trade)
        {
            Fill(ref e, ref order);
        }
        else
        {
            Change(ref e, ref order);
        }
    }

    // Each its own method, so that the JIT's budget for inlining reaches all of it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Accept(ref EngineEvent e, ref OrderRecord order)
    {
        if (!RiskStage.Accept(in e, ref order))
        {
            Counters.IllegalReports++;
            return;
        }

        if (_risk.HasBreakers)
        {
            _risk.WatchAccepted(in e, in order);
        }

        _probe.Mark(EngineStage.Risk);
        _report.Accepted(in e, in order);
        if ((order.Flags & OrderFlags.HasTerms) != 0)
        {
            FollowChange(in e, in order);
        }

        Counters.Acks++;
        _probe.Mark(EngineStage.Report);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fill(ref EngineEvent e, ref OrderRecord order)
    {
        if (!_risk.Fill(ref e, ref order, Counters, Listings))
        {
            Counters.IllegalReports++;
            BeginSweep(e.TimeNs);
            BeginDue(e.TimeNs);
            return;
        }

        _probe.Mark(EngineStage.Risk);
        _report.Filled(in e, in order);
        if ((order.Flags & OrderFlags.HasTerms) != 0)
        {
            FollowFill(in e, in order);
        }

        if (_risk.Settle(in e, ref order))
        {
            BeginDue(e.TimeNs);
        }

        Counters.Fills++;
        _probe.Mark(EngineStage.Report);
    }

    /// <summary>A report about an order that is not kept: a bust or correction can still find its execution.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Unmatched(ref EngineEvent e)
    {
        if (e.ExecType is ExecType.TradeCancel or ExecType.TradeCorrect)
        {
            Amend(ref e, ref Unsafe.NullRef<OrderRecord>());
        }
        else
        {
            Counters.UnmatchedReports++;
        }
    }

    /// <summary>An execution is busted or corrected.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Amend(ref EngineEvent e, ref OrderRecord order)
    {
        ref Execution execution = ref _risk.FindExecution(in e);
        if (Unsafe.IsNullRef(ref execution))
        {
            Counters.UnknownExecutions++;
            return;
        }

        if (!_risk.Amend(ref e, ref execution, ref order, Listings))
        {
            Counters.IllegalReports++;
            return;
        }

        _report.Amended(in e, in order, in execution);
        Counters.Busts += e.ExecType == ExecType.TradeCancel ? 1 : 0;
        Counters.Corrections += e.ExecType == ExecType.TradeCorrect ? 1 : 0;
        if (!Unsafe.IsNullRef(ref order))
        {
            if ((order.Flags & OrderFlags.HasTerms) != 0 && order.Status.IsFinal())
            {
                _risk.FollowEnd(Termed.IndexOf((int)(uint)e.Target));
                BeginDue(e.TimeNs);
            }

            if (_risk.Settle(in e, ref order))
            {
                BeginDue(e.TimeNs);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Change(ref EngineEvent e, ref OrderRecord order)
    {
        if (e.ExecType is ExecType.TradeCancel or ExecType.TradeCorrect)
        {
            Amend(ref e, ref order);
            return;
        }

        if (!_risk.Change(ref e, ref order))
        {
            Counters.IllegalReports++;
            return;
        }

        _probe.Mark(EngineStage.Risk);
        _report.Changed(in e, in order);
        if ((order.Flags & OrderFlags.HasTerms) != 0)
        {
            FollowChange(in e, in order);
        }

        if (_risk.SettleChange(in e, ref order))
        {
            BeginDue(e.TimeNs);
        }

        if (e.ExecType is ExecType.Rejected or ExecType.CancelReject)
        {
            Counters.CountReject(e.VenueReason);
        }

        _probe.Mark(EngineStage.Report);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Reject(ref EngineEvent e, ulong failed)
    {
        e.FailedChecks = new FailedChecks(failed);
        RejectDetail.Explain(ref e, in Listings.At(e.Listing.Value), in _risk, Orders, Termed);
        Counters.CountReject(e.FailedChecks.First);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RejectChange(ref EngineEvent e, ulong failed)
    {
        Reject(ref e, failed);
        _report.CancelRejected(in e, in e.Handle != 0 ? ref _risk.Order(in e) : ref Unsafe.NullRef<OrderRecord>());
        _probe.Mark(EngineStage.Report);
    }
}
