using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Valuation;
using LowLatency.Trading.Validation;

namespace LowLatency.Trading.Risk;

/// <summary>What venues say, applied to orders and positions. The venue's word counts: a fill that does not fit is counted as an alarm and still changes the position.</summary>
internal partial struct RiskStage
{
    /// <summary>The order a report names, or a null reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref OrderRecord Find(ref readonly EngineEvent report) => ref _orders.Live(report.Target);

    /// <summary>The order of a located request, for its report.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref OrderRecord Order(ref readonly EngineEvent e) => ref _orders.At(OrderHandle.Unpack(e.Handle).Slot);

    /// <summary>The venue took the order.</summary>
    /// <returns>False when that is impossible in the order's state: there is nothing to tell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Accept(ref readonly EngineEvent e, ref OrderRecord order)
    {
        OrderFlags flags = order.Flags | OrderFlags.Acknowledged;
        OrdStatus next = order.After(OrderAction.Accept, flags);
        if (next == OrdStatus.None || flags == order.Flags)
        {
            return false;
        }

        order.Flags = flags;
        order.Status = next;
        order.VenueOrderId = e.VenueNumber;
        return true;
    }

    /// <summary>The order, or a part of it, executed. Writes the fee into the event.</summary>
    /// <param name="e">The report.</param>
    /// <param name="order">Its order, from <see cref="Find"/>.</param>
    /// <param name="counters">Alarms are counted here.</param>
    /// <param name="listings">For the fee rates.</param>
    /// <returns>False when the numbers cannot be: there is nothing to tell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fill(ref EngineEvent e, ref OrderRecord order, EngineCounters counters, ListingTable listings)
    {
        long quantity = e.Quantity.Raw;
        long price = e.Price.Raw;
        if (quantity <= 0 || price <= 0 || quantity > RiskLimits.MaxRawQuantity)
        {
            return false;
        }

        ref Execution execution = ref _executions.TryAdd(e.Target, e.VenueNumber, out bool isKnown);
        if (isKnown)
        {
            counters.DuplicateExecutions++;
            return false;
        }

        ref PositionRecord position = ref _positions.At(order.PositionIndex);
        Int128 notional = Notional.ProductOfPositive(price, quantity);
        bool isWatched = _gate.HasBreakers;
        FillMark mark = isWatched ? Mark(in order, in position) : default;
        PositionValue value = _gate.IsValuing ? _gate.ValueOf(in order) : default;
        bool isBooked = PositionBook.Fill(ref position, order.Side, price, quantity, notional);
        if (!Unsafe.IsNullRef(ref execution))
        {
            Describe(ref execution, in e, in order, isBooked ? quantity : 0);
        }

        if (!isBooked)
        {
            Stop(RiskScope.Firm);
            return false;
        }

        if (e.Fill != 0 || (order.Side == Side.Buy ? price > order.Price : price < order.Price))
        {
            Doubt(in e, in order, counters);
        }

        int rate = listings.At(order.Listing.Value).FeeRate(e.Liquidity);
        e.HasFee = rate != 0;
        if (rate != 0)
        {
            Charge(ref e, ref position, notional, rate);
        }

        if (_gate.IsValuing)
        {
            _gate.Revalue(in order, value, e.TimeNs);
        }

        RiskLevels levels = CountedLevels(in order);
        OrderStanding before = levels == RiskLevels.None ? default : OrderStanding.Of(in order);
        long open = order.Quantity - order.CumQty;
        if (quantity > open || order.Status.IsFinal() || (order.Flags & (OrderFlags.Replacing | OrderFlags.Held)) != 0)
        {
            counters.OverFills += quantity > open || order.Status.IsFinal() || IsHeld(in order) ? 1 : 0;
            ExecuteUnexpected(ref order, ref position, quantity, notional);
        }
        else
        {
            Execute(ref order, quantity, notional);
            order.Flags |= OrderFlags.Acknowledged;
            order.Status = order.After(quantity == open ? OrderAction.FillRest : OrderAction.FillPart, order.Flags);
            position.Working(order.Side) -= quantity;
        }

        if (levels != RiskLevels.None)
        {
            _gate.Executed(in order, before, levels, notional, e.TimeNs);
            if (isWatched)
            {
                Watch(in e, in order, levels, mark, position.RealizedPnl);
            }
        }

        return true;
    }

    /// <summary>What a fill changes, before it does.</summary>
    /// <param name="IsAnswer">Whether the venue has not answered the order yet.</param>
    /// <param name="Realized">What the position has realised, raw 1e-16.</param>
    private readonly record struct FillMark(bool IsAnswer, Int128 Realized);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FillMark Mark(ref readonly OrderRecord order, ref readonly PositionRecord position) =>
        new((order.Flags & (OrderFlags.Acknowledged | OrderFlags.Held)) == 0 && !order.Status.IsFinal(), position.RealizedPnl);

    /// <summary>Shows a fill to the circuit breakers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Watch(ref readonly EngineEvent e, ref readonly OrderRecord order, RiskLevels levels, FillMark before, Int128 realized)
    {
        int slot = (int)(uint)e.Target;
        if (before.IsAnswer)
        {
            _gate.Taken(in order, slot, levels, e.TimeNs);
        }

        _gate.Filled(in order, slot, levels, e.Price.Raw, realized - before.Realized, e.TimeNs);
    }

    /// <summary>Whether circuit breakers look at what becomes of orders.</summary>
    public readonly bool HasBreakers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _gate.HasBreakers;
    }

    /// <summary>Shows an acknowledgement to the circuit breakers. While there are some.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void WatchAccepted(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        RiskLevels levels = CountedLevels(in order);
        if (levels != RiskLevels.None)
        {
            _gate.Taken(in order, (int)(uint)e.Target, levels, e.TimeNs);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Describe(ref Execution execution, ref readonly EngineEvent e, ref readonly OrderRecord order, long quantity)
    {
        execution.Price = e.Price.Raw;
        execution.Quantity = quantity;
        execution.Place = order.Place;
        execution.PositionIndex = order.PositionIndex;
        execution.Listing = order.Listing;
        execution.Account = order.Account;
        execution.Side = order.Side;
        execution.Liquidity = e.Liquidity;
    }

    /// <summary>Counts a fill as an alarm that is worse than the order's limit, the one before a replacement or after, or of another side or instrument.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Doubt(ref readonly EngineEvent e, ref readonly OrderRecord order, EngineCounters counters)
    {
        bool buys = order.Side == Side.Buy;
        bool isReplacing = (order.Flags & OrderFlags.Replacing) != 0;
        long limit = !isReplacing ? order.Price : buys ? Math.Max(order.Price, order.ReplacePrice) : Math.Min(order.Price, order.ReplacePrice);
        counters.PriceViolations += order.Price != 0 && (buys ? e.Price.Raw > limit : e.Price.Raw < limit) ? 1 : 0;
        counters.MismatchedFills += e.Fill != 0 && e.Fill != EngineEvent.FillOf(order.Side, order.Instrument) ? 1 : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Charge(ref EngineEvent e, ref PositionRecord position, Int128 notional, int rate)
    {
        e.Fee = MulDiv.Ceiling(notional, rate, 100_000_000);
        position.Fees += e.Fee;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Execute(ref OrderRecord order, long quantity, Int128 notional)
    {
        order.CumQty += quantity;
        order.CumNotional += notional;
    }

    /// <summary>A fill of more than is open, after the order's end, while a replacement is on its way, or of an order the engine holds: what the order holds has to be found anew.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ExecuteUnexpected(ref OrderRecord order, ref PositionRecord position, long quantity, Int128 notional)
    {
        long before = order.Reserved;
        long open = order.Quantity - order.CumQty;
        Execute(ref order, quantity, notional);
        if (!order.Status.IsFinal())
        {
            order.Flags |= IsHeld(in order) ? OrderFlags.None : OrderFlags.Acknowledged;
            order.Status = order.After(quantity >= open ? OrderAction.FillRest : OrderAction.FillPart, order.Flags);
        }

        Reserve(ref order, ref position, before);
    }

    /// <summary>Anything else a venue or a gateway can say.</summary>
    /// <returns>False when that is impossible in the order's state: there is nothing to tell.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Change(ref EngineEvent e, ref OrderRecord order)
    {
        if (IsHeld(in order))
        {
            return false;
        }

        bool answersReplace = (e.Flags & EngineEventFlags.AnswersReplace) != 0;
        OrderAction action;
        OrderFlags flags = order.Flags;
        switch (e.ExecType)
        {
            case ExecType.Triggered:
                return TriggeredAtVenue(in e, in order);
            case ExecType.Canceled when IsExpiring(in e, in order):
                e.ExecType = ExecType.Expired;
                action = OrderAction.Expire;
                flags &= ~OrderFlags.Canceling;
                break;
            case ExecType.Canceled:
                action = OrderAction.Cancel;
                flags &= ~OrderFlags.Canceling;
                break;
            case ExecType.Suspended:
                action = OrderAction.Suspend;
                flags = (flags & ~OrderFlags.DoneForDay) | OrderFlags.Suspended;
                break;
            case ExecType.DoneForDay:
                action = OrderAction.FinishDay;
                flags = (flags & ~OrderFlags.Suspended) | OrderFlags.DoneForDay;
                break;
            case ExecType.Restated when (flags & (OrderFlags.Suspended | OrderFlags.DoneForDay)) != 0:
                action = OrderAction.Resume;
                flags &= ~(OrderFlags.Suspended | OrderFlags.DoneForDay);
                break;
            case ExecType.Expired:
                action = OrderAction.Expire;
                break;
            case ExecType.Rejected:
                action = OrderAction.Reject;
                break;
            case ExecType.Replaced when (flags & OrderFlags.Replacing) != 0 && e.Quantity.Raw <= Math.Max(order.Quantity, order.ReplaceQuantity):
                action = OrderAction.Replace;
                flags &= ~OrderFlags.Replacing;
                break;
            case ExecType.CancelReject when answersReplace && (flags & OrderFlags.Replacing) != 0:
                action = OrderAction.RefuseReplace;
                flags &= ~OrderFlags.Replacing;
                break;
            case ExecType.CancelReject when !answersReplace && (flags & OrderFlags.Canceling) != 0:
                action = OrderAction.RefuseCancel;
                flags &= ~OrderFlags.Canceling;
                break;
            default:
                return false;
        }

        OrdStatus next = order.After(action, flags);
        if (next == OrdStatus.None)
        {
            return false;
        }

        RiskLevels levels = CountedLevels(in order);
        OrderStanding standing = levels == RiskLevels.None ? default : OrderStanding.Of(in order);
        long before = order.Reserved;
        order.Flags = flags;
        order.Status = next;
        if (action == OrderAction.Replace)
        {
            TakeReplacement(in e, ref order);
        }

        Reserve(ref order, ref _positions.At(order.PositionIndex), before);
        if (levels != RiskLevels.None)
        {
            _gate.Changed(in order, standing, levels);
            if (action == OrderAction.Reject && _gate.HasBreakers)
            {
                _gate.Failed(in order, levels, e.TimeNs);
            }
        }

        return true;
    }

    /// <summary>After the report of a fill: a final order is completed unless something is on its way for it.</summary>
    /// <returns>Whether that has made others due.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Settle(ref readonly EngineEvent e, ref OrderRecord order) => order.Status.IsFinal()
        && ((order.Flags & (OrderFlags.Replacing | OrderFlags.Canceling)) == 0
            ? !OrderStore.IsCompleted(in order) && Complete(ref order, (int)(uint)e.Target)
            : _selfTrades.Waiting != 0 && Wake(order.Listing));

    /// <summary>After the report of anything else: forgets the part of a replacement or cancel that has been answered, and settles.</summary>
    /// <returns>Whether that has made others due.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly bool SettleChange(ref readonly EngineEvent e, ref OrderRecord order)
    {
        switch (e.ExecType)
        {
            case ExecType.Replaced:
                order.ReplaceClOrdId = 0;
                break;
            case ExecType.CancelReject when (e.Flags & EngineEventFlags.AnswersReplace) != 0:
                _orders.ForgetReplacement(ref order, (int)(uint)e.Target);
                break;
            case ExecType.Canceled or ExecType.CancelReject:
                order.CancelClOrdId = 0;
                break;
        }

        return Settle(in e, ref order);
    }

    private readonly void TakeReplacement(ref readonly EngineEvent e, ref OrderRecord order)
    {
        order.VenueOrderId = e.VenueNumber != 0 ? e.VenueNumber : order.VenueOrderId;
        order.Price = e.Price.Raw > 0 ? e.Price.Raw : order.ReplacePrice;
        order.Quantity = e.Quantity.Raw > 0 ? e.Quantity.Raw : order.ReplaceQuantity;
        _orders.TakeReplacementId(ref order, (int)(uint)e.Target);
        if (order.CumQty >= order.Quantity)
        {
            order.Status = OrdStatus.Filled;
        }
    }
}
