using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk;

/// <summary>Cancels that no strategy asked for.</summary>
internal unsafe partial struct RiskStage
{
    /// <summary>Marks the order in a slot as being canceled and makes the request for its gateway. Its client id is 0: nobody's request is answered.</summary>
    /// <returns>False where the order cannot be canceled in its state.</returns>
    public readonly bool CancelUnasked(int slot, long timeNs, ref EngineEvent request)
    {
        ref OrderRecord order = ref _orders.At(slot);
        OrdStatus next = order.After(OrderAction.SendCancel, order.Flags | OrderFlags.Canceling);
        if (next == OrdStatus.None)
        {
            return false;
        }

        order.Flags |= OrderFlags.Canceling;
        order.CancelClOrdId = 0;
        order.Status = next;
        request = default;
        request.Kind = EngineEventKind.Cancel;
        request.TimeNs = timeNs;
        request.Handle = new OrderHandle(slot, order.Generation).Packed;
        request.Side = order.Side;
        request.Place = order.Place;
        request.Account = order.Account;
        request.Listing = order.Listing;
        request.VenueOrderId = order.VenueOrderId;
        RiskLevels levels = CountedLevels(in order);
        if (levels != RiskLevels.None)
        {
            _gate.Canceling(in order, levels, timeNs);
        }

        return true;
    }
}
