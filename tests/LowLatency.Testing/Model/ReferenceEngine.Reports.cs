using System.Numerics;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>What venues say.</summary>
public sealed partial class ReferenceEngine
{
    private static readonly BigInteger LargestPosition = BigInteger.Pow(2, 62);
    private static readonly BigInteger LargestFill = BigInteger.Pow(2, 110);

    private void VenueReport(EngineEvent e)
    {
        bool isKept = _kept.TryGetValue(e.Target, out ReferenceOrder? order);
        if (e.ExecType is ExecType.TradeCancel or ExecType.TradeCorrect)
        {
            Amend(e, order);
            return;
        }

        if (!isKept || order == null)
        {
            Count("UnmatchedReports");
            return;
        }

        ExecutionReport report = Start(e, order.Account, order.Strategy, order.Listing.Instrument, order.Listing.Venue);
        report.TransactTimeNs = e.ReportedTimeNs;
        report.ExecType = e.ExecType;
        report.VenueNumber = e.VenueNumber;
        bool possible = e.ExecType switch
        {
            ExecType.New => Accept(order, e),
            not ExecType.Trade when order.Status == OrdStatus.Held => false,
            ExecType.Triggered => TriggerAtVenue(order),
            ExecType.Trade => Fill(order, e, ref report),
            ExecType.Canceled when order.IsExpiring && (order.CancelClOrdId ?? 0) == 0 => ExpireAtVenue(order, ref report),
            ExecType.Canceled => Cancel(order, ref report),
            ExecType.Suspended => Pause(order, OrderAction.Suspend, isSuspended: true, isDoneForDay: false),
            ExecType.DoneForDay => Pause(order, OrderAction.FinishDay, isSuspended: false, isDoneForDay: true),
            ExecType.Restated => (order.IsSuspended || order.IsDoneForDay) && Pause(order, OrderAction.Resume, isSuspended: false, isDoneForDay: false),
            ExecType.Expired => End(order, OrderAction.Expire),
            ExecType.Rejected => Refuse(order),
            ExecType.Replaced => Replace(order, e, ref report),
            ExecType.CancelReject when (e.Flags & EngineEventFlags.AnswersReplace) != 0 => RefuseReplace(order, ref report),
            ExecType.CancelReject => RefuseCancel(order, ref report),
            _ => false,
        };
        if (!possible)
        {
            Count("IllegalReports");
            return;
        }

        Standing(ref report, order);
        report.ClOrdId = report.ClOrdId == 0 ? order.ClOrdId : report.ClOrdId;
        if (e.ExecType is ExecType.Rejected or ExecType.CancelReject)
        {
            report.RejectReason = e.VenueReason;
            Count($"Rejects{e.VenueReason}");
        }

        Reports.Add(report);
        if (order.HasTerms)
        {
            if (e.ExecType == ExecType.Trade)
            {
                FollowFill(e, order);
            }
            else
            {
                FollowChange(e, order);
            }
        }

        Settle(order);
    }

    private void Settle(ReferenceOrder order)
    {
        if (!order.IsFinal || order.IsCompleted)
        {
            return;
        }

        if (order.Replacement == null && order.CancelClOrdId == null)
        {
            Forget(order);
        }
        else
        {
            Wake(order);
        }
    }

    private static bool Pause(ReferenceOrder order, OrderAction action, bool isSuspended, bool isDoneForDay)
    {
        (bool suspended, bool done) = (order.IsSuspended, order.IsDoneForDay);
        (order.IsSuspended, order.IsDoneForDay) = (isSuspended, isDoneForDay);
        if (End(order, action))
        {
            return true;
        }

        (order.IsSuspended, order.IsDoneForDay) = (suspended, done);
        return false;
    }

    private static bool TriggerAtVenue(ReferenceOrder order)
    {
        bool waited = order.WaitsAtVenue && !order.IsFinal;
        order.WaitsAtVenue &= !waited;
        return waited;
    }

    private static bool ExpireAtVenue(ReferenceOrder order, ref ExecutionReport report)
    {
        report.ExecType = ExecType.Expired;
        if (!End(order, OrderAction.Expire))
        {
            return false;
        }

        order.CancelClOrdId = null;
        return true;
    }

    private bool Accept(ReferenceOrder order, EngineEvent e)
    {
        if (order.Acknowledged)
        {
            return false;
        }

        order.Acknowledged = true;
        OrdStatus next = order.After(OrderAction.Accept, order.Replacement != null, order.CancelClOrdId != null);
        if (next == OrdStatus.None)
        {
            order.Acknowledged = false;
            return false;
        }

        order.Status = next;
        order.VenueOrderId = e.VenueNumber;
        WatchAnswer(order, isRefused: false);
        Count("Acks");
        return true;
    }

    private bool Fill(ReferenceOrder order, EngineEvent e, ref ExecutionReport report)
    {
        long quantity = e.Quantity.Raw;
        long price = e.Price.Raw;
        if (quantity <= 0 || price <= 0 || quantity > RiskLimits.MaxRawQuantity)
        {
            return false;
        }

        if (e.VenueNumber != 0 && Remembered.Any(one => one.Handle == e.Target && one.Number == e.VenueNumber))
        {
            Count("DuplicateExecutions");
            return false;
        }

        ReferenceExecution execution = new(order, e.Target, e.VenueNumber, e.Liquidity) { Price = price, Quantity = quantity };
        if (e.VenueNumber != 0 && definition.Limits.MaxExecutions > 0)
        {
            _fills.Add(execution);
        }

        ReferencePosition position = Position(order.Account, order.Listing.Instrument);
        BigInteger notional = (BigInteger)price * quantity;
        BigInteger after = position.Position + (order.Side == Side.Buy ? quantity : -(BigInteger)quantity);
        if (BigInteger.Abs(after) > LargestPosition || notional > LargestFill)
        {
            execution.Quantity = 0;
            Kill(RiskScope.Firm);
            return false;
        }

        Doubt(order, e);

        BigInteger fee = ReferencePosition.Fee(notional, e.Liquidity == Liquidity.Added ? order.Listing.MakerFeeRate : order.Listing.TakerFeeRate);
        BigInteger realized = position.RealizedPnl;
        bool isAnswer = !order.Acknowledged && !order.IsFinal && order.Status != OrdStatus.Held;
        position.Fill(order.Side, price, quantity, fee);
        bool isHeld = order.Status == OrdStatus.Held;
        if (quantity > order.LeavesQty || isHeld)
        {
            Count("OverFills");
        }

        bool whole = quantity >= order.LeavesQty;
        order.CumQty += quantity;
        order.CumNotional += notional;
        if (!order.IsFinal)
        {
            order.Acknowledged |= !isHeld;
            order.Status = order.After(whole ? OrderAction.FillRest : OrderAction.FillPart, order.Replacement != null, order.CancelClOrdId != null);
        }

        CountFill(order, notional);
        if (isAnswer)
        {
            WatchAnswer(order, isRefused: false);
        }

        WatchFill(order, price, position.RealizedPnl - realized);
        report.LastPx = e.Price;
        report.LastQty = e.Quantity;
        report.Liquidity = e.Liquidity;
        report.Fee = new Notional((Int128)fee);
        Count("Fills");
        return true;
    }

    private bool Refuse(ReferenceOrder order)
    {
        if (!End(order, OrderAction.Reject))
        {
            return false;
        }

        WatchAnswer(order, isRefused: true);
        return true;
    }

    private static bool End(ReferenceOrder order, OrderAction action)
    {
        OrdStatus next = order.After(action, order.Replacement != null, order.CancelClOrdId != null);
        order.Status = next == OrdStatus.None ? order.Status : next;
        return next != OrdStatus.None;
    }

    private static bool Cancel(ReferenceOrder order, ref ExecutionReport report)
    {
        if (!End(order, OrderAction.Cancel))
        {
            return false;
        }

        if (order.CancelClOrdId is ulong asked and not 0)
        {
            report.ClOrdId = asked;
            report.OrigClOrdId = order.ClOrdId;
        }

        order.CancelClOrdId = null;
        return true;
    }

    private static bool Replace(ReferenceOrder order, EngineEvent e, ref ExecutionReport report)
    {
        if (order.Replacement is not { } asked)
        {
            return false;
        }

        OrdStatus next = order.After(OrderAction.Replace, false, order.CancelClOrdId != null);
        if (next == OrdStatus.None || e.Quantity.Raw > Math.Max(asked.Quantity, order.Quantity))
        {
            return false;
        }

        order.Replacement = null;
        order.OrigClOrdId = order.ClOrdId;
        order.ClOrdId = asked.ClOrdId;
        order.Price = e.Price.Raw > 0 ? e.Price.Raw : asked.Price;
        order.Quantity = e.Quantity.Raw > 0 ? e.Quantity.Raw : asked.Quantity;
        order.VenueOrderId = e.VenueNumber != 0 ? e.VenueNumber : order.VenueOrderId;
        order.Status = order.CumQty >= order.Quantity ? OrdStatus.Filled : next;
        report.OrigClOrdId = order.OrigClOrdId;
        return true;
    }

    private static bool RefuseReplace(ReferenceOrder order, ref ExecutionReport report)
    {
        if (order.Replacement is not { } asked)
        {
            return false;
        }

        OrdStatus next = order.After(OrderAction.RefuseReplace, false, order.CancelClOrdId != null);
        order.Replacement = null;
        order.Status = next;
        report.ClOrdId = asked.ClOrdId;
        report.OrigClOrdId = order.ClOrdId;
        return true;
    }

    private static bool RefuseCancel(ReferenceOrder order, ref ExecutionReport report)
    {
        if (order.CancelClOrdId is not ulong asked)
        {
            return false;
        }

        OrdStatus next = order.After(OrderAction.RefuseCancel, order.Replacement != null, false);
        order.CancelClOrdId = null;
        order.Status = next;
        report.ClOrdId = asked;
        report.OrigClOrdId = order.ClOrdId;
        return true;
    }
}
