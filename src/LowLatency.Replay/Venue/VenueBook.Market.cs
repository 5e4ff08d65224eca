using LowLatency.Markets.Data;
using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Replay.Venue;

/// <summary>The recorded market: its orders stand in the book as recorded, less what own orders have taken; what would have hit own orders first does.</summary>
internal sealed partial class VenueBook
{
    /// <summary>The market did something in this instrument.</summary>
    public void OnMarketEvent(in MarketEvent e)
    {
        switch (e.Kind)
        {
            case MarketEventKind.OrderAdded:
                Add(e.OrderId, e.Side, e.Price.Raw, e.Quantity.Raw, taken: 0);
                break;
            case MarketEventKind.OrderExecuted:
            case MarketEventKind.OrderExecutedAtPrice:
                Execute(in e);
                break;
            case MarketEventKind.OrderReduced:
                Reduce(in e);
                break;
            case MarketEventKind.OrderDeleted:
                Delete(e.OrderId);
                break;
            case MarketEventKind.OrderReplaced:
                Replace(in e);
                break;
            case MarketEventKind.Trade:
                Trade(in e);
                break;
            case MarketEventKind.Status:
                ChangeStatus(e.Status);
                break;
            default:
                _counters.Value.IgnoredEvents++;
                break;
        }
    }

    private void Add(ulong reference, Side side, long rawPrice, long rawQuantity, long taken)
    {
        long lots = rawQuantity / _lot;
        if (side is not (Side.Buy or Side.Sell) || rawPrice <= 0 || rawPrice % _tick != 0 || rawQuantity <= 0 || rawQuantity % _lot != 0 || lots > MatchingBookLimits.MaxQuantity)
        {
            _counters.Value.InvalidEvents++;
            return;
        }

        if (_recorded.Find(reference) != 0)
        {
            _counters.Value.DuplicateReferences++;
            return;
        }

        long price = rawPrice / _tick;
        long displayed = Math.Max(0, lots - taken);
        int number = _recorded.IsFull ? 0 : _recorded.Add(reference);
        if (number != 0 && displayed > 0 && _book.Rest(new OrderEntry((uint)number, side, price, displayed), ref _quiet) != MatchRejectReason.None)
        {
            _recorded.Remove(number);
            number = 0;
        }

        if (number == 0)
        {
            _counters.Value.RecordedOrdersNotKept++;
            return;
        }

        ref RecordedOrder order = ref _recorded[number];
        order.Side = side;
        order.Price = price;
        order.Open = lots;
        order.Displayed = displayed;
        order.Arrival = ++_arrivals;
        HitOwn(number);
    }

    private void Execute(in MarketEvent e)
    {
        int number = Known(e.OrderId);
        if (number == 0 || !TryLots(e.Quantity.Raw, out long lots))
        {
            return;
        }

        RecordedOrder order = _recorded[number];
        long limit = PriceKey.Of(order.Side, order.Price);
        if (e.Kind == MarketEventKind.OrderExecutedAtPrice)
        {
            // An aggressor who dealt at that price would have dealt with own orders at that price or better for him only.
            limit = Math.Max(limit, PriceKey.Of(order.Side, CeilingTicks(order.Side, e.Price.Raw)));
        }

        HitOwnAhead(in order, limit, Math.Min(lots, order.Open));
        TakeOff(number, lots);
    }

    private void Reduce(in MarketEvent e)
    {
        int number = Known(e.OrderId);
        if (number != 0 && TryLots(e.Quantity.Raw, out long lots))
        {
            TakeOff(number, lots);
        }
    }

    private void Delete(ulong reference)
    {
        int number = Known(reference);
        if (number != 0)
        {
            TakeOff(number, _recorded[number].Open);
        }
    }

    private void Replace(in MarketEvent e)
    {
        int number = Known(e.OrderId);
        if (number != 0)
        {
            RecordedOrder order = _recorded[number];
            TakeOff(number, order.Open);
            Add(e.NewOrderId, order.Side, e.Price.Raw, e.Quantity.Raw, order.Open - order.Displayed);
        }
    }

    private void Trade(in MarketEvent e)
    {
        if (e.Price.Raw <= 0 || e.Quantity.Raw < 0)
        {
            _counters.Value.InvalidEvents++;
            return;
        }

        // At most one side has an own order at the price or through it, or the two would cross.
        long lots = e.Quantity.Raw / _lot;
        lots = HitByTrade(Side.Buy, e.Price.Raw, lots);
        HitByTrade(Side.Sell, e.Price.Raw, lots);
    }

    private void ChangeStatus(TradingStatus status)
    {
        _status = status;
        if (status == TradingStatus.Closed)
        {
            ExpireDayOrders(Side.Buy);
            ExpireDayOrders(Side.Sell);
        }
        else if (IsTrading)
        {
            Uncross(Side.Buy);
            Uncross(Side.Sell);
        }
    }

    /// <summary>A recorded order that crosses own ones would have met them first: it hits them at their prices, best first.</summary>
    private void HitOwn(int number)
    {
        ref RecordedOrder order = ref _recorded[number];
        Side other = order.Side.Opposite();
        long limit = PriceKey.Of(other, order.Price);
        for (int own = IsTrading ? _ownQueues.Best(other) : 0; own != 0 && order.Displayed > 0 && PriceKey.Of(other, _own[own].Price) >= limit; own = _ownQueues.Best(other))
        {
            long lots = Math.Min(order.Displayed, _own[own].Leaves);
            order.Displayed -= lots;
            _book.Reduce((uint)number, lots, ref _quiet);
            FillResting(own, lots);
        }
    }

    /// <summary>What executed against a recorded order would have hit the own orders that are better, or at its price and earlier.</summary>
    private void HitOwnAhead(in RecordedOrder order, long limit, long lots)
    {
        long price = PriceKey.Of(order.Side, order.Price);
        for (int own = IsTrading ? _ownQueues.Best(order.Side) : 0; own != 0 && lots > 0; own = _ownQueues.Best(order.Side))
        {
            long key = PriceKey.Of(order.Side, _own[own].Price);
            if (key < limit || (key == price && _own[own].Arrival > order.Arrival))
            {
                return;
            }

            lots -= FillUpTo(own, lots);
        }
    }

    /// <summary>A trade hits own orders that it went through, and those at its price with what is left beyond the displayed quantity ahead of them. Returns what is left.</summary>
    private long HitByTrade(Side side, long rawPrice, long lots)
    {
        for (int own = IsTrading ? _ownQueues.Best(side) : 0; own != 0 && lots > 0; own = _ownQueues.Best(side))
        {
            long rawOwn = _own[own].Price * _tick;
            long through = side.Sign() * (rawOwn - rawPrice);
            long available = through > 0 ? lots : through < 0 ? 0 : lots - AheadOf(own);
            if (available <= 0)
            {
                break;
            }

            lots -= FillUpTo(own, available);
        }

        return lots;
    }

    /// <summary>Lets recorded orders that came while nothing traded hit the own orders they cross, in their order.</summary>
    private void Uncross(Side side)
    {
        Side other = side.Opposite();
        for (int own = _ownQueues.Best(side); own != 0 && _book.WouldCross(side, _own[own].Price); own = _ownQueues.Best(side))
        {
            _book.TryBest(other, out long price, out _);
            _book.TryGetFirst(other, price, out RestingOrder first);
            HitOwn((int)first.Id);
        }
    }

    private void ExpireDayOrders(Side side)
    {
        for (int own = _ownQueues.Best(side), next; own != 0; own = next)
        {
            next = _ownQueues.After(own);
            if (_own[own].TimeInForce == TimeInForce.Day)
            {
                EndResting(own, ExecType.Expired);
            }
        }
    }

    private long FillUpTo(int slot, long lots)
    {
        long filled = Math.Min(lots, _own[slot].Leaves);
        FillResting(slot, filled);
        return filled;
    }

    /// <summary>Lots leave a recorded order: what is displayed of it shrinks first, what own orders took stays taken.</summary>
    private void TakeOff(int number, long lots)
    {
        ref RecordedOrder order = ref _recorded[number];
        if (lots > order.Open)
        {
            _counters.Value.ClampedReductions++;
            lots = order.Open;
        }

        long shown = Math.Min(lots, order.Displayed);
        if (shown > 0)
        {
            _book.Reduce((uint)number, shown, ref _quiet);
        }

        order.Displayed -= shown;
        order.Open -= lots;
        if (order.Open == 0)
        {
            _recorded.Remove(number);
        }
    }

    private int Known(ulong reference)
    {
        int number = _recorded.Find(reference);
        if (number == 0)
        {
            _counters.Value.UnknownReferences++;
        }

        return number;
    }

    private bool TryLots(long raw, out long lots)
    {
        lots = raw / _lot;
        if (raw >= 0 && raw % _lot == 0)
        {
            return true;
        }

        _counters.Value.InvalidEvents++;
        return false;
    }

    /// <summary>The first tick price at a raw price or, seen from the side that rests, better.</summary>
    private long CeilingTicks(Side side, long rawPrice)
    {
        (long ticks, long rest) = Math.DivRem(rawPrice, _tick);
        return side == Side.Buy && rest > 0 ? ticks + 1 : ticks;
    }
}
