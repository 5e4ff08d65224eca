using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Reporting;

/// <summary>Tells strategies what became of their requests. Owns the outbound rings; the engine takes an event only while every ring has room for its report.</summary>
internal struct ReportStage(SpscRing<ExecutionReport>[] rings)
{
    private SpscRing<ExecutionReport>[] _rings = rings;

    /// <summary>How many more events may be taken before a ring could overflow.</summary>
    public readonly int Room()
    {
        int room = int.MaxValue;
        for (int i = 1; i < _rings.Length; i++)
        {
            room = Math.Min(room, _rings[i].FreeSlots);
        }

        return room;
    }

    /// <summary>A new order the engine refused.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Rejected(ref readonly EngineEvent e)
    {
        ref ExecutionReport report = ref Claim(in e, e.TimeNs, EngineEvent.PlaceOf(e.Instrument, e.Strategy, e.Venue), e.Account);
        report.ExecType = ExecType.Rejected;
        report.OrdStatus = OrdStatus.Rejected;
        Refusal(ref report, in e);
        report.Side = e.Side;
        report.OrderType = e.OrderType;
        report.TimeInForce = e.TimeInForce;
        report.ExecInst = e.ExecInst;
        report.Price = e.Price;
        report.OrderQty = e.Quantity;
        _rings[e.Strategy.Value].Publish();
    }

    /// <summary>A cancel or replacement the engine refused; the order, where there is one, stays as it is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void CancelRejected(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        bool known = !Unsafe.IsNullRef(in order);
        ref ExecutionReport report = ref Claim(in e, e.TimeNs, EngineEvent.PlaceOf(e.Instrument, e.Strategy, e.Venue), e.Account);
        report.ExecType = ExecType.CancelReject;
        report.OrdStatus = known ? order.Status : OrdStatus.Rejected;
        if (known)
        {
            report.Side = order.Side;
            report.OrderType = order.OrderType;
            report.TimeInForce = order.TimeInForce;
            report.ExecInst = order.ExecInst;
            Amounts(ref report, in order);
        }

        Refusal(ref report, in e);
        report.OrigClOrdId = known ? order.ClOrdId : (e.Flags & EngineEventFlags.TargetIsClOrdId) != 0 ? e.Target : 0;
        _rings[e.Strategy.Value].Publish();
    }

    /// <summary>A venue's report, after it has been applied to the order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FromVenue(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        bool trade = e.ExecType == ExecType.Trade;
        ref ExecutionReport report = ref Claim(in e, e.TransactTimeNs, order.Place, order.Account);
        report.Head = (ulong)e.ExecType | ((ulong)order.Status << 8) | ((ulong)order.Traits << 24) | (trade ? (ulong)e.Liquidity << 56 : 0);
        Amounts(ref report, in order);
        report.Handle = OrderHandle.Unpack(e.Handle);
        report.VenueNumber = e.VenueNumber;
        report.ClOrdId = order.ClOrdId;
        if (trade)
        {
            report.LastPx = e.Price;
            report.LastQty = e.Quantity;
            report.Fee = new Notional(e.Fee);
        }
        else if (e.ExecType != ExecType.New)
        {
            Answer(ref report, in e, in order);
        }

        _rings[e.Strategy.Value].Publish();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Answer(ref ExecutionReport report, ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        switch (e.ExecType)
        {
            case ExecType.Replaced:
                report.OrigClOrdId = order.OrigClOrdId;
                break;
            case ExecType.Canceled when order.CancelClOrdId != 0:
                report.ClOrdId = order.CancelClOrdId;
                report.OrigClOrdId = order.ClOrdId;
                break;
            case ExecType.CancelReject:
                report.ClOrdId = (e.Flags & EngineEventFlags.AnswersReplace) != 0 ? order.ReplaceClOrdId : order.CancelClOrdId;
                report.OrigClOrdId = order.ClOrdId;
                report.RejectReason = e.VenueReason;
                break;
            case ExecType.Rejected:
                report.RejectReason = e.VenueReason;
                break;
        }
    }

    private static void Refusal(ref ExecutionReport report, ref readonly EngineEvent e)
    {
        report.ClOrdId = e.ClOrdId;
        report.FailedChecks = e.FailedChecks;
        report.RejectReason = e.FailedChecks.First;
        report.RejectValue = e.RejectValue;
        report.RejectLimit = e.RejectLimit;
        report.Handle = OrderHandle.Unpack(e.Handle);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Amounts(ref ExecutionReport report, ref readonly OrderRecord order)
    {
        report.Price = new Price(order.Price);
        report.OrderQty = new Quantity(order.Quantity);
        report.CumQty = new Quantity(order.CumQty);
        report.LeavesQty = new Quantity(order.LeavesQty);
        report.CumNotional = new Notional(order.CumNotional);
    }

    /// <summary>A zeroed slot with what every report carries. The engine has made sure of room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ExecutionReport Claim(ref readonly EngineEvent e, long transactTimeNs, ulong place, AccountId account)
    {
        ref ExecutionReport report = ref _rings[(uint)(place >> 32) & 0xFFFF].Claimed(0);
        report = default;
        report.Sequence = e.Sequence;
        report.TimeNs = e.TimeNs;
        report.TransactTimeNs = transactTimeNs;
        report.Place = place;
        report.Account = account;
        return ref report;
    }
}
