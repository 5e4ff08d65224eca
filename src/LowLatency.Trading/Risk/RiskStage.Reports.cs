using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Validation;

namespace LowLatency.Trading.Risk;

/// <summary>What venues say, applied to orders and positions. The venue's word counts: a fill that does not fit is counted as an alarm and still changes the position.</summary>
internal partial struct RiskStage
{
    /// <summary>The order a report names, or a null reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref OrderRecord Find(ref readonly EngineEvent report)
    {
        OrderHandle handle = OrderHandle.Unpack(report.Target);
        return ref _orders.IsLive(handle) ? ref _orders.At(handle.Slot) : ref Unsafe.NullRef<OrderRecord>();
    }

    /// <summary>Applies a report to the order it names.</summary>
    /// <param name="e">The report; Handle, Strategy, Account, Instrument, Venue and Fee are set.</param>
    /// <param name="order">The order, from <see cref="Find"/>.</param>
    /// <param name="counters">Alarms are counted here.</param>
    /// <param name="listings">For the fee rates.</param>
    /// <returns>False when the report is impossible in the order's state: there is nothing to tell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Apply(ref EngineEvent e, ref OrderRecord order, EngineCounters counters, ListingTable listings)
    {
        e.Handle = e.Target;
        e.TransactTimeNs = e.ReportedTimeNs;
        e.Place = order.Place;
        e.Account = order.Account;
        ref PositionRecord position = ref _positions.At(order.PositionIndex);
        bool applied = e.ExecType == ExecType.Trade
            ? Fill(ref e, ref order, ref position, counters, listings)
            : e.ExecType == ExecType.New ? Accept(ref e, ref order) : Change(ref e, ref order);
        if (!applied)
        {
            counters.IllegalReports++;
            return false;
        }

        if (e.ExecType != ExecType.New)
        {
            Reserve(ref order, ref position);
        }

        return true;
    }

    /// <summary>The order of a located request, for its report.</summary>
    public ref OrderRecord Order(ref readonly EngineEvent e) => ref _orders.At(OrderHandle.Unpack(e.Handle).Slot);

    /// <summary>After the report: forgets the part of a replacement or cancel that has been answered, and the order itself when it is final and nothing is on its way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Settle(ref EngineEvent e, ref OrderRecord order)
    {
        if (e.ExecType is ExecType.CancelReject or ExecType.Canceled)
        {
            Answered(ref e, ref order);
        }

        if (order.Status.IsFinal() && (order.Flags & (OrderFlags.Replacing | OrderFlags.Canceling)) == 0)
        {
            _orders.Return(OrderHandle.Unpack(e.Handle));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Answered(ref EngineEvent e, ref OrderRecord order)
    {
        if ((e.Flags & EngineEventFlags.AnswersReplace) == 0 || e.ExecType == ExecType.Canceled)
        {
            order.CancelClOrdId = 0;
            return;
        }

        _orders.Forget(order.Strategy, order.ReplaceClOrdId);
        order.ReplaceClOrdId = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Accept(ref EngineEvent e, ref OrderRecord order)
    {
        OrderFlags flags = order.Flags | OrderFlags.Acknowledged;
        OrdStatus next = order.After(OrderAction.Accept, flags);
        if (next == OrdStatus.None || flags == order.Flags)
        {
            return false;
        }

        order.Flags = flags;
        order.Status = next;
        order.VenueOrderId = e.VenueNumber;
        return true;
    }

    // Its own method, so that the JIT's budget for inlining reaches all of its arithmetic.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Fill(ref EngineEvent e, ref OrderRecord order, ref PositionRecord position, EngineCounters counters, ListingTable listings)
    {
        long quantity = e.Quantity.Raw;
        long price = e.Price.Raw;
        if (quantity <= 0 || price <= 0 || quantity > RiskLimits.MaxRawQuantity)
        {
            return false;
        }

        Int128 notional = Notional.Product(price, quantity);
        ref readonly ListingRecord listing = ref listings.At(order.Listing.Value);
        int rate = e.Liquidity == Liquidity.Added ? listing.MakerFeeRate : listing.TakerFeeRate;
        Int128 fee = rate == 0 ? 0 : MulDiv.Ceiling(notional, rate, 100_000_000);
        if (!PositionBook.Fill(ref position, order.Side, price, quantity, notional, fee))
        {
            _killSwitch.StopFirm();
            return false;
        }

        e.Fee = fee;
        long open = order.Quantity - order.CumQty;
        if (quantity > open || order.Status.IsFinal())
        {
            counters.OverFills++;
        }

        order.CumQty += quantity;
        order.CumNotional += notional;
        if (!order.Status.IsFinal())
        {
            order.Flags |= OrderFlags.Acknowledged;
            order.Status = order.After(quantity >= open ? OrderAction.FillRest : OrderAction.FillPart, order.Flags);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Change(ref EngineEvent e, ref OrderRecord order)
    {
        bool answersReplace = (e.Flags & EngineEventFlags.AnswersReplace) != 0;
        OrderAction action;
        OrderFlags flags = order.Flags;
        switch (e.ExecType)
        {
            case ExecType.Canceled:
                action = OrderAction.Cancel;
                flags &= ~OrderFlags.Canceling;
                break;
            case ExecType.Expired:
                action = OrderAction.Expire;
                break;
            case ExecType.Rejected:
                action = OrderAction.Reject;
                break;
            case ExecType.Replaced when (flags & OrderFlags.Replacing) != 0 && e.Quantity.Raw <= Math.Max(order.Quantity, order.ReplaceQuantity):
                action = OrderAction.Replace;
                flags &= ~OrderFlags.Replacing;
                break;
            case ExecType.CancelReject when answersReplace && (flags & OrderFlags.Replacing) != 0:
                action = OrderAction.RefuseReplace;
                flags &= ~OrderFlags.Replacing;
                break;
            case ExecType.CancelReject when !answersReplace && (flags & OrderFlags.Canceling) != 0:
                action = OrderAction.RefuseCancel;
                flags &= ~OrderFlags.Canceling;
                break;
            default:
                return false;
        }

        OrdStatus next = order.After(action, flags);
        if (next == OrdStatus.None)
        {
            return false;
        }

        order.Flags = flags;
        order.Status = next;
        if (action == OrderAction.Replace)
        {
            order.VenueOrderId = e.VenueNumber != 0 ? e.VenueNumber : order.VenueOrderId;
            TakeReplacement(ref e, ref order);
        }

        return true;
    }

    private void TakeReplacement(ref EngineEvent e, ref OrderRecord order)
    {
        order.Price = e.Price.Raw > 0 ? e.Price.Raw : order.ReplacePrice;
        order.Quantity = e.Quantity.Raw > 0 ? e.Quantity.Raw : order.ReplaceQuantity;
        _orders.Forget(order.Strategy, order.ClOrdId);
        order.OrigClOrdId = order.ClOrdId;
        order.ClOrdId = order.ReplaceClOrdId;
        order.ReplaceClOrdId = 0;
        if (order.CumQty >= order.Quantity)
        {
            order.Status = OrdStatus.Filled;
        }
    }
}
