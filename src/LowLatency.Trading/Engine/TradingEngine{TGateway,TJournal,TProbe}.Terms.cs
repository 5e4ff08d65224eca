using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Terms;

namespace LowLatency.Trading.Engine;

/// <summary>Orders with terms. Those the engine holds are released or ended one by one, each by an event of its own that comes through the engine's own source before anything else, is sequenced and journalled, and replays like every other.</summary>
public sealed partial class TradingEngine<TGateway, TJournal, TProbe>
{
    private bool _isDueOnItsWay;

    /// <summary>A validated new order that has terms, or is of a type beside market and limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AdmitTermed(ref EngineEvent e, ulong failed)
    {
        failed = _risk.NewTermed(ref e, failed, in Listings.At(e.Listing.Value), out OrderTerms toVenue);
        _probe.Mark(EngineStage.Risk);
        if (failed != 0)
        {
            Refuse(ref e, failed);
            return;
        }

        ref OrderRecord order = ref _risk.Order(in e);
        if (!RiskStage.IsHeld(in order))
        {
            _submit.New(ref e, in toVenue);
            _probe.Mark(EngineStage.Submit);
            return;
        }

        _report.Kept(in e, in order, ExecType.New, order.ClOrdId, 0);
        _risk.TriggerAtOnce(in e);
        BeginDue(e.TimeNs);
        _probe.Mark(EngineStage.Report);
    }

    /// <summary>A cancel of an order the engine holds, which ends it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CancelHeld(ref EngineEvent e)
    {
        ref OrderRecord order = ref _risk.Order(in e);
        _risk.CancelHeld(ref order, e.TimeNs);
        _report.Kept(in e, in order, ExecType.Canceled, e.ClOrdId, order.ClOrdId);
        _risk.Return(ref order, OrderHandle.Unpack(e.Handle).Slot);
        _probe.Mark(EngineStage.Report);
    }

    /// <summary>A replacement of an order the engine holds, made at once where nothing is against it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReplaceHeld(ref EngineEvent e, ulong failed, bool isThere, in OrderTerms terms)
    {
        failed |= _validate.Held(in e);
        ref OrderRecord order = ref _risk.Order(in e);
        ulong origClOrdId = order.ClOrdId;
        failed = _risk.ReplaceHeld(ref e, failed, in Listings.At(e.Listing.Value), isThere, terms);
        _probe.Mark(EngineStage.Risk);
        if (failed != 0)
        {
            RejectChange(ref e, failed);
            return;
        }

        _report.Kept(in e, in order, ExecType.Replaced, order.ClOrdId, origClOrdId);
        _risk.TriggerAtOnce(in e);
        BeginDue(e.TimeNs);
        _probe.Mark(EngineStage.Report);
    }

    /// <summary>The next held order that is due.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Due(ref EngineEvent e)
    {
        _isDueOnItsWay = false;
        int index = Termed.FirstDue;
        if (index >= 0)
        {
            ref TermedOrder record = ref Termed.At(index);
            if (record.Due == DueAction.Release)
            {
                Release(ref e, index);
            }
            else
            {
                bool expires = record.Due == DueAction.Expire;
                EndHeld(ref e, record.Slot, expires ? OrderAction.Expire : OrderAction.Cancel, expires ? ExecType.Expired : ExecType.Canceled);
            }
        }

        BeginDue(e.TimeNs);
    }

    /// <summary>Sends a held order to its venue, unless a control is against it now.</summary>
    private void Release(ref EngineEvent e, int index)
    {
        _risk.PrepareRelease(ref e, in Termed.At(index));
        ulong failed = _risk.CheckRelease(in e, _validate.Held(in e));
        if (failed != 0)
        {
            Reject(ref e, failed);
            EndHeld(ref e, Termed.At(index).Slot, OrderAction.Reject, ExecType.Rejected);
            return;
        }

        OrderTerms toVenue = _risk.Send(ref e, index, in Listings.At(e.Listing.Value));
        Counters.Triggers++;
        ref OrderRecord order = ref _risk.Order(in e);
        _report.Kept(in e, in order, ExecType.Triggered, order.ClOrdId, 0);
        _submit.New(ref e, in toVenue);
    }

    private void EndHeld(ref EngineEvent e, int slot, OrderAction action, ExecType execType)
    {
        ref OrderRecord order = ref Orders.At(slot);
        _risk.EndHeld(ref order, action);
        e.Handle = Orders.HandleOf(slot).Packed;
        e.Place = order.Place;
        e.Account = order.Account;
        _report.Kept(in e, in order, execType, order.ClOrdId, 0);
        _risk.Return(ref order, slot);
    }

    /// <summary>Hands the next due order to the engine's own source, where there is one and none is on its way.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginDue(long timeNs)
    {
        if (Termed.FirstDue >= 0 && !_isDueOnItsWay)
        {
            _isDueOnItsWay = true;
            HandDueOver(timeNs);
        }
    }

    /// <summary>An engine that is fed from a journal finds the event there instead.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HandDueOver(long timeNs)
    {
        if (!_takesSources)
        {
            return;
        }

        // There is room: one is on its way at a time.
        ref EngineEvent e = ref DueOrders.TryClaim();
        Unsafe.InitBlockUnaligned(ref Unsafe.As<EngineEvent, byte>(ref e), 0, EngineEvent.InputSize);
        e.Kind = EngineEventKind.Due;
        e.TimeNs = timeNs;
        DueOrders.Publish();
    }
}
