using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Terms;

namespace LowLatency.Trading.Risk;

/// <summary>Trades with oneself are prevented: before a new order or a held one leaves, and before one is replaced, at the same venue. Off the fast path.</summary>
internal partial struct RiskStage
{
    /// <summary>Records of terms that an order with terms may need: its own, and those of the orders it is linked with.</summary>
    private const int MostRecords = 3;

    /// <summary>Whether orders have been marked to be canceled, or made due to be made smaller, since the last call.</summary>
    public bool TakePrevented()
    {
        bool has = _hasPrevented;
        _hasPrevented = false;
        return has;
    }

    /// <summary>Does what the limit says where an order could meet another of its own.</summary>
    /// <param name="e">A new order, or a prepared release; its quantity becomes smaller where it is decremented.</param>
    /// <param name="failed">What failed before: then nothing is done to others.</param>
    /// <param name="records">Records of terms that the order itself needs and has not.</param>
    /// <param name="waits">Whether it has to wait.</param>
    /// <returns>The checks that fail by that.</returns>
    private ulong PreventSelfTrade(ref EngineEvent e, ulong failed, int records, out bool waits)
    {
        waits = false;
        if (!IsPrevented(in e, out SelfTradeAction action) || (e.OrderType == OrderType.Pegged && e.Price.Raw == 0))
        {
            return 0;
        }

        long price = e.OrderType is OrderType.Market or OrderType.MarketToLimit ? 0 : Math.Max(1, e.Price.Raw);
        int nearest = NearestOwn(in e, price, isToStay: false);
        if (nearest < 0)
        {
            return 0;
        }

        bool isRelease = e.Kind == EngineEventKind.Due;
        bool decrements = action == SelfTradeAction.Decrement && !isRelease;
        if (action == SelfTradeAction.CancelNewest)
        {
            return RefuseSelfTrade(ref e, failed, nearest);
        }

        if (failed != 0)
        {
            return 0;
        }

        if (action != SelfTradeAction.CancelBoth && !_termed.HasFree(records + (decrements ? 1 : 0)))
        {
            return FailedChecks.Of(RejectReason.OrderCapacity).Bits;
        }

        ulong refused = RefuseSelfTrade(ref e, failed, nearest);
        long left = decrements ? e.Quantity.Raw : long.MaxValue;
        for (int slot = NearestOwn(in e, price, isToStay: true); slot >= 0 && left > 0; slot = NearestOwn(in e, price, isToStay: true))
        {
            left -= TakeOff(slot, left);
        }

        _hasPrevented = true;
        if (action == SelfTradeAction.CancelBoth || left == 0)
        {
            return refused;
        }

        e.Quantity = new Quantity(decrements ? left : e.Quantity.Raw);
        waits = true;
        return 0;
    }

    /// <summary>Has an order canceled, or made smaller where less than all that is to stay of it is to go.</summary>
    /// <returns>How much goes.</returns>
    private readonly long TakeOff(int slot, long quantity)
    {
        ref OrderRecord order = ref _orders.At(slot);
        long stays = Math.Max(0, order.LeavesQty - (HasRecord(slot) ? _termed.Of(slot).Owed : 0));
        if (quantity >= stays)
        {
            _massCancel.Mark(ref order);
            return stays;
        }

        int index = RecordOf(slot);
        _termed.At(index).Owed += quantity;
        _termed.MakeDue(index, DueAction.Reduce);
        return quantity;
    }

    /// <summary>A replacement that could meet an order of one's own is refused, whatever the limit says of new orders.</summary>
    private readonly ulong PreventSelfTradeOfReplacement(ref EngineEvent e, ulong failed)
    {
        int nearest = _selfTrades.IsOn && IsPrevented(in e, out _) ? NearestOwn(in e, Math.Max(1, e.Price.Raw), isToStay: false) : -1;
        return nearest < 0 ? 0 : RefuseSelfTrade(ref e, failed, nearest);
    }

    /// <summary>Makes a checked release wait, or fail, where it could meet an order of one's own.</summary>
    public ulong PreventSelfTradeOfRelease(ref EngineEvent e, int index, ulong failed, out bool waits)
    {
        waits = false;
        if (!_selfTrades.IsOn)
        {
            return 0;
        }

        ulong refused = PreventSelfTrade(ref e, failed, 0, out waits);
        if (waits)
        {
            _termed.Settle(index);
            _selfTrades.Wait(_termed.At(index).Slot);
        }

        return refused;
    }

    /// <summary>Holds an order that has just been taken until those it would meet have ended.</summary>
    private readonly void HoldForSelf(ref OrderRecord order, int slot)
    {
        RecordOf(slot);
        order.Flags |= OrderFlags.Held;
        order.Status = OrdStatus.Held;
        _selfTrades.Wait(slot);
    }

    /// <summary>An order at a listing has ended: those that wait there look again.</summary>
    /// <returns>Whether any does.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool Wake(ListingId listing)
    {
        bool any = false;
        for (int slot = _selfTrades.TakeWaiting(listing); slot >= 0; slot = _selfTrades.TakeWaiting(listing))
        {
            _termed.MakeDue(_termed.IndexOf(slot), DueAction.Release);
            any = true;
        }

        return any;
    }

    /// <summary>A limit has changed: from the first on that prevents self-trades, working orders are kept by listing.</summary>
    private readonly void ResolveSelfTrades()
    {
        if (!_selfTrades.TryTurnOn())
        {
            return;
        }

        for (int slot = 0; slot < _orders.HighWater; slot++)
        {
            ref OrderRecord order = ref _orders.At(slot);
            if (order.Status != OrdStatus.None && !order.Status.IsFinal() && !IsHeld(in order) && ((order.Flags & OrderFlags.HasTerms) == 0 || !_termed.Of(slot).WaitsAtVenue))
            {
                EnterOwn(in order, slot);
            }
        }
    }

    /// <summary>Keeps an order by its listing, where it can rest there at a price.</summary>
    private readonly void EnterOwn(ref readonly OrderRecord order, int slot)
    {
        if (_selfTrades.IsOn && order.Price != 0 && OrderTransitions.EndOfRemainder(order.OrderType.Released(), order.TimeInForce) == OrdStatus.None)
        {
            _selfTrades.Enter(slot);
        }
    }

    private readonly bool IsPrevented(ref readonly EngineEvent e, out SelfTradeAction action) =>
        _selfTrades.Find(e.Account, e.Instrument, out action) && _bounds.Of(e.Strategy, e.Listing.Value).PreventsSelfTrades;

    /// <summary>Says in a refusal at what price the order would meet which; where an earlier check has said something, that stays.</summary>
    private readonly ulong RefuseSelfTrade(ref EngineEvent e, ulong failed, int nearest)
    {
        const ulong Said = (1UL << (int)RejectReason.InvalidTerms) | (1UL << (int)RejectReason.UnsupportedOrderType) | (1UL << (int)RejectReason.InvalidLink);
        if ((failed & Said) == 0)
        {
            (e.RejectValue, e.RejectLimit) = (e.Price.Raw, PriceOfOwn(in _orders.At(nearest)));
        }

        return FailedChecks.Of(RejectReason.SelfTrade).Bits;
    }

    /// <summary>The slot of the order with the best price that an order could meet, of several the lowest; -1 where there is none.</summary>
    /// <param name="e">The order.</param>
    /// <param name="price">Its price, 0 for any.</param>
    /// <param name="isToStay">Only such as nobody has canceled.</param>
    private readonly int NearestOwn(ref readonly EngineEvent e, long price, bool isToStay)
    {
        bool buys = e.Side == Side.Buy;
        int nearest = -1;
        long best = 0;
        for (int slot = _selfTrades.FirstAgainst(e.Listing, e.Side); slot >= 0; slot = _selfTrades.NextOf(slot))
        {
            ref readonly OrderRecord order = ref _orders.At(slot);
            long at = PriceOfOwn(in order);
            bool meets = (_selfTrades.IsForFirm || order.Account == e.Account) && (price == 0 || (buys ? at <= price : at >= price));
            bool isGoing = (order.Flags & (OrderFlags.CancelWanted | OrderFlags.Canceling)) != 0;
            if (meets && !(isToStay && isGoing) && (nearest < 0 || (at == best ? slot < nearest : buys == at < best)))
            {
                (nearest, best) = (slot, at);
            }
        }

        return nearest;
    }

    /// <summary>The price at which an order could execute: the nearer of both while a replacement is on its way.</summary>
    private static long PriceOfOwn(ref readonly OrderRecord order) =>
        (order.Flags & OrderFlags.Replacing) == 0 ? order.Price
        : order.Side == Side.Buy ? Math.Max(order.Price, order.ReplacePrice)
        : Math.Min(order.Price, order.ReplacePrice);
}
