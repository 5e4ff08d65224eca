using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Risk;

/// <summary>May the order be sent? Owns orders, positions, limits in force and what working orders reserve. Every check is evaluated; the result is the set of those that failed.</summary>
/// <remarks>A new order reserves its quantity on its side until it executes or ends; a replacement on its way reserves the larger of old and new.</remarks>
internal unsafe partial struct RiskStage(OrderStore orders, PositionBook positions, ReferencePrices prices, OrderBoundsTable bounds, KillSwitch killSwitch)
{
    private OrderStore _orders = orders;
    private PositionBook _positions = positions;
    private ReferencePrices _prices = prices;
    private OrderBoundsTable _bounds = bounds;
    private KillSwitch _killSwitch = killSwitch;

    /// <summary>Places collars and bounds anew: a best price has moved.</summary>
    public readonly void Renew(InstrumentId instrument)
    {
        long* best = _prices.Of(instrument);
        _positions.PlaceCollars(instrument, best[0], best[1]);
        _bounds.Renew(instrument);
    }

    /// <summary>Takes a plain limit order into the books if it passes every check of this stage and the one before: those its bounds stand for, and those that change from order to order.</summary>
    /// <returns>False where something fails, or may: then it has to be looked at check by check.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryTake(ref EngineEvent e, int listing)
    {
        ref readonly OrderBounds bounds = ref _bounds.Of(e.Account.Value, listing);
        long quantity = e.Quantity.Raw;
        ref PositionRecord position = ref _positions.At(bounds.PositionIndex);
        ref ulong highest = ref _orders.Highest(e.Strategy);
        ulong clOrdId = e.ClOrdId;
        if (!bounds.Hold(e.Price.Raw, quantity) || quantity > Headroom(in position, e.Side) || clOrdId <= highest || _orders.IsFull)
        {
            return false;
        }

        highest = clOrdId;
        e.Listing = new ListingId(listing);
        e.Place = (e.Place & ~EngineEvent.VenueMask) | ((ulong)bounds.Venue.Value << EngineEvent.VenueShift);
        e.ReferencePrice = new Price(bounds.Opposite(e.Side));
        Admit(ref e, ref position, bounds.PositionIndex);
        return true;
    }

    /// <summary>Checks a new order and, where <paramref name="failed"/> is and stays empty, takes it into the books.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong New(ref EngineEvent e, ulong failed)
    {
        int index = _positions.IndexOf(e.Account, e.Instrument);
        ref PositionRecord position = ref _positions.At(index);
        long* best = _prices.Of(e.Instrument);
        long opposite = best[e.Side == Side.Buy ? 1 : 0];
        e.ReferencePrice = new Price(opposite);
        ulong clOrdId = e.ClOrdId;
        ref ulong highest = ref _orders.Highest(e.Strategy);
        FailedChecks.Add(ref failed, clOrdId <= highest, RejectReason.DuplicateClOrdId);
        FailedChecks.Add(ref failed, _killSwitch.IsThrown(position.Killed, e.Strategy, e.Instrument), RejectReason.KillSwitch);
        long price = e.Price.Raw;
        if (e.OrderType == OrderType.Market)
        {
            price = opposite;
            FailedChecks.Add(ref failed, opposite == 0, RejectReason.NoReferencePrice);
        }
        else
        {
            FailedChecks.Add(ref failed, (best[0] | best[1]) == 0, RejectReason.NoReferencePrice);
            CheckCollar(ref failed, ref position, price);
        }

        long quantity = e.Quantity.Raw;
        CheckSize(ref failed, ref position, e.Side, quantity, quantity, price);
        FailedChecks.Add(ref failed, _orders.IsFull, RejectReason.OrderCapacity);
        highest = Math.Max(highest, clOrdId);
        if (failed == 0)
        {
            Admit(ref e, ref position, index);
        }

        return failed;
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
        FailedChecks.Add(ref failed, order.OrderType == OrderType.Market, RejectReason.NotReplaceable);
        FailedChecks.Add(ref failed, _killSwitch.IsThrown(position.Killed, e.Strategy, e.Instrument), RejectReason.KillSwitch);
        FailedChecks.Add(ref failed, !_prices.IsKnown(e.Instrument), RejectReason.NoReferencePrice);
        CheckCollar(ref failed, ref position, e.Price.Raw);
        CheckSize(ref failed, ref position, order.Side, e.Quantity.Raw, extra, e.Price.Raw);
        if (failed != 0)
        {
            return failed;
        }

        long reserved = order.Reserved;
        _orders.RememberReplacement(ref order, handle.Slot, e.ClOrdId);
        order.Flags |= OrderFlags.Replacing;
        order.ReplacePrice = e.Price.Raw;
        order.ReplaceQuantity = e.Quantity.Raw;
        order.Status = next;
        Reserve(ref order, ref position, reserved);
        return 0;
    }

    /// <summary>What a replacement adds to what its order may execute.</summary>
    public static long Extra(ref readonly EngineEvent e, ref readonly OrderRecord order) => Math.Max(0, Math.Max(0, e.Quantity.Raw) - order.CumQty - order.Reserved);

    /// <summary>Moves its side's working quantity by what an order holds now, over what it held before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reserve(ref OrderRecord order, ref PositionRecord position, long before) =>
        position.Working(order.Side) += order.Reserved - before;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckCollar(ref ulong failed, ref PositionRecord position, long price) =>
        FailedChecks.Add(ref failed, price < position.CollarLow || price > position.CollarHigh, RejectReason.PriceCollar);

    /// <summary>The largest quantity, the value, and the worst case of the position. The quantity may be any number: it stands alone on its side of the comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckSize(ref ulong failed, ref PositionRecord position, Side side, long quantity, long extra, long price)
    {
        FailedChecks.Add(ref failed, quantity > position.MaxOrderQuantity, RejectReason.OrderQuantityLimit);

        // What is below zero has been refused by validation already.
        if ((price | quantity) >= 0)
        {
            FailedChecks.Add(ref failed, Notional.ProductOfPositive(price, quantity) > position.MaxOrderNotional, RejectReason.OrderNotionalLimit);
        }
        else
        {
            FailedChecks.Add(ref failed, IsAbove(price, quantity, in position), RejectReason.OrderNotionalLimit);
        }

        FailedChecks.Add(ref failed, extra > Headroom(in position, side), RejectReason.PositionLimit);
    }

    /// <summary>What may be added on a side before position and working orders, all executed, pass the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Headroom(ref readonly PositionRecord position, Side side)
    {
        long sign = side == Side.Buy ? 0 : -1;
        long worst = ((position.Position ^ sign) - sign) + Unsafe.AsRef(in position).Working(side);
        return position.MaxPosition - worst;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAbove(long price, long quantity, ref readonly PositionRecord position) => Notional.Product(price, quantity) > position.MaxOrderNotional;

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
