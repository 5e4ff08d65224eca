using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Controls;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;
using LowLatency.Trading.Risk.Stops;
using LowLatency.Trading.Terms;

namespace LowLatency.Trading.Risk;

/// <summary>May the order be sent? Owns orders, positions, limits in force and what working orders reserve. Every check is evaluated; the result is the set of those that failed.</summary>
/// <remarks>A new order reserves its quantity on its side until it executes or ends; a replacement on its way reserves the larger of old and new.</remarks>
internal unsafe partial struct RiskStage(OrderStore orders, PositionBook positions, ReferencePrices prices, OrderBoundsTable bounds, KillSwitch killSwitch, RiskGate gate, MassCancel massCancel, TermedOrders termed, PendingTerms terms, TradingSessions sessions, ExecutionLog executions, SelfTrades selfTrades, OrderAges ages)
{
    private OrderStore _orders = orders;
    private PositionBook _positions = positions;
    private ReferencePrices _prices = prices;
    private OrderBoundsTable _bounds = bounds;
    private KillSwitch _killSwitch = killSwitch;
    private RiskGate _gate = gate;
    private MassCancel _massCancel = massCancel;
    private TermedOrders _termed = termed;
    private PendingTerms _terms = terms;
    private TradingSessions _sessions = sessions;
    private ExecutionLog _executions = executions;
    private SelfTrades _selfTrades = selfTrades;
    private OrderAges _ages = ages;

    /// <summary>Whether the order that was taken last is held until those it would meet have ended.</summary>
    private bool _holdsForSelf;

    /// <summary>Whether orders have been marked to be canceled, or made due, since this was last asked.</summary>
    private bool _hasPrevented;

    /// <summary>What keeps an order from having limits at all: its account or its listing is not known.</summary>
    private const ulong Unlimited = (1UL << (int)RejectReason.UnknownInstrument) | (1UL << (int)RejectReason.UnknownVenue) | (1UL << (int)RejectReason.UnknownAccount);

    /// <summary>Places collars and bounds anew: a best price has moved.</summary>
    public readonly void Renew(InstrumentId instrument, long timeNs)
    {
        long* best = _prices.Of(instrument);
        _gate.Mark(instrument, best[0], best[1], timeNs);
        _positions.PlaceCollars(instrument, best[0], best[1]);
        Refer(instrument);
    }

    /// <summary>Takes a plain limit order into the books if it passes every check of this stage and the one before: those its bounds stand for, and those that change from order to order.</summary>
    /// <returns>False where something fails, or may: then it has to be looked at check by check.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryTake(ref EngineEvent e, int listing)
    {
        ref readonly OrderBounds bounds = ref _bounds.Of(e.Strategy, listing);
        long quantity = e.Quantity.Raw;
        ref PositionRecord position = ref _positions.At(bounds.PositionIndex);
        ref ulong highest = ref _orders.Highest(e.Strategy);
        ulong clOrdId = e.ClOrdId;
        if (!bounds.Hold(e.Price.Raw, quantity) || quantity > PositionControl.Headroom(in position, e.Side) || e.Account != bounds.Account || clOrdId <= highest || _orders.IsFull)
        {
            return false;
        }

        e.Listing = new ListingId(listing);
        e.Place = (e.Place & ~EngineEvent.VenueMask) | ((ulong)bounds.Venue.Value << EngineEvent.VenueShift);
        e.ReferencePrice = new Price(bounds.Opposite(e.Side));
        if (bounds.CountedLevels != RiskLevels.None)
        {
            return TryTakeCounted(ref e, ref position, bounds.PositionIndex);
        }

        highest = clOrdId;
        Admit(ref e, ref position, bounds.PositionIndex);
        return true;
    }

    /// <summary>The end of <see cref="TryTake"/> for an order whose scopes are counted.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool TryTakeCounted(ref EngineEvent e, ref PositionRecord position, int index)
    {
        RiskRequest request = Request(in e, ref position, index, e.Price.Raw, e.Quantity.Raw);
        if (!_gate.Holds(in request))
        {
            return false;
        }

        _orders.Highest(e.Strategy) = e.ClOrdId;
        Admit(ref e, ref position, index);
        _gate.Born(in request, in Order(in e));
        WatchSent(in e, in Order(in e), request.Levels);

        return true;
    }

    /// <summary>Checks a new order and, where <paramref name="failed"/> is and stays empty, takes it into the books.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong New(ref EngineEvent e, ulong failed)
    {
        long* best = _prices.Of(e.Instrument);
        long opposite = best[e.Side == Side.Buy ? 1 : 0];
        e.ReferencePrice = new Price(opposite);
        long price = e.Price.Raw;
        if (e.OrderType == OrderType.Market)
        {
            price = opposite;
            FailedChecks.Add(ref failed, opposite == 0, RejectReason.NoReferencePrice);
        }
        else
        {
            FailedChecks.Add(ref failed, (best[0] | best[1]) == 0, RejectReason.NoReferencePrice);
        }

        failed = Enter(ref e, failed, price, waits: false, isHeld: false);
        if (failed == 0 && _holdsForSelf)
        {
            HoldForSelf(ref Order(in e), OrderHandle.Unpack(e.Handle).Slot);
        }

        return failed;
    }

    /// <summary>The checks that every new order meets, and its admission where none fails.</summary>
    /// <param name="e">The order.</param>
    /// <param name="failed">What failed before.</param>
    /// <param name="price">What a unit of it is taken to cost.</param>
    /// <param name="waits">Whether it waits for a trigger.</param>
    /// <param name="isHeld">Whether the engine is to hold it: then it may be reduce-only before there is a position.</param>
    private ulong Enter(ref EngineEvent e, ulong failed, long price, bool waits, bool isHeld)
    {
        int index = _positions.IndexOf(e.Account, e.Instrument);
        ref PositionRecord position = ref _positions.At(index);
        ulong clOrdId = e.ClOrdId;
        ref ulong highest = ref _orders.Highest(e.Strategy);
        FailedChecks.Add(ref failed, e.Account != _bounds.AccountOf(e.Strategy), RejectReason.UnknownAccount);
        FailedChecks.Add(ref failed, clOrdId <= highest, RejectReason.DuplicateClOrdId);
        ref readonly OrderBounds bounds = ref _bounds.Of(e.Strategy, e.Listing.Value);
        FailedChecks.Add(ref failed, bounds.IsKilled, RejectReason.KillSwitch);
        FailedChecks.Add(ref failed, !bounds.IsEntitled && e.Listing.Value != 0, RejectReason.NotEntitled);
        FailedChecks.Add(ref failed, _orders.IsFull, RejectReason.OrderCapacity);
        highest = Math.Max(highest, clOrdId);
        if (!isHeld && e.Listing.Value != 0)
        {
            failed |= CheckSession(in e);
        }

        if ((failed & Unlimited) != 0)
        {
            return failed;
        }

        RiskRequest request = Request(in e, ref position, index, price, e.Quantity.Raw);
        request.Waits = waits;
        request.IsReduceOnly &= !isHeld;
        FailedChecks.Add(ref failed, position.MissesLimit, RejectReason.MissingLimit);
        failed |= _gate.Check(in request);
        _holdsForSelf = false;
        if (_selfTrades.IsOn && !waits)
        {
            failed |= PreventSelfTrade(ref e, failed, (e.Flags & EngineEventFlags.HasTerms) != 0 ? MostRecords : 1, out _holdsForSelf);
        }

        if (failed == 0)
        {
            Admit(ref e, ref position, index);
            ref OrderRecord order = ref Order(in e);
            order.ReplacePrice = price;
            if (!waits && !_holdsForSelf)
            {
                EnterOwn(in order, OrderHandle.Unpack(e.Handle).Slot);
            }

            if (request.Levels != RiskLevels.None)
            {
                _gate.Born(in request, in order);
                if (!isHeld && !_holdsForSelf)
                {
                    WatchSent(in e, in order, request.Levels);
                }
            }
        }

        return failed;
    }

    /// <summary>Shows an order whose scopes are counted, and that leaves now, to what looks at orders on their way.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void WatchSent(ref readonly EngineEvent e, ref readonly OrderRecord order, RiskLevels levels)
    {
        int slot = OrderHandle.Unpack(e.Handle).Slot;
        if (_gate.HasBreakers)
        {
            _gate.Sent(in order, slot, levels, e.TimeNs, _prices.Of(e.Instrument)[e.Side == Side.Buy ? 1 : 0]);
        }

        if (_ages.IsOn)
        {
            _ages.Enter(slot, e.TimeNs);
        }
    }

    /// <summary>Finds the order a cancel or replacement means and writes what is known of it into the event; Handle stays 0 where there is none.</summary>
    /// <returns>The failed checks; <paramref name="working"/> is false where there is nothing to check further.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Locate(ref EngineEvent e, out bool working)
    {
        RejectReason reason = (e.Flags & EngineEventFlags.TargetIsClOrdId) != 0
            ? _orders.Find(e.Strategy, e.Target, out OrderHandle handle)
            : _orders.Find(e.Strategy, OrderHandle.Unpack(e.Target), out handle);
        ref ulong highest = ref _orders.Highest(e.Strategy);
        ulong failed = FailedChecks.Of(reason).Bits;
        FailedChecks.Add(ref failed, e.ClOrdId <= highest, RejectReason.DuplicateClOrdId);
        highest = Math.Max(highest, e.ClOrdId);
        working = reason == RejectReason.None;
        ref OrderRecord order = ref _orders.Live(handle.Packed);
        if (reason == RejectReason.UnknownOrder || Unsafe.IsNullRef(ref order))
        {
            e.Handle = 0;
            return failed;
        }

        e.Handle = handle.Packed;
        e.Side = order.Side;
        e.OrderType = order.OrderType;
        e.TimeInForce = order.TimeInForce;
        e.ExecInst = order.ExecInst;
        e.Account = order.Account;
        e.Instrument = order.Instrument;
        e.Venue = order.Venue;
        e.Listing = order.Listing;
        e.VenueOrderId = order.VenueOrderId;
        return failed;
    }

    /// <summary>Checks a located cancel and, where nothing fails, marks it as on its way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Cancel(ref EngineEvent e, ulong failed)
    {
        ref OrderRecord order = ref Order(in e);
        OrdStatus next = order.After(OrderAction.SendCancel, order.Flags | OrderFlags.Canceling);
        FailedChecks.Add(ref failed, next == OrdStatus.None, RejectReason.OrderPending);
        if (failed != 0)
        {
            return failed;
        }

        order.Flags |= OrderFlags.Canceling;
        order.CancelClOrdId = e.ClOrdId;
        order.Status = next;
        RiskLevels levels = CountedLevels(in order);
        if (levels != RiskLevels.None)
        {
            _gate.Canceling(in order, levels, e.TimeNs);
        }

        return 0;
    }

    /// <summary>Checks a located replacement and, where nothing fails, reserves for it and marks it as on its way.</summary>
    public ulong Replace(ref EngineEvent e, ulong failed)
    {
        OrderHandle handle = OrderHandle.Unpack(e.Handle);
        ref OrderRecord order = ref _orders.At(handle.Slot);
        ref PositionRecord position = ref _positions.At(order.PositionIndex);
        OrdStatus next = order.After(OrderAction.SendReplace, order.Flags | OrderFlags.Replacing);
        long extra = Extra(in e, in order);
        FailedChecks.Add(ref failed, next == OrdStatus.None, RejectReason.OrderPending);
        FailedChecks.Add(ref failed, e.Quantity.Raw <= order.CumQty && e.Quantity.Raw > 0, RejectReason.QuantityBelowExecuted);
        FailedChecks.Add(ref failed, !IsReplaceable(in order, handle.Slot), RejectReason.NotReplaceable);
        if ((e.Flags & EngineEventFlags.HasTerms) != 0)
        {
            failed |= RefuseTerms(ref e);
        }

        failed |= CheckSession(in e);
        ref readonly OrderBounds bounds = ref _bounds.Of(e.Strategy, e.Listing.Value);
        FailedChecks.Add(ref failed, bounds.IsKilled && Raises(in e, in order), RejectReason.KillSwitch);
        FailedChecks.Add(ref failed, !bounds.IsEntitled && Raises(in e, in order), RejectReason.NotEntitled);
        FailedChecks.Add(ref failed, !_prices.IsKnown(e.Instrument), RejectReason.NoReferencePrice);
        RiskRequest request = Request(in e, ref position, order.PositionIndex, e.Price.Raw, extra, handle.Slot, order.CumQty);
        FailedChecks.Add(ref failed, position.MissesLimit, RejectReason.MissingLimit);
        failed |= _gate.Check(in request);
        failed |= PreventSelfTradeOfReplacement(ref e, failed);
        if (failed != 0)
        {
            return failed;
        }

        long reserved = order.Reserved;
        OrderStanding before = request.Levels == RiskLevels.None ? default : OrderStanding.Of(in order);
        _orders.RememberReplacement(ref order, handle.Slot, e.ClOrdId);
        order.Flags |= OrderFlags.Replacing;
        order.ReplacePrice = e.Price.Raw;
        order.ReplaceQuantity = e.Quantity.Raw;
        order.Status = next;
        Reserve(ref order, ref position, reserved);
        if (request.Levels != RiskLevels.None)
        {
            _gate.Replaced(in request, in order, before);
        }

        return 0;
    }

    /// <summary>False where it has no price, or waits for its trigger at the venue.</summary>
    private readonly bool IsReplaceable(ref readonly OrderRecord order, int slot) =>
        order.Price != 0 && ((order.Flags & OrderFlags.HasTerms) == 0 || !_termed.Of(slot).WaitsAtVenue);

    /// <summary>True when a replacement asks for more, or for a better chance to execute.</summary>
    private static bool Raises(ref readonly EngineEvent e, ref readonly OrderRecord order) =>
        e.Quantity.Raw > order.Quantity || (order.Side == Side.Buy ? e.Price.Raw > order.Price : e.Price.Raw < order.Price);

    /// <summary>What a replacement adds to what its order may execute.</summary>
    public static long Extra(ref readonly EngineEvent e, ref readonly OrderRecord order) => Math.Max(0, Math.Max(0, e.Quantity.Raw) - order.CumQty - order.Reserved);

    /// <summary>Moves its side's working quantity by what an order holds now, over what it held before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reserve(ref OrderRecord order, ref PositionRecord position, long before) =>
        position.Working(order.Side) += order.Reserved - before;

    /// <summary>A request as the controls see it; a replacement has a price, whatever it replaces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly RiskRequest Request(ref readonly EngineEvent e, ref PositionRecord position, int index, long price, long extra, int slot = -1, long executed = 0)
    {
        RiskRequest request = new()
        {
            Position = ref position,
            PositionIndex = index,
            Account = e.Account,
            Strategy = e.Strategy,
            Venue = e.Venue,
            Instrument = e.Instrument,
            Listing = e.Listing,
            Side = e.Side,
            OrderType = (slot < 0 || e.Kind == EngineEventKind.Due) && e.OrderType.Released() is OrderType.Market or OrderType.MarketToLimit ? OrderType.Market : OrderType.Limit,
            IsReduceOnly = (e.ExecInst & ExecInst.ReduceOnly) != 0,
            Slot = slot,
            Price = price,
            Quantity = e.Quantity.Raw,
            Extra = extra,
            TimeNs = e.TimeNs,
            Executed = executed,
            Levels = _bounds.Of(e.Strategy, e.Listing.Value).CountedLevels,
        };
        if (request.Levels != RiskLevels.None)
        {
            request.OpenValue = slot < 0 ? 0 : OrderStanding.Of(in _orders.At(slot)).Open;
            _gate.Place(ref request);
        }

        return request;
    }

    /// <summary>The levels of an order whose scopes are counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly RiskLevels CountedLevels(ref readonly OrderRecord order) => _bounds.Of(order.Strategy, order.Listing.Value).CountedLevels;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Admit(ref EngineEvent e, ref PositionRecord position, int index)
    {
        ref OrderRecord order = ref _orders.Rent(out int slot);
        long quantity = e.Quantity.Raw;
        ulong clOrdId = e.ClOrdId;
        ulong place = e.Place;
        ulong head = e.Head;
        order.ClOrdId = clOrdId;
        order.Price = e.Price.Raw;
        order.Quantity = quantity;
        order.CumQty = 0;
        order.CumNotional = 0;
        order.Place = place;
        order.Birth = OrderRecord.BirthOf(head);
        order.VenueOrderId = 0;
        order.PositionIndex = index;
        order.Listing = e.Listing;
        _orders.Remember(ref order, slot, EngineEvent.StrategyOf(place), clOrdId);
        position.Working(e.Side) += quantity;
        e.Handle = new OrderHandle(slot, order.Generation).Packed;
    }
}
