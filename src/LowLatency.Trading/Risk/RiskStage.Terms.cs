using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Terms;
using LowLatency.Trading.Validation;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Risk;

/// <summary>Orders with terms. The engine holds triggered orders that their venue does not do itself: they reserve from the start, and when they are released every control is asked again but those that count messages and orders.</summary>
internal unsafe partial struct RiskStage
{
    /// <summary>The engine holds the order.</summary>
    public static bool IsHeld(ref readonly OrderRecord order) => (order.Flags & OrderFlags.Held) != 0;

    /// <summary>Keeps a part of the terms of the request that follows.</summary>
    public readonly bool Keep(ref readonly EngineEvent e) => _terms.Put(in e);

    /// <summary>Takes the terms of a request that says it has some, before its client id counts.</summary>
    /// <returns>False where it says so and there are none directly before it.</returns>
    public readonly bool TakeTerms(ref readonly EngineEvent e, out OrderTerms terms)
    {
        terms = default;
        return (e.Flags & EngineEventFlags.HasTerms) == 0 || _terms.TryTake(in e, out terms);
    }

    /// <summary>Checks a new order that has terms, or is of a type beside market and limit, and, where <paramref name="failed"/> is and stays empty, takes it into the books; holds it where its venue does not do its type.</summary>
    /// <param name="e">The order.</param>
    /// <param name="failed">What failed before.</param>
    /// <param name="rules">Its listing.</param>
    /// <param name="toVenue">The terms its venue is to be sent; empty where it is to be sent none, or is held.</param>
    public ulong NewTermed(ref EngineEvent e, ulong failed, ref readonly ListingRecord rules, out OrderTerms toVenue)
    {
        long* best = _prices.Of(e.Instrument);
        long opposite = best[e.Side == Side.Buy ? 1 : 0];
        bool hasTerms = (e.Flags & EngineEventFlags.HasTerms) != 0;
        failed |= CheckTerms(ref e, in rules, TakeTerms(in e, out OrderTerms terms), in terms);
        failed |= FindLinks(ref e, failed, in terms, out int parent, out int linked);
        e.Target = terms.ParentClOrdId;
        bool waits = Waits(in e);
        bool isHeld = IsToBeHeld(in e, in rules);
        int queue = e.OrderType.IsTriggered() ? TriggerQueues.QueueOf(e.Instrument, e.Side, e.OrderType, terms.TriggerSource) : 0;
        long price = PriceOfTermed(in e, in terms, in rules, queue);
        bool isKnown = IsPriced(in e) ? waits || (best[0] | best[1]) != 0 : price != 0 || (waits && (e.Listing.Value == 0 || (e.OrderType.IsTriggered() && !e.OrderType.IsTrailing())));
        FailedChecks.Add(ref failed, !isKnown, RejectReason.NoReferencePrice);
        FailedChecks.Add(ref failed, hasTerms && !_termed.HasFree(1 + RecordsFor(parent, linked)), RejectReason.OrderCapacity);
        e.ReferencePrice = new Price(price);
        failed = Enter(ref e, failed, price, waits, isHeld);
        toVenue = default;
        if (failed != 0)
        {
            return failed;
        }

        e.ReferencePrice = new Price(opposite);
        if (hasTerms)
        {
            ref OrderRecord order = ref Order(in e);
            int slot = OrderHandle.Unpack(e.Handle).Slot;
            int index = _termed.Add(slot, in terms, rules.TickSize);
            order.Flags |= OrderFlags.HasTerms;
            Link(index, in terms, parent, linked);
            if (terms.ExpireTimeNs != 0 && (isHeld || _holdsForSelf || !rules.Abilities.Has(VenueAbilities.Gtd)))
            {
                _termed.Expire(index, e.Sequence);
            }

            if (isHeld)
            {
                order.Flags |= OrderFlags.Held;
                order.Status = OrdStatus.Held;
                if (e.OrderType.IsTriggered() && (parent < 0 || _termed.At(index).Allowed > 0))
                {
                    _termed.At(index).IsActive = true;
                    _termed.Triggers.Enter(index, queue, e.OrderType.IsTrailing(), e.Sequence);
                }
            }
            else if (_holdsForSelf)
            {
                HoldForSelf(ref order, slot);
            }
            else
            {
                _termed.At(index).WaitsAtVenue = waits;
                toVenue = ForVenue(ref e, terms, in rules);
            }
        }
        else if (_holdsForSelf)
        {
            HoldForSelf(ref Order(in e), OrderHandle.Unpack(e.Handle).Slot);
        }

        return 0;
    }

    /// <summary>Looks which held orders a moved price triggers.</summary>
    /// <returns>Whether any.</returns>
    public readonly bool Trigger(ref readonly EngineEvent e)
    {
        TriggerQueues triggers = _termed.Triggers;
        long* best = _prices.Of(e.Instrument);
        triggers.Watch(e.Instrument, TriggerQueues.Bid, best[0]);
        triggers.Watch(e.Instrument, TriggerQueues.Offer, best[1]);
        return triggers.Count > 0 && MakeTriggeredDue(e.Instrument);
    }

    /// <summary>Looks which held orders a trade triggers.</summary>
    /// <returns>Whether any.</returns>
    public readonly bool TriggerByTrade(ref readonly EngineEvent e)
    {
        _termed.Triggers.Watch(e.Instrument, TriggerQueues.Last, e.ReferenceValue);
        return _termed.Triggers.Count > 0 && MakeTriggeredDue(e.Instrument);
    }

    /// <summary>Looks whether a held order's trigger is reached already.</summary>
    public readonly void TriggerAtOnce(ref readonly EngineEvent e) => MakeTriggeredDue(e.Instrument);

    /// <summary>Prices trigger nothing while the instrument does not trade.</summary>
    private readonly bool MakeTriggeredDue(InstrumentId instrument) => _sessions.IsOpenSomewhere(instrument) && _termed.MakeTriggeredDue(instrument.Value);

    /// <summary>What has expired becomes due.</summary>
    /// <returns>Whether any.</returns>
    public readonly bool Expire(long timeNs)
    {
        bool any = false;
        for (int index = _termed.TakeExpired(timeNs); index >= 0; index = _termed.TakeExpired(timeNs))
        {
            any = true;
            _termed.MakeDue(index, DueAction.Expire);
        }

        return any;
    }

    /// <summary>Ends a located order that is held; nothing is on its way for one.</summary>
    public readonly void EndHeld(ref OrderRecord order, OrderAction action)
    {
        RiskLevels levels = CountedLevels(in order);
        OrderStanding standing = levels == RiskLevels.None ? default : OrderStanding.Of(in order);
        long before = order.Reserved;
        order.Status = order.After(action, order.Flags);
        order.Flags &= ~OrderFlags.Held;
        Reserve(ref order, ref _positions.At(order.PositionIndex), before);
        if (levels != RiskLevels.None)
        {
            _gate.Changed(in order, standing, levels);
        }
    }

    /// <summary>A strategy's cancel of a held order counts as a message.</summary>
    public readonly void CancelHeld(ref OrderRecord order, long timeNs)
    {
        RiskLevels levels = CountedLevels(in order);
        if (levels != RiskLevels.None)
        {
            _gate.Canceling(in order, levels, timeNs);
        }

        EndHeld(ref order, OrderAction.Cancel);
    }

    /// <summary>Checks a replacement of a located order that is held and, where nothing fails, makes it.</summary>
    /// <param name="e">The replacement.</param>
    /// <param name="failed">What failed before.</param>
    /// <param name="rules">The order's listing.</param>
    /// <param name="isThere">From <see cref="TakeTerms"/>.</param>
    /// <param name="terms">Its terms, where it says it has some.</param>
    public ulong ReplaceHeld(ref EngineEvent e, ulong failed, ref readonly ListingRecord rules, bool isThere, OrderTerms terms)
    {
        OrderHandle handle = OrderHandle.Unpack(e.Handle);
        ref OrderRecord order = ref _orders.At(handle.Slot);
        ref PositionRecord position = ref _positions.At(order.PositionIndex);
        int index = _termed.IndexOf(handle.Slot);
        ref TermedOrder record = ref _termed.At(index);
        bool hasTerms = (e.Flags & EngineEventFlags.HasTerms) != 0;
        terms = hasTerms ? terms : Given(in order, in record.Terms);
        failed |= CheckTerms(ref e, in rules, isThere, in terms);
        failed |= isThere && hasTerms ? CheckRelink(ref e, failed, in terms) : 0;
        int queue = TriggerQueues.QueueOf(e.Instrument, e.Side, e.OrderType, terms.TriggerSource);
        long price = hasTerms || !e.OrderType.IsTrailing() || !record.IsActive ? PriceOfTermed(in e, in terms, in rules, queue) : record.Terms.StopPrice.Raw;
        long extra = Extra(in e, in order);
        e.ReferencePrice = new Price(price);
        FailedChecks.Add(ref failed, record.Due > DueAction.Reduce, RejectReason.OrderPending);
        FailedChecks.Add(ref failed, e.Quantity.Raw <= order.CumQty && e.Quantity.Raw > 0, RejectReason.QuantityBelowExecuted);
        ref readonly OrderBounds bounds = ref _bounds.Of(e.Strategy, e.Listing.Value);
        FailedChecks.Add(ref failed, bounds.IsKilled, RejectReason.KillSwitch);
        FailedChecks.Add(ref failed, !bounds.IsEntitled, RejectReason.NotEntitled);
        FailedChecks.Add(ref failed, price == 0 && !IsPriced(in e) && (e.OrderType.IsTrailing() || !e.OrderType.IsTriggered()), RejectReason.NoReferencePrice);
        RiskRequest request = Request(in e, ref position, order.PositionIndex, price, extra, handle.Slot, order.CumQty);
        request.Waits = true;
        request.IsReduceOnly = false;
        FailedChecks.Add(ref failed, position.MissesLimit, RejectReason.MissingLimit);
        failed |= _gate.Check(in request);
        if (failed != 0)
        {
            return failed;
        }

        long reserved = order.Reserved;
        OrderStanding before = request.Levels == RiskLevels.None ? default : OrderStanding.Of(in order);
        _orders.RememberReplacement(ref order, handle.Slot, e.ClOrdId);
        _orders.TakeReplacementId(ref order, handle.Slot);
        order.ReplaceClOrdId = 0;
        order.Price = e.Price.Raw;
        order.Quantity = e.Quantity.Raw;
        order.ReplacePrice = price;
        if (hasTerms)
        {
            _termed.Triggers.Leave(index);
            record.Terms = terms;
            record.IsParked = false;
            if (record.IsActive)
            {
                _termed.Triggers.Enter(index, queue, e.OrderType.IsTrailing(), e.Sequence);
            }

            if (terms.ExpireTimeNs != 0)
            {
                _termed.Expire(index, e.Sequence);
            }
        }

        Reserve(ref order, ref position, reserved);
        if (request.Levels != RiskLevels.None)
        {
            _gate.Replaced(in request, in order, before);
        }

        if (_selfTrades.StopWaiting(handle.Slot))
        {
            _termed.MakeDue(index, DueAction.Release);
        }

        return 0;
    }

    /// <summary>An order has ended: gives its record of terms back, and keeps it among the completed.</summary>
    /// <returns>Whether that has made others due.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Complete(ref OrderRecord order, int slot)
    {
        if ((order.Flags & OrderFlags.HasTerms) != 0)
        {
            ReturnTerms(ref order, slot);
        }

        _orders.Complete(ref order, slot);
        return _selfTrades.Waiting != 0 && Wake(order.Listing);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void ReturnTerms(ref OrderRecord order, int slot)
    {
        order.Flags &= ~OrderFlags.HasTerms;
        _selfTrades.StopWaiting(slot);
        _termed.Remove(slot);
    }

    /// <summary>What a report of the venue says of a triggered order that waits there.</summary>
    /// <returns>False where none waits.</returns>
    private readonly bool TriggeredAtVenue(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        if ((order.Flags & OrderFlags.HasTerms) == 0 || order.Status.IsFinal())
        {
            return false;
        }

        ref TermedOrder record = ref _termed.Of((int)(uint)e.Target);
        bool waited = record.WaitsAtVenue;
        record.WaitsAtVenue = false;
        if (waited)
        {
            EnterOwn(in order, (int)(uint)e.Target);
        }

        return waited;
    }

    /// <summary>Whether the end that the engine asked a venue for is an expiry.</summary>
    private readonly bool IsExpiring(ref readonly EngineEvent e, ref readonly OrderRecord order) =>
        (order.Flags & OrderFlags.HasTerms) != 0 && order.CancelClOrdId == 0 && _termed.Of((int)(uint)e.Target).IsExpiring;

    /// <summary>Whether a new order, whose parent stands in its Target, waits for a trigger or a parent.</summary>
    private static bool Waits(ref readonly EngineEvent e) => e.OrderType.IsTriggered() || (OrderTraits.NeedTerms(in e) && e.Target != 0);

    /// <summary>Whether it is the engine that waits.</summary>
    private static bool IsToBeHeld(ref readonly EngineEvent e, ref readonly ListingRecord rules) =>
        Waits(in e) && (e.Target != 0 || !rules.Abilities.Has(e.OrderType));

    /// <summary>Links stay as they are.</summary>
    private static ulong CheckRelink(ref EngineEvent e, ulong failed, in OrderTerms terms) =>
        (terms.ParentClOrdId | terms.LinkedClOrdId) == 0 && terms.Contingency == Contingency.None
            ? 0
            : RefuseLink(ref e, failed, terms.ParentClOrdId != 0 ? terms.ParentClOrdId : terms.LinkedClOrdId, terms.Contingency);

    /// <summary>Whether an order names what a unit of it costs; a pegged one may.</summary>
    private static bool IsPriced(ref readonly EngineEvent e) =>
        !e.OrderType.IsKnown() || e.OrderType.CarriesPrice() || (e.OrderType == OrderType.Pegged && e.Price.Raw != 0);

    /// <summary>What the venue is sent of an order's terms: a venue without dates is sent an order without one.</summary>
    private static OrderTerms ForVenue(ref EngineEvent e, OrderTerms terms, ref readonly ListingRecord rules)
    {
        if (terms.ExpireTimeNs != 0 && !rules.Abilities.Has(VenueAbilities.Gtd))
        {
            terms.ExpireTimeNs = 0;
            e.TimeInForce = TimeInForce.Gtc;
        }

        return terms;
    }

    /// <summary>What a unit of an order is taken to cost: its limit price, else its trigger, else the opposite best. 0 where there is none, or a trailing stop has nothing to follow.</summary>
    private readonly long PriceOfTermed(ref readonly EngineEvent e, in OrderTerms terms, ref readonly ListingRecord rules, int queue)
    {
        if (IsPriced(in e))
        {
            return e.Price.Raw;
        }

        if (!e.OrderType.IsTrailing())
        {
            return e.OrderType.IsTriggered() ? terms.StopPrice.Raw : _prices.Of(e.Instrument)[e.Side == Side.Buy ? 1 : 0];
        }

        long mark = e.Listing.Value != 0 ? _termed.Triggers.PriceOf(queue) : 0;
        return mark == 0 ? 0 : TrailingStops.StopPrice(in terms, mark, rules.TickSize, TriggerQueues.Falls(queue));
    }

    /// <summary>A held order's terms as its owner would write them: a trailing stop's price is the engine's.</summary>
    private static OrderTerms Given(ref readonly OrderRecord order, in OrderTerms terms)
    {
        OrderTerms given = terms;
        given.StopPrice = order.OrderType.IsTrailing() ? default : terms.StopPrice;
        return given;
    }

    /// <summary>There are no terms, or may be none.</summary>
    private static ulong RefuseTerms(ref EngineEvent e)
    {
        (e.RejectValue, e.RejectLimit) = (0, 0);
        return FailedChecks.Of(RejectReason.InvalidTerms).Bits;
    }

    private static ulong CheckTerms(ref EngineEvent e, ref readonly ListingRecord rules, bool isThere, in OrderTerms terms)
    {
        if (!isThere)
        {
            return RefuseTerms(ref e);
        }

        ulong failed = 0;
        VenueAbilities missing = rules.Abilities.Missing(in terms);
        (e.RejectValue, e.RejectLimit) = ((long)missing, (long)rules.Abilities);
        FailedChecks.Add(ref failed, missing != VenueAbilities.None, RejectReason.UnsupportedOrderType);
        if (!TermsRules.AreLegal(in e, in terms, in rules, out TermsFault fault))
        {
            (e.RejectValue, e.RejectLimit) = (fault.Value, fault.Limit);
            failed |= FailedChecks.Of(RejectReason.InvalidTerms).Bits;
        }

        return failed;
    }
}
