using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Risk.Stops;
using LowLatency.Trading.Terms;

namespace LowLatency.Trading.Engine;

/// <summary>Orders with terms. Those that are due are released, made smaller or ended one by one, each by an event of its own that comes through the engine's own source before anything else, is sequenced and journalled, and replays like every other.</summary>
public sealed partial class TradingEngine<TGateway, TJournal, TProbe>
{
    private bool _isDueOnItsWay;

    /// <summary>A validated new order that has terms, or is of a type beside market and limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AdmitTermed(ref EngineEvent e, ulong failed)
    {
        failed = _risk.NewTermed(ref e, failed, in Listings.At(e.Listing.Value), out OrderTerms toVenue);
        _probe.Mark(EngineStage.Risk);
        BeginPrevented(e.TimeNs);
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
            if (_report.IsCopying)
            {
                _report.Pending(in e, in order, ExecType.PendingNew);
            }

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
        _risk.FollowEnd(Termed.IndexOf(OrderHandle.Unpack(e.Handle).Slot));
        _risk.Complete(ref order, OrderHandle.Unpack(e.Handle).Slot);
        BeginDue(e.TimeNs);
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

    /// <summary>The next order that is due.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Due(ref EngineEvent e)
    {
        _isDueOnItsWay = false;
        int index = Termed.FirstDue;
        if (index >= 0)
        {
            ref OrderRecord order = ref Orders.At(Termed.At(index).Slot);
            if (RiskStage.IsHeld(in order))
            {
                DueHeld(ref e, index);
            }
            else
            {
                DueAtVenue(ref e, index, ref order);
            }
        }

        BeginDue(e.TimeNs);
    }

    private void DueHeld(ref EngineEvent e, int index)
    {
        ref TermedOrder record = ref Termed.At(index);
        switch (record.Due)
        {
            case DueAction.Release:
                Release(ref e, index);
                break;
            case DueAction.Reduce:
                Reduce(ref e, index);
                break;
            case DueAction.Expire:
                EndHeld(ref e, record.Slot, OrderAction.Expire, ExecType.Expired);
                break;
            default:
                EndHeld(ref e, record.Slot, OrderAction.Cancel, ExecType.Canceled);
                break;
        }
    }

    /// <summary>Takes what its ring has executed off an order the engine holds.</summary>
    private void Reduce(ref EngineEvent e, int index)
    {
        ref TermedOrder record = ref Termed.At(index);
        int slot = record.Slot;
        ref OrderRecord order = ref Orders.At(slot);
        if (!_risk.ReduceHeld(ref order, ref record, in Listings.At(order.Listing.Value)))
        {
            EndHeld(ref e, slot, OrderAction.Cancel, ExecType.Canceled);
            return;
        }

        Termed.Settle(index);
        e.Handle = Orders.HandleOf(slot).Packed;
        e.Place = order.Place;
        e.Account = order.Account;
        _report.Kept(in e, in order, ExecType.Restated, order.ClOrdId, 0);
    }

    /// <summary>Asks the venue to end an order, or to make it smaller.</summary>
    private void DueAtVenue(ref EngineEvent e, int index, ref OrderRecord order)
    {
        ref TermedOrder record = ref Termed.At(index);
        DueAction due = record.Due;
        Termed.Settle(index);
        if (order.Status.IsFinal() || (due == DueAction.Reduce && RiskStage.MustWait(in order)))
        {
            return;
        }

        if (due == DueAction.Reduce && _risk.Reduce(ref e, ref order, ref record, in Listings.At(order.Listing.Value)))
        {
            _submit.Replace(ref e);
            return;
        }

        // What a gateway or venue refuses is tried again by the sweep that the next timer event starts.
        record.IsExpiring |= due == DueAction.Expire;
        MassCancel.Mark(ref order);
        if ((order.Flags & OrderFlags.Canceling) == 0 && _risk.CancelUnasked(record.Slot, e.TimeNs, ref _cancel))
        {
            _submit.Cancel(ref _cancel);
        }
    }

    /// <summary>An order with terms has executed: what that means for those linked with it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FollowFill(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        _risk.FollowFill(in order, (int)(uint)e.Target, e.Quantity.Raw, e.Sequence);
        BeginDue(e.TimeNs);
    }

    /// <summary>As <see cref="FollowFill"/>, after anything else a venue says.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FollowChange(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        _risk.FollowChange(in e, in order);
        BeginDue(e.TimeNs);
    }

    /// <summary>Sends a held order to its venue, unless a control is against it now.</summary>
    private void Release(ref EngineEvent e, int index)
    {
        _risk.PrepareRelease(ref e, in Termed.At(index));
        if (e.Quantity.Raw <= 0)
        {
            EndHeld(ref e, Termed.At(index).Slot, OrderAction.Cancel, ExecType.Canceled);
            return;
        }

        if (_risk.Park(in e, index))
        {
            return;
        }

        ulong failed = _risk.CheckRelease(in e, _validate.Held(in e));
        failed |= _risk.PreventSelfTradeOfRelease(ref e, index, failed, out bool waits);
        BeginPrevented(e.TimeNs);
        if (waits)
        {
            return;
        }

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
        _risk.FollowEnd(Termed.IndexOf(slot));
        e.Handle = Orders.HandleOf(slot).Packed;
        e.Place = order.Place;
        e.Account = order.Account;
        _report.Kept(in e, in order, execType, order.ClOrdId, 0);
        _risk.Complete(ref order, slot);
    }

    /// <summary>Cancels and makes smaller what the prevention of a self-trade has marked.</summary>
    private void BeginPrevented(long timeNs)
    {
        if (_risk.TakePrevented())
        {
            BeginSweep(timeNs);
            BeginDue(timeNs);
        }
    }

    /// <summary>Hands the next due order to the engine's own source, where there is one and none is on its way.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginDue(long timeNs)
    {
        if (Termed.FirstDue >= 0 && !_isDueOnItsWay)
        {
            _isDueOnItsWay = true;
            HandOver(DueOrders, EngineEventKind.Due, timeNs, 0);
        }
    }
}
