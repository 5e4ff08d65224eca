using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Terms;
using LowLatency.Trading.Validation;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Engine;

/// <summary>Writes the value and the limit of an event's first failed check into it. Off the fast path: only refused requests come here.</summary>
internal static class RejectDetail
{
    public static void Explain(ref EngineEvent e, ref readonly ListingRecord listing, ref readonly RiskStage risk, OrderStore orders, TermedOrders termed)
    {
        (e.RejectValue, e.RejectLimit) = Plain(in e, in listing, in risk, orders, termed);
        e.ScorePercent = 0;
        e.LargestQuantity = default;
        if (e.Kind != EngineEventKind.Cancel && RiskStage.HasLimits(e.FailedChecks))
        {
            RiskMeasure measure = risk.Measure(in e, e.FailedChecks, in listing);
            e.ScorePercent = (ushort)measure.HighestPercent;
            e.LargestQuantity = new Quantity(measure.Room);
            if (measure.IsFound)
            {
                (e.RejectValue, e.RejectLimit) = (Narrow(measure.Asked.Value, measure.IsMoney), Narrow(measure.Asked.Limit, measure.IsMoney));
            }
        }
    }

    /// <summary>Value and limit of the checks that are no controls.</summary>
    private static (long Value, long Limit) Plain(ref readonly EngineEvent e, ref readonly ListingRecord listing, ref readonly RiskStage risk, OrderStore orders, TermedOrders termed) => e.FailedChecks.First switch
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
        RejectReason.InvalidTerms or RejectReason.InvalidLink or RejectReason.SelfTrade => (e.RejectValue, e.RejectLimit),
        RejectReason.UnsupportedOrderType => Unsupported(in e, in listing),
        RejectReason.SessionClosed or RejectReason.TradingHalted => ((long)risk.StatusAgainst(in e, e.FailedChecks.First), 0),
        RejectReason.DuplicateClOrdId => ((long)e.ClOrdId, (long)orders.Highest(e.Strategy)),
        RejectReason.UnknownOrder or RejectReason.OrderClosed or RejectReason.OrderPending => ((long)e.Target, 0),
        RejectReason.QuantityBelowExecuted => (e.Quantity.Raw, orders.At(OrderHandle.Unpack(e.Handle).Slot).CumQty),
        RejectReason.OrderCapacity => orders.IsFull ? (orders.Count, orders.Capacity) : (termed.Count, termed.Capacity),
        _ => (0L, 0L),
    };

    /// <summary>What the venue lacks, of <see cref="VenueAbilities"/>, against what it has: for the order itself, else for its terms, of which the risk stage has told.</summary>
    private static (long Value, long Limit) Unsupported(ref readonly EngineEvent e, ref readonly ListingRecord listing)
    {
        VenueAbilities missing = listing.Abilities.Missing(e.OrderType, e.TimeInForce, e.ExecInst);
        return missing != VenueAbilities.None ? ((long)missing, (long)listing.Abilities) : (e.RejectValue, e.RejectLimit);
    }

    /// <summary>A use as a report carries it: money at 1e-8, rounded up; held inside 64 bits.</summary>
    private static long Narrow(Int128 raw, bool isMoney) => (long)Int128.Clamp(isMoney ? MulDiv.Ceiling(raw, 1, Price.One) : raw, long.MinValue, long.MaxValue);
}
