using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Routing;
using LowLatency.Trading.Validation;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Engine;

/// <summary>The engine: every event is sequenced, then passes its kind's fixed chain of stages. The stages are structs and the gateway, journal and probe type arguments, so that the JIT makes one loop of them.</summary>
/// <remarks>
/// Sources are polled in this order, each up to its batch: refusals of the gateway and its own reports, venue inboxes, market data, strategies, and what
/// the gateway has to say to that. The operator's inbox is looked at before every event. The order in which events are taken is the order of everything.
/// </remarks>
public sealed partial class TradingEngine<TGateway, TJournal, TProbe> : TradingEngine
    where TGateway : struct, IVenueGateway
    where TJournal : struct, IInputJournal
    where TProbe : struct, IStageProbe
{
    private const int VenueBatch = 64;
    private const int MarketDataBatch = 64;
    private const int StrategyBatch = 32;

    /// <summary>A round that took fewer events has left no source with more to take.</summary>
    private const int SmallestBatch = StrategyBatch;

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
        _validate = new ValidateStage(Listings, definition.Accounts.Count);
        _risk = new RiskStage(Orders, Positions, Prices, KillSwitch);
        _submit = new SubmitStage<TGateway>(gateway, Refusals);
        _report = new ReportStage(ReportRings);
        _journal = journal;
        _probe = probe;
    }

    private protected override bool IsGatewayQuiet => _submit.Gateway.IsQuiet;

    /// <inheritdoc/>
    public override int Turn(int maxEvents)
    {
        int taken = PollSources<AllStages>(maxEvents);
        Counters.Events = _sequence;
        return taken;
    }

    private int PollSources<TStages>(int maxEvents)
        where TStages : struct, IFirstStages
    {
        long start = _sequence;
        long round;
        do
        {
            round = _sequence;
            PollOperator<TStages>();
            PollOwn<TStages>();
            foreach (SpscRing<EngineEvent> inbox in VenueInboxes)
            {
                PollInbox<TStages>(inbox, VenueBatch);
            }

            PollInbox<TStages>(MarketEvents, MarketDataBatch);
            SpscRing<EngineEvent>[] strategies = StrategyInboxes;
            for (int i = 0; i < strategies.Length; i++)
            {
                if (!strategies[i].IsEmpty)
                {
                    Poll<TStages>(strategies[i], StrategyBatch, (ulong)(i + 1) << EngineEvent.StrategyShift);
                }
            }

            PollOwn<TStages>();
        }
        while (_sequence - round >= SmallestBatch && _sequence - start < maxEvents);
        return (int)(_sequence - start);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PollInbox<TStages>(SpscRing<EngineEvent> inbox, int batch)
        where TStages : struct, IFirstStages
    {
        if (!inbox.IsEmpty)
        {
            Poll<TStages>(inbox, batch, 0);
        }
    }

    /// <summary>Takes a batch from an inbox.</summary>
    /// <param name="source">The inbox.</param>
    /// <param name="batch">How many at most.</param>
    /// <param name="strategy">The strategy whose inbox it is, as it stands in <see cref="EngineEvent.Place"/>; 0 for another's.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Poll<TStages>(SpscRing<EngineEvent> source, int batch, ulong strategy)
        where TStages : struct, IFirstStages
    {
        int count = Math.Min(source.Available, batch);
        int taken = 0;
        while (taken < count && MayTake<TStages>())
        {
            ref EngineEvent e = ref source.Seen(taken);
            if (strategy != 0 && (e.Place & EngineEvent.StrategyMask) != strategy)
            {
                e.Place = (e.Place & ~EngineEvent.StrategyMask) | strategy;
            }

            if (!TStages.Take(this, ref e))
            {
                break;
            }

            taken++;
        }

        source.Release(taken);
    }

    /// <summary>What the gateway refused, and what it reports.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PollOwn<TStages>()
        where TStages : struct, IFirstStages
    {
        PollInbox<TStages>(Refusals, VenueBatch);
        if (!_submit.Gateway.IsQuiet)
        {
            PollGateway<TStages>();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PollGateway<TStages>()
        where TStages : struct, IFirstStages
    {
        int left = VenueBatch;
        int count;
        int taken;
        do
        {
            count = Math.Min(_submit.Gateway.Available, left);
            taken = 0;
            while (taken < count && MayTake<TStages>() && TStages.Take(this, ref _submit.Gateway.Seen(taken)))
            {
                taken++;
            }

            _submit.Gateway.Release(taken);
            left -= taken;
        }
        while (taken == count && count > 0 && left > 0 && !_submit.Gateway.IsQuiet);
    }

    /// <summary>Before every event: the operator's commands are taken, and there must be room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayTake<TStages>()
        where TStages : struct, IFirstStages
    {
        PollOperator<TStages>();
        return HasRoom<TStages>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PollOperator<TStages>()
        where TStages : struct, IFirstStages
    {
        if (!Operators.IsEmpty)
        {
            TakeCommands<TStages>();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeCommands<TStages>()
        where TStages : struct, IFirstStages
    {
        while (Operators.Available > 0 && HasRoom<TStages>() && TStages.Take(this, ref Operators.Peek()))
        {
            Operators.Release();
        }
    }

    /// <summary>Every event reports at most once, so one free slot in each ring is room for one event. A halted engine has room for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasRoom<TStages>()
        where TStages : struct, IFirstStages => _room > 0 || FindRoom<TStages>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool FindRoom<TStages>()
        where TStages : struct, IFirstStages
    {
        _room = IsHalted ? 0 : TStages.Room(this);
        return _room > 0;
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
            case EngineEventKind.Timer:
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
        ulong head = e.Head;
        int listing = Listings.Find(e.Place);
        if (OrderTraits.AreLegalLimit(head) && _risk.TryTake(ref e, in Bounds.Of((uint)(head >> 48), listing), listing))
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
        failed = _risk.New(ref e, failed);
        _probe.Mark(EngineStage.Risk);
        if (failed != 0)
        {
            e.Handle = 0;
            Reject(ref e, failed);
            _report.Rejected(in e);
            _probe.Mark(EngineStage.Report);
            return;
        }

        Send(ref e);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Send(ref EngineEvent e)
    {
        RouteStage.New(in e);
        _probe.Mark(EngineStage.Route);
        _submit.New(ref e);
        _probe.Mark(EngineStage.Submit);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Cancel(ref EngineEvent e)
    {
        Counters.Cancels++;
        ulong failed = _risk.Locate(ref e, out bool working);
        failed = working ? _risk.Cancel(ref e, failed) : failed;
        _probe.Mark(EngineStage.Risk);
        if (failed != 0)
        {
            RejectChange(ref e, failed);
            return;
        }

        _submit.Cancel(ref e);
        _probe.Mark(EngineStage.Submit);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Replace(ref EngineEvent e)
    {
        Counters.Replaces++;
        ulong failed = _risk.Locate(ref e, out bool working);
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
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void VenueReport(ref EngineEvent e)
    {
        ref OrderRecord order = ref _risk.Find(in e);
        if (Unsafe.IsNullRef(ref order))
        {
            Counters.UnmatchedReports++;
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

        _probe.Mark(EngineStage.Risk);
        _report.Accepted(in e, in order);
        Counters.Acks++;
        _probe.Mark(EngineStage.Report);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fill(ref EngineEvent e, ref OrderRecord order)
    {
        if (!_risk.Fill(ref e, ref order, Counters, Listings))
        {
            Counters.IllegalReports++;
            return;
        }

        _probe.Mark(EngineStage.Risk);
        _report.Filled(in e, in order);
        _risk.Settle(in e, ref order);
        Counters.Fills++;
        _probe.Mark(EngineStage.Report);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Change(ref EngineEvent e, ref OrderRecord order)
    {
        if (!_risk.Change(ref e, ref order))
        {
            Counters.IllegalReports++;
            return;
        }

        _probe.Mark(EngineStage.Risk);
        _report.Changed(in e, in order);
        _risk.SettleChange(in e, ref order);
        if (e.ExecType is ExecType.Rejected or ExecType.CancelReject)
        {
            Counters.CountReject(e.VenueReason);
        }

        _probe.Mark(EngineStage.Report);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TopOfBook(ref EngineEvent e)
    {
        TopOfBook top = new(e.BidPrice, e.BidQuantity, e.AskPrice, e.AskQuantity);
        if (!Prices.Set(e.Instrument, in top, out bool moved))
        {
            Counters.BadMarketData++;
        }
        else if (moved)
        {
            _risk.Renew(e.Instrument, Bounds);
        }

        _probe.Mark(EngineStage.Risk);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Command(ref EngineEvent e)
    {
        bool known = e.Command is OperatorCommand.Kill or OperatorCommand.Release
            && KillSwitch.Set(e.Account, e.Strategy, e.Instrument, Definition.Accounts.Count, e.Command == OperatorCommand.Kill);
        if (!known)
        {
            Counters.BadCommands++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Reject(ref EngineEvent e, ulong failed)
    {
        e.FailedChecks = new FailedChecks(failed);
        RejectDetail.Explain(ref e, in Listings.At(e.Listing.Value), ref Positions.At(Positions.IndexOf(e.Account, e.Instrument)), Orders);
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
