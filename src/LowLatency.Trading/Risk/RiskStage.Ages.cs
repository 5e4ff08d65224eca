using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk;

/// <summary>Orders that take too long: at every timer event the oldest are looked at.</summary>
internal partial struct RiskStage
{
    /// <summary>Marks orders to be canceled that have worked too long, or not been answered in time, and stops venues that do not answer.</summary>
    public readonly void CheckAges(long timeNs, EngineCounters counters)
    {
        if (!_ages.IsOn)
        {
            return;
        }

        for (int slot = _ages.First(timeNs); slot >= 0; slot = _ages.Next(slot, timeNs))
        {
            ref OrderRecord order = ref _orders.At(slot);
            long ageNs = _ages.AgeOf(slot, timeNs);
            bool waits = (order.Flags & OrderFlags.Acknowledged) == 0;
            bool isWanted = (order.Flags & OrderFlags.CancelWanted) != 0;
            bool isUnanswered = waits && ageNs > _ages.Limit(RiskLimitKind.MaxUnacknowledged, in order);
            if ((isUnanswered || ageNs > _ages.Limit(RiskLimitKind.MaxOrderAge, in order)) && !isWanted)
            {
                counters.OverdueOrders++;
                _massCancel.Mark(ref order);
            }

            RiskScope venue = RiskScope.Of(order.Venue);
            if (waits && ageNs > _ages.Limit(RiskLimitKind.MaxUnacknowledgedStop, in order) && !_killSwitch.IsThrown(in venue))
            {
                counters.VenueStops++;
                Stop(in venue);
            }
        }
    }
}
