using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>Orders that take too long.</summary>
public sealed partial class ReferenceEngine
{
    private static RiskLimitKind[] AgeKinds => [RiskLimitKind.MaxOrderAge, RiskLimitKind.MaxUnacknowledged, RiskLimitKind.MaxUnacknowledgedStop];

    private bool _looksAtAges = definition.RiskLimits.Keys.Any(key => AgeKinds.Contains(key.Kind));
    private long _sent;

    private Int128? AgeLimit(RiskLimitKind kind, ReferenceOrder order)
    {
        Int128[] set = [.. _limits.Where(limit => limit.Key.Kind == kind && Covers(limit.Key.Scope, order)).Select(limit => limit.Value)];
        return set.Length == 0 ? null : set.Min();
    }

    private void CheckAges()
    {
        foreach (ReferenceOrder order in _kept.Values.Where(order => order.AgeFrom != null && order.Status != OrdStatus.Held).OrderBy(order => order.AgeFrom!.Value.Order).ToList())
        {
            if (order.IsFinal)
            {
                continue;
            }

            long age = _nowNs - order.AgeFrom!.Value.TimeNs;
            if ((age > AgeLimit(RiskLimitKind.MaxOrderAge, order) || (!order.Acknowledged && age > AgeLimit(RiskLimitKind.MaxUnacknowledged, order))) && !order.CancelWanted)
            {
                Count("OverdueOrders");
                order.CancelWanted = true;
            }

            RiskScope venue = RiskScope.Of(order.Listing.Venue);
            if (!order.Acknowledged && age > AgeLimit(RiskLimitKind.MaxUnacknowledgedStop, order) && !_killed.Contains(venue))
            {
                Count("VenueStops");
                Kill(venue);
            }
        }
    }
}
