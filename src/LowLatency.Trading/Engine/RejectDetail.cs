using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Validation;

namespace LowLatency.Trading.Engine;

/// <summary>Writes the value and the limit of an event's first failed check into it. Off the fast path: only refused requests come here.</summary>
internal static class RejectDetail
{
    public static void Explain(ref EngineEvent e, ref readonly ListingRecord listing, ref PositionRecord position, OrderStore orders)
    {
        (e.RejectValue, e.RejectLimit) = e.FailedChecks.First switch
        {
            RejectReason.UnknownInstrument => (e.Instrument.Value, 0),
            RejectReason.UnknownVenue => (e.Venue.Value, 0),
            RejectReason.UnknownAccount => (e.Account.Value, 0),
            RejectReason.InvalidSide => ((long)e.Side, 0),
            RejectReason.InvalidOrderType => ((long)e.OrderType, 0),
            RejectReason.InvalidTimeInForce => ((long)e.TimeInForce, 0),
            RejectReason.InvalidExecInst => ((long)e.ExecInst, 0),
            RejectReason.InvalidPrice => (e.Price.Raw, 0),
            RejectReason.PriceOffTick => (e.Price.Raw, listing.TickSize),
            RejectReason.PriceOutOfBounds => (e.Price.Raw, e.Price.Raw < listing.MinPrice ? listing.MinPrice : listing.MaxPrice),
            RejectReason.InvalidQuantity => (e.Quantity.Raw, 0),
            RejectReason.QuantityOffLot => (e.Quantity.Raw, listing.LotSize),
            RejectReason.QuantityOutOfBounds => (e.Quantity.Raw, e.Quantity.Raw < listing.MinQuantity ? listing.MinQuantity : listing.MaxQuantity),
            RejectReason.DuplicateClOrdId => ((long)e.ClOrdId, (long)orders.Highest(e.Strategy)),
            RejectReason.UnknownOrder or RejectReason.OrderClosed or RejectReason.OrderPending => ((long)e.Target, 0),
            RejectReason.QuantityBelowExecuted => (e.Quantity.Raw, orders.At(OrderHandle.Unpack(e.Handle).Slot).CumQty),
            RejectReason.OrderQuantityLimit => (e.Quantity.Raw, position.MaxOrderQuantity),
            RejectReason.OrderNotionalLimit => (Money(Value(in e)), Money(position.MaxOrderNotional)),
            RejectReason.PriceCollar => (e.Price.Raw, e.Price.Raw < position.CollarLow ? position.CollarLow : position.CollarHigh),
            RejectReason.PositionLimit => (Worst(in e, ref position, orders), position.MaxPosition),
            RejectReason.OrderCapacity => (orders.Count, orders.Capacity),
            _ => (0L, 0L),
        };
    }

    private static Int128 Value(ref readonly EngineEvent e) =>
        Notional.Product(e.OrderType == OrderType.Market ? e.ReferencePrice.Raw : e.Price.Raw, e.Quantity.Raw);

    /// <summary>1e-16 to 1e-8, rounded up, held inside 64 bits.</summary>
    private static long Money(Int128 raw) => (long)Int128.Clamp(MulDiv.Ceiling(raw, 1, Price.One), long.MinValue, long.MaxValue);

    private static long Worst(ref readonly EngineEvent e, ref PositionRecord position, OrderStore orders)
    {
        bool buy = e.Side == Side.Buy;
        long extra = e.Kind == EngineEventKind.Replace ? RiskStage.Extra(in e, in orders.At(OrderHandle.Unpack(e.Handle).Slot)) : e.Quantity.Raw;
        Int128 worst = (Int128)(buy ? position.Position : -position.Position) + (buy ? position.WorkingBuy : position.WorkingSell) + extra;
        return (long)Int128.Clamp(worst, long.MinValue, long.MaxValue);
    }
}
