using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Replay.Venue;

/// <summary>Own orders: enter, cancel, replace.</summary>
internal sealed partial class VenueBook
{
    /// <summary>Takes a new order whose handle is free, or rejects it.</summary>
    public RejectReason Enter(in VenueRequest request)
    {
        RejectReason reason = CheckNew(in request);
        if (reason != RejectReason.None)
        {
            return reason;
        }

        int slot = _own.Add(new OwnOrder
        {
            Handle = request.Handle,
            Instrument = request.Instrument,
            Venue = request.Venue,
            Side = request.Side.OfBook(),
            Type = request.OrderType,
            TimeInForce = request.TimeInForce,
            ExecInst = request.ExecInst,
            Price = request.OrderType == OrderType.Market ? 0 : request.Price.Raw / _tick,
            Total = request.Quantity.Raw / _lot,
        });
        if (slot == 0)
        {
            return RejectReason.OrderCapacity;
        }

        _reports.New(ref _own[slot]);
        MatchAndRest(slot);
        return RejectReason.None;
    }

    /// <summary>Cancels a resting order.</summary>
    public void Cancel(int slot) => EndResting(slot, ExecType.Canceled);

    /// <summary>Gives a resting order another price and total quantity, or refuses and leaves it as it is.</summary>
    public RejectReason Replace(int slot, in VenueRequest request)
    {
        ref OwnOrder order = ref _own[slot];
        RejectReason reason = !IsTrading ? RejectReason.VenueRejected : CheckPrice(request.Price);
        reason = reason == RejectReason.None ? CheckQuantity(request.Quantity) : reason;
        if (reason != RejectReason.None)
        {
            return reason;
        }

        long price = request.Price.Raw / _tick;
        long total = request.Quantity.Raw / _lot;
        if (total <= order.Executed)
        {
            EndResting(slot, ExecType.Canceled);
            return RejectReason.None;
        }

        bool keepsPriority = VenueModifyPolicy.KeepsPriority(order.Price, order.Leaves, price, total - order.Executed);
        if (keepsPriority)
        {
            if (total != order.Total)
            {
                _book.Reduce(IdOf(slot), order.Total - total, ref _quiet);
            }

            order.Total = total;
            _reports.Replaced(in order, request.Price, request.Quantity);
            return RejectReason.None;
        }

        _book.Cancel(IdOf(slot), ref _quiet);
        _ownQueues.Remove(slot);
        order.Price = price;
        order.Total = total;
        _reports.Replaced(in order, request.Price, request.Quantity);
        MatchAndRest(slot);
        return RejectReason.None;
    }

    /// <summary>A trade of an incoming order, told by the book in the middle of matching: the book has changed the maker already.</summary>
    internal void OnTaken(int takerSlot, uint makerId, long price, long lots)
    {
        ulong execution = _reports.NextExecution();
        if (makerId <= _maxRecorded)
        {
            _recorded[(int)makerId].Displayed -= lots;
            ReportFill(takerSlot, price, lots, execution, Liquidity.Removed);
            return;
        }

        int maker = SlotOf(makerId);
        ReportFill(maker, price, lots, execution, Liquidity.Added);
        ReportFill(takerSlot, price, lots, execution, Liquidity.Removed);
        if (_own[maker].Leaves == 0)
        {
            _ownQueues.Remove(maker);
            _own.Remove(maker);
        }
    }

    /// <summary>Lets an order that stands in no queue take what it may, then rests or ends what is left.</summary>
    private void MatchAndRest(int slot)
    {
        ref OwnOrder order = ref _own[slot];
        long limit = order.Type == OrderType.Market ? PriceKey.Of(order.Side, long.MaxValue) : order.Price;
        bool stopped = false;
        if (_book.WouldCross(order.Side, limit))
        {
            if ((order.ExecInst & ExecInst.PostOnly) != 0)
            {
                End(slot, ExecType.Expired);
                return;
            }

            long reach = Math.Min(order.Leaves, BeforeOwn(order.Side, limit, out stopped));
            stopped &= reach < order.Leaves;
            bool killed = order.TimeInForce == TimeInForce.Fok && Math.Min(reach, _book.AvailableQuantity(order.Side, limit, order.Leaves)) < order.Leaves;
            if (!killed && reach > 0)
            {
                Take(slot, limit, reach);
            }
        }

        if (order.Leaves == 0)
        {
            _own.Remove(slot);
        }
        else if (stopped)
        {
            _counters.Value.SelfMatchesPrevented++;
            End(slot, ExecType.Canceled);
        }
        else if (OrderTransitions.EndOfRemainder(order.Type, order.TimeInForce) != OrdStatus.None)
        {
            End(slot, ExecType.Canceled);
        }
        else
        {
            Rest(slot);
        }
    }

    private void Take(int slot, long limit, long lots)
    {
        TakerSink sink = new(this, slot);
        _book.Enter(new OrderEntry(IdOf(slot), _own[slot].Side, limit, lots, OrderType.Limit, TimeInForce.Ioc), ref sink);
    }

    private void Rest(int slot)
    {
        ref OwnOrder order = ref _own[slot];
        if (_book.Rest(new OrderEntry(IdOf(slot), order.Side, order.Price, order.Leaves), ref _quiet) != MatchRejectReason.None)
        {
            _counters.Value.RemaindersNotKept++;
            End(slot, ExecType.Canceled);
            return;
        }

        order.Arrival = ++_arrivals;
        _ownQueues.Append(slot);
    }

    /// <summary>What an incoming order could execute before it meets an own order that it crosses; everything where it meets none or may trade with it.</summary>
    private long BeforeOwn(Side side, long limit, out bool meetsOwn)
    {
        Side other = side.Opposite();
        int own = _selfMatch == SelfMatchRule.Trade ? 0 : _ownQueues.Best(other);
        meetsOwn = own != 0 && PriceKey.Of(other, _own[own].Price) >= PriceKey.Of(other, limit);
        if (!meetsOwn)
        {
            return long.MaxValue;
        }

        long price = _own[own].Price;
        return _book.AvailableQuantity(side, price - side.Sign(), long.MaxValue) + AheadOf(own);
    }

    private void EndResting(int slot, ExecType how)
    {
        _book.Cancel(IdOf(slot), ref _quiet);
        _ownQueues.Remove(slot);
        End(slot, how);
    }

    private void End(int slot, ExecType how)
    {
        _reports.Ended(in _own[slot], how);
        _own.Remove(slot);
    }

    private RejectReason CheckNew(in VenueRequest request)
    {
        bool market = request.OrderType == OrderType.Market;
        bool immediate = market || request.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok;
        if (!request.Side.IsKnown())
        {
            return RejectReason.InvalidSide;
        }

        if (!market && request.OrderType != OrderType.Limit)
        {
            return RejectReason.InvalidOrderType;
        }

        if (request.TimeInForce is not (TimeInForce.Day or TimeInForce.Gtc or TimeInForce.Ioc or TimeInForce.Fok))
        {
            return RejectReason.InvalidTimeInForce;
        }

        if ((request.ExecInst & ~ExecInst.PostOnly) != 0 || (request.ExecInst != ExecInst.None && immediate))
        {
            return RejectReason.InvalidExecInst;
        }

        RejectReason reason = market ? RejectReason.None : CheckPrice(request.Price);
        reason = reason == RejectReason.None ? CheckQuantity(request.Quantity) : reason;
        return reason != RejectReason.None ? reason : IsTrading ? RejectReason.None : RejectReason.VenueRejected;
    }

    private RejectReason CheckPrice(Price price) =>
        price.Raw <= 0 ? RejectReason.InvalidPrice : price.Raw % _tick != 0 ? RejectReason.PriceOffTick : RejectReason.None;

    private RejectReason CheckQuantity(Quantity quantity) =>
        quantity.Raw <= 0 ? RejectReason.InvalidQuantity
        : quantity.Raw % _lot != 0 ? RejectReason.QuantityOffLot
        : quantity.Raw / _lot > MatchingBookLimits.MaxQuantity ? RejectReason.QuantityOutOfBounds
        : RejectReason.None;
}
