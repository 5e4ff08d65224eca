using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Validation;

namespace LowLatency.Trading.Terms;

/// <summary>Do the terms of an order go together with its type, its time in force, its instructions and its listing?</summary>
internal static class TermsRules
{
    private const int MostBasisPoints = 9_999;

    /// <summary>True where every term the order needs is there and none besides.</summary>
    /// <param name="e">The new order, or a located replacement with its order's traits.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="rules">Its listing.</param>
    /// <param name="fault">The first that is not, in the order of the fields of <see cref="OrderTerms"/>.</param>
    public static bool AreLegal(ref readonly EngineEvent e, in OrderTerms terms, ref readonly ListingRecord rules, out TermsFault fault)
    {
        OrderType type = e.OrderType;
        bool trails = type.IsTrailing();
        bool pegged = type == OrderType.Pegged;
        bool stops = type.IsTriggered() && !trails;
        fault = default;
        return Keep(stops ? IsPrice(terms.StopPrice.Raw, in rules) : terms.StopPrice.Raw == 0, terms.StopPrice.Raw, stops ? BoundOf(terms.StopPrice.Raw, in rules) : 0, ref fault)
            && Keep(trails ? terms.Offset > 0 && IsDistance(in terms) : pegged ? IsDistance(in terms) : terms.Offset == 0, terms.Offset, terms.OffsetUnit == OffsetUnit.BasisPoints ? MostBasisPoints : 0, ref fault)
            && Keep(type == OrderType.TrailingStopLimit ? terms.LimitOffset.Raw >= 0 : terms.LimitOffset.Raw == 0, terms.LimitOffset.Raw, 0, ref fault)
            && Keep(e.TimeInForce == TimeInForce.Gtd ? terms.ExpireTimeNs > e.TimeNs : terms.ExpireTimeNs == 0, terms.ExpireTimeNs, e.TimeInForce == TimeInForce.Gtd ? e.TimeNs : 0, ref fault)
            && Keep(IsDisplayLegal(in e, terms.DisplayQuantity.Raw, in rules), terms.DisplayQuantity.Raw, e.Quantity.Raw, ref fault)
            && Keep(IsMinimumLegal(in e, terms.MinQuantity.Raw, in rules), terms.MinQuantity.Raw, e.Quantity.Raw, ref fault)
            && Keep(trails || pegged || terms.OffsetUnit == OffsetUnit.Price, (long)terms.OffsetUnit, 0, ref fault)
            && Keep(type.IsTriggered() ? terms.TriggerSource <= TriggerSource.BestBid : terms.TriggerSource == TriggerSource.Opposite, (long)terms.TriggerSource, 0, ref fault)
            && Keep(pegged ? terms.PegSource is PegSource.Mid or PegSource.Market or PegSource.Primary : terms.PegSource == PegSource.None, (long)terms.PegSource, 0, ref fault);
    }

    private static bool Keep(bool isLegal, long value, long limit, ref TermsFault fault)
    {
        fault = isLegal ? fault : new TermsFault(value, limit);
        return isLegal;
    }

    private static bool IsDisplayLegal(ref readonly EngineEvent e, long display, ref readonly ListingRecord rules)
    {
        bool mayRest = e.OrderType.Released() is OrderType.Limit or OrderType.Pegged && e.TimeInForce is not (TimeInForce.Ioc or TimeInForce.Fok);
        return display == 0
            || (mayRest && display > 0 && display < e.Quantity.Raw && rules.Lot.DividesPositive(display) && (e.ExecInst & (ExecInst.Hidden | ExecInst.AllOrNone)) == 0);
    }

    private static bool IsMinimumLegal(ref readonly EngineEvent e, long minimum, ref readonly ListingRecord rules) =>
        minimum == 0 || (minimum > 0 && minimum <= e.Quantity.Raw && rules.Lot.DividesPositive(minimum) && e.TimeInForce != TimeInForce.Fok && (e.ExecInst & ExecInst.AllOrNone) == 0);

    private static bool IsDistance(in OrderTerms terms) => terms.OffsetUnit switch
    {
        OffsetUnit.Price or OffsetUnit.Ticks => true,
        OffsetUnit.BasisPoints => terms.Offset is >= -MostBasisPoints and <= MostBasisPoints,
        _ => false,
    };

    private static bool IsPrice(long price, ref readonly ListingRecord rules) =>
        price > 0 && price >= rules.MinPrice && price <= rules.MaxPrice && rules.Tick.DividesPositive(price);

    /// <summary>The bound a stop price is outside of, else the tick it is off.</summary>
    private static long BoundOf(long price, ref readonly ListingRecord rules) =>
        price < rules.MinPrice ? rules.MinPrice : price > rules.MaxPrice ? rules.MaxPrice : rules.TickSize;
}
