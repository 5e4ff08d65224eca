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

namespace LowLatency.Trading.Risk;

/// <summary>A held order leaves for its venue: the event that sends it, and what is checked again then.</summary>
internal unsafe partial struct RiskStage
{
    /// <summary>Makes the event of a due order that of its new order at the venue.</summary>
    public readonly void PrepareRelease(ref EngineEvent e, ref readonly TermedOrder record)
    {
        ref OrderRecord order = ref _orders.At(record.Slot);
        Describe(ref e, ref order, record.Slot);
        e.OrderType = order.OrderType.Released();
        long price = order.OrderType == OrderType.TrailingStopLimit
            ? TrailingStops.LimitPrice(in record.Terms, record.Terms.StopPrice.Raw, record.Tick, order.Side)
            : order.Price;
        e.Price = new Price(price);
        e.Quantity = new Quantity(Sendable(in order, in record));
        e.ReferencePrice = new Price(_prices.Of(order.Instrument)[order.Side == Side.Buy ? 1 : 0]);
    }

    /// <summary>Fills an event of the engine's own with what is known of its order.</summary>
    private static void Describe(ref EngineEvent e, ref OrderRecord order, int slot)
    {
        e.Handle = new OrderHandle(slot, order.Generation).Packed;
        e.Side = order.Side;
        e.OrderType = order.OrderType;
        e.TimeInForce = order.TimeInForce;
        e.ExecInst = order.ExecInst;
        e.Account = order.Account;
        e.Place = order.Place;
        e.Listing = order.Listing;
        e.Price = new Price(order.Price);
        e.Quantity = new Quantity(order.LeavesQty);
        e.ClOrdId = order.ClOrdId;
        e.VenueOrderId = 0;
    }

    /// <summary>Checks a prepared release.</summary>
    public readonly ulong CheckRelease(ref readonly EngineEvent e, ulong failed)
    {
        ref OrderRecord order = ref Order(in e);
        FailedChecks.Add(ref failed, IsPriced(in e) ? !_prices.IsKnown(e.Instrument) : e.ReferencePrice.Raw == 0, RejectReason.NoReferencePrice);
        failed |= CheckSession(in e);
        ref readonly OrderBounds bounds = ref _bounds.Of(order.Strategy, order.Listing.Value);
        FailedChecks.Add(ref failed, bounds.IsKilled, RejectReason.KillSwitch);
        FailedChecks.Add(ref failed, !bounds.IsEntitled, RejectReason.NotEntitled);
        ref PositionRecord position = ref _positions.At(order.PositionIndex);
        FailedChecks.Add(ref failed, position.MissesLimit, RejectReason.MissingLimit);
        long reserved = order.Reserved;
        position.Working(order.Side) -= reserved;
        RiskRequest request = ReleaseRequest(in e, ref order, ref position);
        failed |= _gate.Check(in request);
        position.Working(order.Side) += reserved;
        return failed;
    }

    /// <summary>A checked release leaves for its venue.</summary>
    /// <returns>The terms the venue is to be sent.</returns>
    public readonly OrderTerms Send(ref EngineEvent e, int index, ref readonly ListingRecord rules)
    {
        ref OrderRecord order = ref Order(in e);
        RiskLevels levels = CountedLevels(in order);
        OrderStanding before = levels == RiskLevels.None ? default : OrderStanding.Of(in order);
        long reserved = order.Reserved;
        order.Price = e.Price.Raw;
        order.Quantity = order.CumQty + e.Quantity.Raw;
        order.ReplacePrice = e.ReferencePrice.Raw;
        order.Flags &= ~OrderFlags.Held;
        _termed.At(index).Owed = 0;
        _termed.At(index).HasParent = false;
        order.Status = order.After(OrderAction.Release, order.Flags);
        _termed.Settle(index);
        Reserve(ref order, ref _positions.At(order.PositionIndex), reserved);
        FollowRelease(index, in order);
        EnterOwn(in order, _termed.At(index).Slot);
        if (levels != RiskLevels.None)
        {
            _gate.Changed(in order, before, levels);
            WatchSent(in e, in order, levels);
        }

        OrderTerms terms = _termed.At(index).Terms;
        if (order.OrderType.IsTriggered())
        {
            terms.StopPrice = default;
            terms.Offset = 0;
            terms.LimitOffset = default;
            terms.OffsetUnit = default;
            terms.TriggerSource = default;
        }

        return ForVenue(ref e, terms, in rules);
    }

    private readonly RiskMeasure MeasureRelease(ref readonly EngineEvent e, FailedChecks failed, ref readonly ListingRecord rules)
    {
        ref OrderRecord order = ref Order(in e);
        ref PositionRecord position = ref _positions.At(order.PositionIndex);
        long reserved = order.Reserved;
        position.Working(order.Side) -= reserved;
        RiskRequest request = ReleaseRequest(in e, ref order, ref position);
        RiskMeasure measure = Measure(in request, failed, in rules, 0);
        position.Working(order.Side) += reserved;
        return measure;
    }

    private readonly RiskRequest ReleaseRequest(ref readonly EngineEvent e, ref readonly OrderRecord order, ref PositionRecord position)
    {
        long price = IsPriced(in e) ? e.Price.Raw : e.ReferencePrice.Raw;
        RiskRequest request = Request(in e, ref position, order.PositionIndex, price, e.Quantity.Raw, OrderHandle.Unpack(e.Handle).Slot);
        request.IsRelease = true;
        return request;
    }
}
