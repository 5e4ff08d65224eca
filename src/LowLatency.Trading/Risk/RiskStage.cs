using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Risk;

/// <summary>May the order be sent? Owns orders, positions, limits in force and what working orders reserve. Every check is evaluated; the result is the set of those that failed.</summary>
/// <remarks>A new order reserves its quantity on its side until it executes or ends; a replacement on its way reserves the larger of old and new.</remarks>
internal partial struct RiskStage(OrderStore orders, PositionBook positions, ReferencePrices prices, KillSwitch killSwitch)
{
    /// <summary>Quantities above every limit are cut to this before sums are formed, so that those cannot wrap.</summary>
    private const long HugeQuantity = 1L << 61;

    private OrderStore _orders = orders;
    private PositionBook _positions = positions;
    private ReferencePrices _prices = prices;
    private KillSwitch _killSwitch = killSwitch;

    /// <summary>Checks a new order and, where <paramref name="failed"/> is and stays empty, takes it into the books.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong New(ref EngineEvent e, ulong failed)
    {
        int index = _positions.IndexOf(e.Account, e.Instrument);
        ref PositionRecord position = ref _positions.At(index);
        bool market = e.OrderType == OrderType.Market;
        long opposite = _prices.Opposite(e.Instrument, e.Side == Side.Buy);
        e.ReferencePrice = new Price(opposite);
        ref ulong highest = ref _orders.Highest(e.Strategy);
        FailedChecks.Add(ref failed, e.ClOrdId <= highest, RejectReason.DuplicateClOrdId);
        FailedChecks.Add(ref failed, _killSwitch.IsThrown(position.Killed, e.Strategy, e.Instrument), RejectReason.KillSwitch);
        long price = e.Price.Raw;
        if (market)
        {
            price = opposite;
            FailedChecks.Add(ref failed, opposite == 0, RejectReason.NoReferencePrice);
        }
        else
        {
            FailedChecks.Add(ref failed, !_prices.IsKnown(e.Instrument), RejectReason.NoReferencePrice);
            CheckCollar(ref failed, ref position, price);
        }

        CheckSize(ref failed, ref position, e.Side == Side.Buy, e.Quantity.Raw, e.Quantity.Raw, price);
        FailedChecks.Add(ref failed, _orders.IsFull, RejectReason.OrderCapacity);
        highest = Math.Max(highest, e.ClOrdId);
        return failed != 0 ? failed : Admit(ref e, ref position, index);
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
        if (reason == RejectReason.UnknownOrder || !_orders.IsLive(handle))
        {
            e.Handle = 0;
            return failed;
        }

        ref OrderRecord order = ref _orders.At(handle.Slot);
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

    /// <summary>Checks a located cancel and marks it as on its way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Cancel(ref EngineEvent e, ulong failed)
    {
        if (failed != 0)
        {
            return failed;
        }

        ref OrderRecord order = ref _orders.At(OrderHandle.Unpack(e.Handle).Slot);
        OrdStatus next = order.After(OrderAction.SendCancel, order.Flags | OrderFlags.Canceling);
        if (next == OrdStatus.None)
        {
            return FailedChecks.Of(RejectReason.OrderPending).Bits;
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
        long extra = Math.Max(0, Math.Min(e.Quantity.Raw, HugeQuantity) - order.CumQty - order.Reserved);
        FailedChecks.Add(ref failed, next == OrdStatus.None, RejectReason.OrderPending);
        FailedChecks.Add(ref failed, e.Quantity.Raw <= order.CumQty && e.Quantity.Raw > 0, RejectReason.QuantityBelowExecuted);
        FailedChecks.Add(ref failed, order.OrderType == OrderType.Market, RejectReason.NotReplaceable);
        FailedChecks.Add(ref failed, _killSwitch.IsThrown(position.Killed, e.Strategy, e.Instrument), RejectReason.KillSwitch);
        FailedChecks.Add(ref failed, !_prices.IsKnown(e.Instrument), RejectReason.NoReferencePrice);
        CheckCollar(ref failed, ref position, e.Price.Raw);
        CheckSize(ref failed, ref position, order.Side == Side.Buy, e.Quantity.Raw, extra, e.Price.Raw);
        if (failed != 0)
        {
            return failed;
        }

        if (!_orders.TryRemember(e.Strategy, e.ClOrdId, handle.Slot))
        {
            return FailedChecks.Of(RejectReason.DuplicateClOrdId).Bits;
        }

        order.Flags |= OrderFlags.Replacing;
        order.ReplaceClOrdId = e.ClOrdId;
        order.ReplacePrice = e.Price.Raw;
        order.ReplaceQuantity = e.Quantity.Raw;
        order.Status = next;
        Reserve(ref order, ref position);
        return 0;
    }

    /// <summary>Sets what the order holds of its side's working quantity to what it can still execute.</summary>
    public static void Reserve(ref OrderRecord order, ref PositionRecord position)
    {
        long open = 0;
        if (!order.Status.IsFinal())
        {
            open = Math.Max(0, order.Quantity - order.CumQty);
            if ((order.Flags & OrderFlags.Replacing) != 0)
            {
                open = Math.Max(open, order.ReplaceQuantity - order.CumQty);
            }
        }

        ref long working = ref order.Side == Side.Buy ? ref position.WorkingBuy : ref position.WorkingSell;
        working += open - order.Reserved;
        order.Reserved = open;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckCollar(ref ulong failed, ref PositionRecord position, long price) =>
        FailedChecks.Add(ref failed, price < position.CollarLow || price > position.CollarHigh, RejectReason.PriceCollar);

    /// <summary>The largest quantity, the value, and the worst case of the position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckSize(ref ulong failed, ref PositionRecord position, bool buy, long quantity, long extra, long price)
    {
        FailedChecks.Add(ref failed, quantity > position.MaxOrderQuantity, RejectReason.OrderQuantityLimit);
        FailedChecks.Add(ref failed, Notional.Product(price, quantity) > position.MaxOrderNotional, RejectReason.OrderNotionalLimit);
        long worst = buy ? position.Position + position.WorkingBuy : position.WorkingSell - position.Position;
        FailedChecks.Add(ref failed, worst + Math.Min(extra, HugeQuantity) > position.MaxPosition, RejectReason.PositionLimit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Admit(ref EngineEvent e, ref PositionRecord position, int index)
    {
        OrderHandle handle = _orders.Rent();
        if (!_orders.TryRemember(e.Strategy, e.ClOrdId, handle.Slot))
        {
            return Refuse(handle);
        }

        long quantity = e.Quantity.Raw;
        ref OrderRecord order = ref _orders.At(handle.Slot);
        order.ClOrdId = e.ClOrdId;
        order.Price = e.Price.Raw;
        order.Quantity = quantity;
        order.CumQty = 0;
        order.CumNotional = 0;
        order.VenueOrderId = 0;
        order.Reserved = quantity;
        order.PositionIndex = index;
        order.Listing = e.Listing;
        order.Place = EngineEvent.PlaceOf(e.Instrument, e.Strategy, e.Venue);
        order.Birth = (ulong)e.Side
            | ((ulong)e.OrderType << 8)
            | ((ulong)e.TimeInForce << 16)
            | ((ulong)e.ExecInst << 24)
            | ((ulong)e.Account.Value << 32)
            | ((ulong)OrdStatus.PendingNew << 48);
        ref long working = ref e.Side == Side.Buy ? ref position.WorkingBuy : ref position.WorkingSell;
        working += quantity;
        e.Handle = handle.Packed;
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Refuse(OrderHandle handle)
    {
        ref OrderRecord order = ref _orders.At(handle.Slot);
        order = default;
        _orders.Drop(handle);
        return FailedChecks.Of(RejectReason.DuplicateClOrdId).Bits;
    }
}
