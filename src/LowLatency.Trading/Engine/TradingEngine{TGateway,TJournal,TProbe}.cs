using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
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
public sealed class TradingEngine<TGateway, TJournal, TProbe> : TradingEngine
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
        int total = 0;
        int round;
        do
        {
            round = PollOperator() + PollOwn();
            foreach (SpscRing<EngineEvent> inbox in VenueInboxes)
            {
                round += inbox.Available == 0 ? 0 : Poll(inbox, VenueBatch, default);
            }

            round += MarketEvents.Available == 0 ? 0 : Poll(MarketEvents, MarketDataBatch, default);
            for (int i = 0; i < StrategyInboxes.Length; i++)
            {
                round += StrategyInboxes[i].Available == 0 ? 0 : Poll(StrategyInboxes[i], StrategyBatch, new StrategyId((ushort)(i + 1)));
            }

            round += PollOwn();
            total += round;
        }
        while (round >= SmallestBatch && total < maxEvents);
        Counters.Events = _sequence;
        return total;
    }

    /// <inheritdoc/>
    public override bool TryApply(in EngineEvent input)
    {
        if (!HasRoom())
        {
            return false;
        }

        _scratch = input;
        bool taken = Take(ref _scratch);
        Counters.Events = _sequence;
        return taken;
    }

    private int Poll(SpscRing<EngineEvent> source, int batch, StrategyId strategy)
    {
        int count = Math.Min(source.Available, batch);
        int taken = 0;
        int commands = 0;
        while (taken < count)
        {
            commands += PollOperator();
            if (!HasRoom())
            {
                break;
            }

            ref EngineEvent e = ref source.Peek(taken);
            if (strategy.Value != 0 && e.Strategy != strategy)
            {
                e.Strategy = strategy;
            }

            if (!Take(ref e))
            {
                break;
            }

            taken++;
        }

        if (taken > 0)
        {
            source.Release(taken);
        }

        return taken + commands;
    }

    /// <summary>What the gateway refused, and what it reports.</summary>
    private int PollOwn()
    {
        int refused = Refusals.Available == 0 ? 0 : Poll(Refusals, VenueBatch, default);
        return refused + PollGateway();
    }

    private int PollGateway()
    {
        int taken = 0;
        while (taken < VenueBatch && HasRoom())
        {
            ref EngineEvent report = ref _submit.Gateway.Peek();
            if (Unsafe.IsNullRef(ref report) || !Take(ref report))
            {
                break;
            }

            _submit.Gateway.Release();
            taken++;
        }

        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PollOperator() => Operators.Available == 0 ? 0 : TakeCommands();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeCommands()
    {
        int taken = 0;
        while (Operators.Available > 0 && HasRoom() && Take(ref Operators.Peek()))
        {
            Operators.Release();
            taken++;
        }

        return taken;
    }

    /// <summary>Every event reports at most once, so one free slot in each ring is room for one event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasRoom()
    {
        if (_room == 0)
        {
            _room = _report.Room();
        }

        return _room > 0 & !IsHalted;
    }

    /// <summary>One event, from its place in the order to its report.</summary>
    /// <returns>False when it could not be journalled: it has not been taken.</returns>
    private bool Take(ref EngineEvent e)
    {
        _probe.Begin(e.Kind);
        if (!Sequence(ref e))
        {
            return false;
        }

        _probe.Mark(EngineStage.Sequence);
        switch (e.Kind)
        {
            case EngineEventKind.NewOrder:
                NewOrder(ref e);
                break;
            case EngineEventKind.VenueReport:
                VenueReport(ref e);
                break;
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

        return true;
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
        Counters.Orders++;
        ulong failed = _validate.New(ref e);
        _probe.Mark(EngineStage.Validate);
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
            return;
        }

        if (!_risk.Apply(ref e, ref order, Counters, Listings))
        {
            return;
        }

        _probe.Mark(EngineStage.Risk);
        _report.FromVenue(in e, in order);
        _risk.Settle(ref e, ref order);
        CountReport(ref e);
        _probe.Mark(EngineStage.Report);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TopOfBook(ref EngineEvent e)
    {
        TopOfBook top = new(e.BidPrice, e.BidQuantity, e.AskPrice, e.AskQuantity);
        if (Prices.Set(e.Instrument, in top, out long bid, out long ask))
        {
            Positions.PlaceCollars(e.Instrument, bid, ask);
        }
        else
        {
            Counters.BadMarketData++;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountReport(ref readonly EngineEvent e)
    {
        if (e.ExecType == ExecType.New)
        {
            Counters.Acks++;
        }
        else if (e.ExecType == ExecType.Trade)
        {
            Counters.Fills++;
        }
        else if (e.ExecType is ExecType.Rejected or ExecType.CancelReject)
        {
            Counters.CountReject(e.VenueReason);
        }
    }
}
