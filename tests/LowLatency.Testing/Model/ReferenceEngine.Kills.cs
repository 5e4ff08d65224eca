using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;

namespace LowLatency.Testing.Model;

/// <summary>Kill switches and mass cancels. When a sweep goes on is the engine's to say, by its events; what a sweep cancels is said here.</summary>
public sealed partial class ReferenceEngine
{
    private const int MostSwitches = 256;
    private const int SweepBatch = 64;

    private readonly HashSet<RiskScope> _killed = [];

    private bool IsKilled(AccountId account, StrategyId strategy, ListingDefinition listing) => _killed.Any(scope => scope.Covers(account, strategy, listing.Venue, listing.Instrument));

    private readonly HashSet<RiskScope> _entitled = [.. definition.Entitlements];
    private bool _asksEntitlements = definition.Entitlements.Count > 0;

    /// <summary>Kill switches and entitlements.</summary>
    private void CheckStops(Failures failed, AccountId account, StrategyId strategy, ListingDefinition listing)
    {
        if (IsKilled(account, strategy, listing))
        {
            failed.Add(RejectReason.KillSwitch, 0);
        }

        if (_asksEntitlements && !_entitled.Any(scope => scope.Covers(account, strategy, listing.Venue, listing.Instrument)))
        {
            failed.Add(RejectReason.NotEntitled, 0);
        }
    }

    /// <summary>False where there are too many already: the firm's is thrown instead.</summary>
    private bool Kill(RiskScope scope)
    {
        bool fits = _killed.Contains(scope) || _killed.Count < MostSwitches;
        RiskScope stopped = fits ? scope : RiskScope.Firm;
        _killed.Add(stopped);
        WantCanceled(stopped);
        return fits;
    }

    private void WantCanceled(RiskScope scope, Func<ReferenceOrder, bool>? which = null)
    {
        foreach (ReferenceOrder order in _kept.Values.Where(order => !order.IsFinal && Covers(scope, order) && (which == null || which(order))).OrderBy(order => OrderHandle.Unpack(order.Handle).Slot))
        {
            if (order.Status == OrdStatus.Held)
            {
                MakeDue(order, Due.Cancel);
            }
            else
            {
                order.CancelWanted = true;
            }
        }
    }

    /// <summary>Cancels the next orders that are to be canceled, by slot.</summary>
    private void Sweep(EngineEvent e)
    {
        IEnumerable<ReferenceOrder> next = _kept.Values
            .Where(order => order.CancelWanted && !order.IsFinal && order.CancelClOrdId == null && (ulong)OrderHandle.Unpack(order.Handle).Slot >= e.Target)
            .OrderBy(order => OrderHandle.Unpack(order.Handle).Slot)
            .Take(SweepBatch);
        foreach (ReferenceOrder order in next.ToList())
        {
            order.Status = order.After(OrderAction.SendCancel, order.Replacement != null, true);
            order.CancelClOrdId = 0;
            CountMessage(order, MessageKind.Cancel, 0, 0);
            Send(e, order, VenueRequestKind.Cancel, default, default);
        }
    }
}
