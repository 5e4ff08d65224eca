using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Testing.Model;

/// <summary>Linked orders: rings that cancel or update one another, and children that wait for a parent's execution.</summary>
public sealed partial class ReferenceEngine
{
    private ReferenceOrder? FindLink(StrategyId strategy, ulong clOrdId) =>
        clOrdId == 0 ? null : _kept.Values.SingleOrDefault(order => order.Strategy == strategy && !order.IsFinal && (order.ClOrdId == clOrdId || order.Replacement?.ClOrdId == clOrdId));

    private (ReferenceOrder? Parent, ReferenceOrder? Linked) FindLinks(Failures failed, EngineEvent e, OrderTerms terms)
    {
        ReferenceOrder? linked = FindLink(e.Strategy, terms.LinkedClOrdId);
        ReferenceOrder? parent = FindLink(e.Strategy, terms.ParentClOrdId);
        bool isRing = terms.Contingency is Contingency.OneCancelsTheOther or Contingency.OneUpdatesTheOther;
        bool fits = terms.LinkedClOrdId == 0
            ? terms.Contingency == Contingency.None
            : isRing && linked is { CumQty: 0 } && (linked.Contingency == Contingency.None || (linked.Contingency == terms.Contingency && !linked.IsSpent));
        if (terms.ParentClOrdId != 0 && parent == null)
        {
            failed.Add(RejectReason.InvalidLink, (long)terms.ParentClOrdId);
        }
        else if (!fits)
        {
            failed.Add(RejectReason.InvalidLink, (long)terms.LinkedClOrdId, (long)terms.Contingency);
        }

        return (parent, linked);
    }

    private static void Link(ReferenceOrder order, OrderTerms terms, ReferenceOrder? parent, ReferenceOrder? linked)
    {
        if (linked != null)
        {
            linked.HasTerms = true;
            if (linked.Ring.Count == 0)
            {
                linked.Ring = [linked];
            }

            order.Contingency = linked.Contingency = terms.Contingency;
            linked.Ring.Insert(linked.Ring.IndexOf(linked) + 1, order);
            order.Ring = linked.Ring;
        }

        if (parent != null)
        {
            parent.HasTerms = true;
            order.Parent = parent;
            order.HasParent = true;
            order.Allowed = parent.CumQty;
        }
    }

    /// <summary>Those that wait for an order, the newest first.</summary>
    private List<ReferenceOrder> ChildrenOf(ReferenceOrder order) => [.. _kept.Values.Where(child => child.Parent == order).OrderByDescending(child => child.Born)];

    private void FollowFill(EngineEvent e, ReferenceOrder order)
    {
        Spend(order, e.Quantity.Raw);
        foreach (ReferenceOrder child in ChildrenOf(order))
        {
            child.Allowed += e.Quantity.Raw;
            if (IsTriggered(child.OrderType) && !child.IsActive && !_due.Any(one => one.Order == child && one.Due != Due.Reduce))
            {
                child.IsActive = true;
                Wait(child, child.Terms, e.Sequence);
                Trigger(child.Listing.Instrument);
            }
        }

        if (order.IsFinal)
        {
            FollowEnd(order);
        }
    }

    private void FollowChange(EngineEvent e, ReferenceOrder order)
    {
        if (order.IsFinal)
        {
            FollowEnd(order);
            return;
        }

        bool refused = e.ExecType == ExecType.CancelReject && (e.Flags & EngineEventFlags.AnswersReplace) != 0;
        if (order.IsReducing && (refused || e.ExecType == ExecType.Replaced))
        {
            order.IsReducing = false;
            if (refused)
            {
                MakeDue(order, Due.Cancel);
            }
        }

        if (order.Owed > 0 && !order.CancelWanted)
        {
            MakeDue(order, Due.Reduce);
        }
    }

    private void FollowEnd(ReferenceOrder order)
    {
        foreach (ReferenceOrder child in ChildrenOf(order))
        {
            child.Parent = null;
            BigInteger more = child.Quantity - child.Owed - child.Allowed;
            if (child.Allowed <= 0)
            {
                MakeDue(child, Due.Cancel);
            }
            else if (!child.IsActive)
            {
                MakeDue(child, Due.Release);
            }
            else
            {
                child.HasParent = false;
                if (more > 0)
                {
                    child.Owed += more;
                    MakeDue(child, Due.Reduce);
                }
            }
        }
    }

    private void FollowRelease(ReferenceOrder order)
    {
        if (!IsTriggered(order.OrderType))
        {
            return;
        }

        Spend(order, order.LeavesQty);
        order.IsSpent = true;
        if (order.Parent != null)
        {
            MakeDue(order.Parent, Due.Cancel);
        }
    }

    private void Spend(ReferenceOrder order, BigInteger quantity)
    {
        int at = order.Ring.IndexOf(order);
        foreach (ReferenceOrder other in order.IsSpent || at < 0 ? [] : order.Ring.Skip(at + 1).Concat(order.Ring.Take(at)))
        {
            if (order.Contingency == Contingency.OneCancelsTheOther)
            {
                MakeDue(other, Due.Cancel);
            }
            else
            {
                other.Owed += quantity;
                other.Allowed -= quantity;
                MakeDue(other, Due.Reduce);
            }
        }
    }

    private static BigInteger Sendable(ReferenceOrder order) =>
        order.HasParent ? BigInteger.Min(order.LeavesQty - order.Owed, order.Allowed) : order.LeavesQty - order.Owed;

    private static bool IsAllowed(BigInteger quantity, ReferenceOrder order) =>
        quantity > order.CumQty && quantity >= (order.Listing.MinQuantity ?? order.Listing.LotSize).Raw && quantity % order.Listing.LotSize.Raw == 0;

    private void ReduceHeld(EngineEvent e, ReferenceOrder order)
    {
        BigInteger quantity = order.Quantity - order.Owed;
        if (!IsAllowed(quantity, order))
        {
            EndHeld(e, order, OrdStatus.Canceled, ExecType.Canceled, order.ClOrdId, 0);
            return;
        }

        _due.RemoveAll(one => one.Order == order);
        order.Quantity = (long)quantity;
        order.Owed = 0;
        Keep(e, order, ExecType.Restated, order.ClOrdId, 0);
    }

    private void DueAtVenue(EngineEvent e, ReferenceOrder order, Due due)
    {
        _due.RemoveAll(one => one.Order == order);
        bool reduces = due == Due.Reduce;
        if (order.IsFinal || (reduces && (order.CancelClOrdId != null || order.Replacement != null || !order.Acknowledged)))
        {
            return;
        }

        BigInteger quantity = order.Quantity - order.Owed;
        OrdStatus next = order.After(OrderAction.SendReplace, true, false);
        if (reduces && next != OrdStatus.None && IsAllowed(quantity, order) && order.Price != 0 && !order.WaitsAtVenue)
        {
            CountMessage(order, MessageKind.Cancel, 0, 0);
            order.Status = next;
            order.Replacement = (order.ClOrdId, order.Price, (long)quantity);
            order.Owed = 0;
            order.IsReducing = true;
            Send(e with { ClOrdId = order.ClOrdId }, order, VenueRequestKind.Replace, new Price(order.Price), new Quantity((long)quantity));
            return;
        }

        order.IsExpiring |= due == Due.Expire;
        order.CancelWanted = true;
        if (order.CancelClOrdId == null)
        {
            order.Status = order.After(OrderAction.SendCancel, order.Replacement != null, true);
            order.CancelClOrdId = 0;
            CountMessage(order, MessageKind.Cancel, 0, 0);
            Send(e with { ClOrdId = 0 }, order, VenueRequestKind.Cancel, default, default);
        }
    }

    /// <summary>An order is given up: it leaves what it was part of.</summary>
    private void Forget(ReferenceOrder order)
    {
        order.IsCompleted = true;
        _waitingForSelf.Remove(order);
        order.HasTerms = false;
        order.Parent = null;
        order.ExpiresNs = 0;
        _completed.Enqueue(order);
        if (_completed.Count > definition.Limits.MaxCompletedOrders)
        {
            _kept.Remove(_completed.Dequeue().Handle);
        }

        _due.RemoveAll(one => one.Order == order);
        order.Ring.Remove(order);
        Wake(order);
    }
}
