using System.Runtime.CompilerServices;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Orders;

namespace LowLatency.Gateways.Ouch;

/// <summary>What each message of the venue does to the order it names. A message about a number that is not in use is counted and changes nothing.</summary>
internal readonly struct OuchReportHandler(OuchReporter reporter) : IOuchReportHandler
{
    private const char Dead = 'D';

    /// <summary>Before each message: where it stands, and when it was received.</summary>
    public void Begin(long offset, long timeNs) => reporter.Begin(offset, timeNs);

    /// <inheritdoc/>
    public void OnOrderAccepted(in OrderAcceptedMessage message, OuchOptions options)
    {
        ref OuchOrder order = ref Find(message.TimestampNs, message.UserRefNum);
        if (Unsafe.IsNullRef(ref order) || !Expect(ref order, (order.Flags & (OuchOrderFlags.Accepted | OuchOrderFlags.Replacement)) == 0))
        {
            return;
        }

        order.Flags |= OuchOrderFlags.Accepted | (message.Quantity < order.Open ? OuchOrderFlags.Reduced : OuchOrderFlags.None);
        order.Open = message.Quantity;
        reporter.Report(order.Handle, ExecType.New, message.OrderReferenceNumber);
        if (message.OrderState == Dead)
        {
            EndDead(ref order);
        }
    }

    /// <inheritdoc/>
    public void OnOrderExecuted(in OrderExecutedMessage message, OuchOptions options)
    {
        ref OuchOrder order = ref Find(message.TimestampNs, message.UserRefNum);
        if (Unsafe.IsNullRef(ref order) || !Expect(ref order, (order.Flags & OuchOrderFlags.Accepted) != 0))
        {
            return;
        }

        uint shares = message.Quantity;
        if (!OuchPrice.TryFromVenue(message.Price4, out Price price) || shares == 0)
        {
            reporter.Odd(FeedAnomalyKind.OutOfRange, shares == 0 ? 0 : message.Price4);
            return;
        }

        reporter.Report(order.Handle, ExecType.Trade, message.MatchNumber, price, OuchPrice.FromVenue(shares), LiquidityOf(message.LiquidityFlag));
        if (shares > order.Open)
        {
            reporter.Odd(FeedAnomalyKind.Overfilled, shares - order.Open);
        }

        order.Executed += shares;
        order.Open -= Math.Min(shares, order.Open);
        if (order.Open == 0)
        {
            EndFilled(ref order);
        }
    }

    /// <inheritdoc/>
    public void OnOrderCanceled(in OrderCanceledMessage message, OuchOptions options) =>
        TakeOff(message.TimestampNs, message.UserRefNum, message.Quantity, message.Reason);

    /// <inheritdoc/>
    public void OnAiqCanceled(in AiqCanceledMessage message, OuchOptions options) =>
        TakeOff(message.TimestampNs, message.UserRefNum, message.DecrementShares, message.Reason);

    /// <inheritdoc/>
    public void OnOrderReplaced(in OrderReplacedMessage message, OuchOptions options)
    {
        ref OuchOrder replacement = ref Find(message.TimestampNs, message.UserRefNum);
        if (Unsafe.IsNullRef(ref replacement) || !Expect(ref replacement, (replacement.Flags & OuchOrderFlags.Replacement) != 0 && replacement.Other == message.OrigUserRefNum))
        {
            return;
        }

        if (!OuchPrice.TryFromVenue(message.Price4, out Price price))
        {
            reporter.Odd(FeedAnomalyKind.OutOfRange, message.Price4);
            price = default;
        }

        ref OuchOrder original = ref reporter.Orders.Find(replacement.Other);
        uint asked = replacement.Open;
        uint open = Math.Min(message.Quantity, asked - Math.Min(asked, original.Executed));
        replacement.Open = open;
        replacement.Executed = original.Executed;
        replacement.Other = 0;
        replacement.Flags = OuchOrderFlags.Accepted | (original.Flags & (OuchOrderFlags.Canceling | OuchOrderFlags.PostOnly));
        reporter.Orders.Close(ref original);
        reporter.Orders.MakePresent(in replacement);
        reporter.Report(replacement.Handle, ExecType.Replaced, message.OrderReferenceNumber, price, OuchPrice.FromVenue(open + replacement.Executed));
        if (open == 0)
        {
            reporter.End(ref replacement, false);
        }
        else if (message.OrderState == Dead)
        {
            EndDead(ref replacement);
        }
    }

    /// <inheritdoc/>
    public void OnRejected(in RejectedMessage message, OuchOptions options)
    {
        ref OuchOrder order = ref Find(message.TimestampNs, message.UserRefNum);
        if (Unsafe.IsNullRef(ref order) || !Expect(ref order, (order.Flags & OuchOrderFlags.Accepted) == 0))
        {
            return;
        }

        if ((order.Flags & OuchOrderFlags.Replacement) != 0)
        {
            reporter.Report(order.Handle, ExecType.CancelReject, reason: RejectReason.VenueRejected, answersReplace: true);
            reporter.Orders.Find(order.Other).Other = 0;
            reporter.Orders.Close(ref order);
            return;
        }

        reporter.Report(order.Handle, ExecType.Rejected, reason: RejectReason.VenueRejected);
        reporter.End(ref order, false);
    }

    /// <inheritdoc/>
    public void OnCancelReject(in CancelRejectMessage message, OuchOptions options)
    {
        ref OuchOrder order = ref Find(message.TimestampNs, message.UserRefNum);
        if (Unsafe.IsNullRef(ref order) || !Expect(ref order, (order.Flags & OuchOrderFlags.Canceling) != 0))
        {
            return;
        }

        order.Flags &= ~OuchOrderFlags.Canceling;
        reporter.Report(order.Handle, ExecType.CancelReject, reason: RejectReason.VenueRejected);
    }

    /// <inheritdoc/>
    public void OnBrokenTrade(in BrokenTradeMessage message, OuchOptions options)
    {
        reporter.Counters.BrokenTrades++;
        ulong handle = reporter.Orders.HandleOf(message.UserRefNum);
        if (handle == 0)
        {
            reporter.Odd(FeedAnomalyKind.UnknownOrder, message.UserRefNum);
            return;
        }

        reporter.At(message.TimestampNs);
        reporter.Report(handle, ExecType.TradeCancel, message.MatchNumber);
    }

    /// <inheritdoc/>
    public void OnAccountQueryResponse(in AccountQueryResponseMessage message, OuchOptions options)
    {
        reporter.Orders.ContinueFrom(message.NextUserRefNum);
        reporter.Counters.Notices++;
    }

    /// <inheritdoc/>
    public void OnSystemEvent(in SystemEventMessage message) => reporter.Counters.Notices++;

    /// <inheritdoc/>
    public void OnCancelPending(in CancelPendingMessage message, OuchOptions options) => reporter.Counters.Notices++;

    /// <inheritdoc/>
    public void OnOrderPriorityUpdate(in OrderPriorityUpdateMessage message, OuchOptions options) => reporter.Counters.Notices++;

    /// <inheritdoc/>
    public void OnOrderModified(in OrderModifiedMessage message, OuchOptions options) => reporter.Counters.Notices++;

    /// <inheritdoc/>
    public void OnOrderRestated(in OrderRestatedMessage message, OuchOptions options) => reporter.Counters.Notices++;

    /// <inheritdoc/>
    public void OnMassCancelResponse(in MassCancelResponseMessage message, OuchOptions options) => reporter.Counters.Notices++;

    /// <inheritdoc/>
    public void OnDisableOrderEntryResponse(in DisableOrderEntryResponseMessage message, OuchOptions options) => reporter.Counters.Notices++;

    /// <inheritdoc/>
    public void OnEnableOrderEntryResponse(in EnableOrderEntryResponseMessage message, OuchOptions options) => reporter.Counters.Notices++;

    /// <summary>Which side of the trade the order was on, by the letter of the liquidity flag; none for crosses and letters that are not known.</summary>
    private static Liquidity LiquidityOf(char flag) => flag switch
    {
        'A' or 'J' or 'k' or 'u' or 'N' or 'n' or '7' or '8' => Liquidity.Added,
        'R' or 'm' => Liquidity.Removed,
        _ => Liquidity.None,
    };

    /// <summary>Whether the order's own terms ended it: the close, its time, or its instruction not to take liquidity.</summary>
    private static ExecType EndOf(char cancelReason) => cancelReason is 'E' or 'T' or 'F' or 'G' ? ExecType.Expired : ExecType.Canceled;

    private void TakeOff(ulong timestampNs, uint number, uint shares, char reason)
    {
        ref OuchOrder order = ref Find(timestampNs, number);
        if (Unsafe.IsNullRef(ref order) || !Expect(ref order, (order.Flags & OuchOrderFlags.Accepted) != 0))
        {
            return;
        }

        if (shares < order.Open)
        {
            order.Open -= shares;
            order.Flags |= OuchOrderFlags.Reduced;
            reporter.Counters.Reductions++;
            return;
        }

        if (shares > order.Open)
        {
            reporter.Odd(FeedAnomalyKind.Overfilled, shares - order.Open);
        }

        reporter.EndRemainder(ref order, EndOf(reason));
    }

    private void EndFilled(ref OuchOrder order)
    {
        if ((order.Flags & OuchOrderFlags.Reduced) != 0)
        {
            reporter.EndRemainder(ref order, ExecType.Canceled);
        }
        else
        {
            reporter.End(ref order, false);
        }
    }

    private void EndDead(ref OuchOrder order) =>
        reporter.EndRemainder(ref order, (order.Flags & OuchOrderFlags.PostOnly) != 0 ? ExecType.Expired : ExecType.Canceled);

    private ref OuchOrder Find(ulong timestampNs, uint number)
    {
        reporter.At(timestampNs);
        ref OuchOrder order = ref reporter.Orders.Find(number);
        if (Unsafe.IsNullRef(ref order))
        {
            reporter.Odd(FeedAnomalyKind.UnknownOrder, number);
        }

        return ref order;
    }

    private bool Expect(ref readonly OuchOrder order, bool isLegal)
    {
        if (!isLegal)
        {
            reporter.Odd(FeedAnomalyKind.OutOfState, order.Number);
        }

        return isLegal;
    }
}
