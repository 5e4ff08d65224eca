using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Terms;
using LowLatency.Trading.Validation;

namespace LowLatency.Trading.Risk;

/// <summary>Linked orders. What one's execution means for the others makes them due; the engine's own events then do it, one by one.</summary>
internal unsafe partial struct RiskStage
{
    /// <summary>Finds the orders that terms link to: working ones of the same strategy, and in a ring only such as nothing has executed of.</summary>
    /// <param name="e">The order; what a refusal for its links says is written into it.</param>
    /// <param name="failed">What failed before.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="parent">The slot of the order it waits for, -1 where it waits for none.</param>
    /// <param name="linked">The slot of the order it is linked with, -1 where it is with none.</param>
    private readonly ulong FindLinks(ref EngineEvent e, ulong failed, in OrderTerms terms, out int parent, out int linked)
    {
        linked = FindLink(e.Strategy, terms.LinkedClOrdId);
        parent = FindLink(e.Strategy, terms.ParentClOrdId);
        bool isRing = terms.Contingency is Contingency.OneCancelsTheOther or Contingency.OneUpdatesTheOther;
        bool fits = terms.LinkedClOrdId == 0
            ? terms.Contingency == Contingency.None
            : isRing && linked >= 0 && _orders.At(linked).CumQty == 0 && MayJoin(linked, terms.Contingency);
        if (terms.ParentClOrdId != 0 && parent < 0)
        {
            failed |= RefuseLink(ref e, failed, terms.ParentClOrdId, Contingency.None);
        }
        else if (!fits)
        {
            failed |= RefuseLink(ref e, failed, terms.LinkedClOrdId, terms.Contingency);
        }

        return failed;
    }

    /// <summary>How many records a linked order needs beside its own.</summary>
    private readonly int RecordsFor(int parent, int linked)
    {
        bool parentLacks = parent >= 0 && !HasRecord(parent);
        bool linkedLacks = linked >= 0 && linked != parent && !HasRecord(linked);
        return (parentLacks ? 1 : 0) + (linkedLacks ? 1 : 0);
    }

    /// <summary>Links the record of a new order.</summary>
    private readonly void Link(int index, in OrderTerms terms, int parent, int linked)
    {
        if (linked >= 0)
        {
            _termed.Links.Join(index, RecordOf(linked), terms.Contingency);
        }

        if (parent >= 0)
        {
            _termed.Links.Adopt(RecordOf(parent), index);
            _termed.At(index).Allowed = _orders.At(parent).CumQty;
        }
    }

    /// <summary>An order with terms has executed.</summary>
    public readonly void FollowFill(ref readonly OrderRecord order, int slot, long quantity, long sequence)
    {
        int index = _termed.IndexOf(slot);
        Spend(index, quantity);
        for (int child = _termed.At(index).FirstChild; child >= 0; child = _termed.At(child).NextChild)
        {
            ref TermedOrder record = ref _termed.At(child);
            record.Allowed += quantity;
            ref OrderRecord waiting = ref _orders.At(record.Slot);
            if (waiting.OrderType.IsTriggered() && !record.IsActive && record.Due <= DueAction.Reduce)
            {
                Activate(child, in waiting, sequence);
            }
        }

        if (order.Status.IsFinal())
        {
            FollowEnd(index);
        }
    }

    /// <summary>An order with terms has been answered something else.</summary>
    public readonly void FollowChange(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        int index = _termed.IndexOf((int)(uint)e.Target);
        ref TermedOrder record = ref _termed.At(index);
        if (order.Status.IsFinal())
        {
            FollowEnd(index);
            return;
        }

        bool answersReplace = e.ExecType == ExecType.Replaced || (e.ExecType == ExecType.CancelReject && (e.Flags & EngineEventFlags.AnswersReplace) != 0);
        if (answersReplace && record.IsReducing)
        {
            record.IsReducing = false;
            if (e.ExecType == ExecType.CancelReject)
            {
                // It cannot be made smaller, so it may not stay.
                _termed.MakeDue(index, DueAction.Cancel);
            }
        }

        // One that is to be canceled is not tried here again: the sweeps that timers start do that, not every refusal.
        if (record.Owed > 0 && (order.Flags & OrderFlags.CancelWanted) == 0)
        {
            _termed.MakeDue(index, DueAction.Reduce);
        }
    }

    /// <summary>An order has ended: its children are sent, wait for their triggers with no more than it has executed, or end with it.</summary>
    public readonly void FollowEnd(int index)
    {
        for (int child = _termed.Links.ReleaseChild(index); child >= 0; child = _termed.Links.ReleaseChild(index))
        {
            ref TermedOrder record = ref _termed.At(child);
            long more = _orders.At(record.Slot).Quantity - record.Owed - record.Allowed;
            if (record.Allowed <= 0)
            {
                _termed.MakeDue(child, DueAction.Cancel);
            }
            else if (!record.IsActive)
            {
                _termed.MakeDue(child, DueAction.Release);
            }
            else
            {
                record.HasParent = false;
                if (more > 0)
                {
                    record.Owed += more;
                    _termed.MakeDue(child, DueAction.Reduce);
                }
            }
        }
    }

    /// <summary>A held order has been released: a trigger counts for its ring as an execution, and ends what is left of a parent.</summary>
    private readonly void FollowRelease(int index, ref readonly OrderRecord order)
    {
        ref TermedOrder record = ref _termed.At(index);
        if (!order.OrderType.IsTriggered())
        {
            return;
        }

        Spend(index, order.LeavesQty);
        record.IsSpent = true;
        if (record.Parent >= 0)
        {
            _termed.MakeDue(record.Parent, DueAction.Cancel);
        }
    }

    /// <summary>How much of a held order may be sent: what is left of it, less what its ring has executed, and no more than its parent has.</summary>
    private static long Sendable(ref readonly OrderRecord order, ref readonly TermedOrder record)
    {
        long left = order.LeavesQty - record.Owed;
        return record.HasParent ? Math.Min(left, record.Allowed) : left;
    }

    /// <summary>What is owed to its ring is taken off an order that its engine holds.</summary>
    /// <returns>False where nothing would be left that its listing allows: then it has to end.</returns>
    public readonly bool ReduceHeld(ref OrderRecord order, ref TermedOrder record, ref readonly ListingRecord rules)
    {
        long quantity = order.Quantity - record.Owed;
        if (!IsAllowed(quantity, in order, in rules))
        {
            return false;
        }

        RiskLevels levels = CountedLevels(in order);
        OrderStanding standing = levels == RiskLevels.None ? default : OrderStanding.Of(in order);
        long before = order.Reserved;
        order.Quantity = quantity;
        record.Owed = 0;
        Reserve(ref order, ref _positions.At(order.PositionIndex), before);
        if (levels != RiskLevels.None)
        {
            _gate.Changed(in order, standing, levels);
        }

        return true;
    }

    /// <summary>Makes an event the replacement that takes off an order at its venue what is owed to its ring. It keeps its client id.</summary>
    /// <returns>False where that cannot be: the order has to be canceled.</returns>
    public readonly bool Reduce(ref EngineEvent e, ref OrderRecord order, ref TermedOrder record, ref readonly ListingRecord rules)
    {
        long quantity = order.Quantity - record.Owed;
        OrdStatus next = order.After(OrderAction.SendReplace, order.Flags | OrderFlags.Replacing);
        if (next == OrdStatus.None || !IsAllowed(quantity, in order, in rules) || !IsReplaceable(in order, record.Slot))
        {
            return false;
        }

        RiskLevels levels = CountedLevels(in order);
        if (levels != RiskLevels.None)
        {
            _gate.Canceling(in order, levels, e.TimeNs);
        }

        _orders.RememberReplacement(ref order, record.Slot, order.ClOrdId);
        order.Flags |= OrderFlags.Replacing;
        order.ReplacePrice = order.Price;
        order.ReplaceQuantity = quantity;
        order.Status = next;
        record.Owed = 0;
        record.IsReducing = true;
        Describe(ref e, ref order, record.Slot);
        e.VenueOrderId = order.VenueOrderId;
        e.Quantity = new(quantity);
        return true;
    }

    /// <summary>Whether what is owed has to wait for an answer of the venue; with it comes another try.</summary>
    public static bool MustWait(ref readonly OrderRecord order) =>
        (order.Flags & (OrderFlags.Canceling | OrderFlags.Replacing)) != 0 || (order.Flags & OrderFlags.Acknowledged) == 0;

    /// <summary>What broke stands for an earlier reason already, where its terms failed another check.</summary>
    private static ulong RefuseLink(ref EngineEvent e, ulong failed, ulong clOrdId, Contingency kind)
    {
        if ((failed & ((1UL << (int)RejectReason.InvalidTerms) | (1UL << (int)RejectReason.UnsupportedOrderType))) == 0)
        {
            (e.RejectValue, e.RejectLimit) = ((long)clOrdId, (long)kind);
        }

        return FailedChecks.Of(RejectReason.InvalidLink).Bits;
    }

    private static bool IsAllowed(long quantity, ref readonly OrderRecord order, ref readonly ListingRecord rules) =>
        quantity > order.CumQty && quantity >= rules.MinQuantity && rules.Lot.DividesPositive(quantity);

    /// <summary>What one of a ring executes is taken off the others, or ends them.</summary>
    private readonly void Spend(int index, long quantity)
    {
        ref TermedOrder record = ref _termed.At(index);
        if (record.IsSpent)
        {
            return;
        }

        for (int other = record.GroupNext; other != index; other = _termed.At(other).GroupNext)
        {
            if (record.Contingency == Contingency.OneCancelsTheOther)
            {
                _termed.MakeDue(other, DueAction.Cancel);
            }
            else
            {
                _termed.At(other).Owed += quantity;
                _termed.At(other).Allowed -= quantity;
                _termed.MakeDue(other, DueAction.Reduce);
            }
        }
    }

    /// <summary>A child's parent has executed: it waits for its own trigger now.</summary>
    private readonly void Activate(int index, ref readonly OrderRecord order, long sequence)
    {
        ref TermedOrder record = ref _termed.At(index);
        record.IsActive = true;
        int queue = TriggerQueues.QueueOf(order.Instrument, order.Side, order.OrderType, record.Terms.TriggerSource);
        _termed.Triggers.Enter(index, queue, order.OrderType.IsTrailing(), sequence);
        MakeTriggeredDue(order.Instrument);
    }

    private readonly int FindLink(StrategyId strategy, ulong clOrdId) =>
        clOrdId != 0 && _orders.Find(strategy, clOrdId, out OrderHandle handle) == RejectReason.None ? handle.Slot : -1;

    private readonly bool MayJoin(int slot, Contingency kind)
    {
        if (!HasRecord(slot))
        {
            return true;
        }

        ref TermedOrder record = ref _termed.Of(slot);
        return record.Contingency == Contingency.None || (record.Contingency == kind && !record.IsSpent);
    }

    private readonly bool HasRecord(int slot) => (_orders.At(slot).Flags & OrderFlags.HasTerms) != 0;

    /// <summary>The record of the order in a slot, which gets one where it has none.</summary>
    private readonly int RecordOf(int slot)
    {
        if (HasRecord(slot))
        {
            return _termed.IndexOf(slot);
        }

        _orders.At(slot).Flags |= OrderFlags.HasTerms;
        return _termed.Add(slot, default, 0);
    }
}
