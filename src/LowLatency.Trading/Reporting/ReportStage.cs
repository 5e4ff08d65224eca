using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Reporting;

/// <summary>Tells strategies what became of their requests. Owns the outbound rings; the engine takes an event only while every ring has room for its report.</summary>
internal struct ReportStage(SpscRing<ExecutionReport>[] rings, SpscRing<ExecutionReport>? dropCopy)
{
    private SpscRing<ExecutionReport>[] _rings = rings;
    private SpscRing<ExecutionReport>? _dropCopy = dropCopy;

    /// <summary>How many more events may be taken before a ring could overflow.</summary>
    public readonly int Room()
    {
        int room = int.MaxValue;
        for (int i = 1; i < _rings.Length; i++)
        {
            room = Math.Min(room, _rings[i].FreeSlots);
        }

        return _dropCopy is null ? room : Math.Min(room, _dropCopy.FreeSlots);
    }

    /// <summary>As <see cref="Room"/>, for a thread that does not write reports.</summary>
    public readonly int RoomSeenFromOutside()
    {
        int room = int.MaxValue;
        for (int i = 1; i < _rings.Length; i++)
        {
            room = Math.Min(room, RoomSeenFromOutside(_rings[i]));
        }

        return _dropCopy is null ? room : Math.Min(room, RoomSeenFromOutside(_dropCopy));
    }

    private static int RoomSeenFromOutside(SpscRing<ExecutionReport> ring)
    {
        // Consumed first: reports published in between make the room smaller than it is.
        long consumed = ring.ConsumedSequence;
        return (int)(consumed + ring.Capacity - ring.PublishedSequence);
    }

    /// <summary>Whether every report is copied out, and what is sent is reported too.</summary>
    public readonly bool IsCopying
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _dropCopy is not null;
    }

    /// <summary>Tells the drop copy that an order, a cancel or a replacement was sent. While copying.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void Pending(ref readonly EngineEvent e, ref readonly OrderRecord order, ExecType execType)
    {
        ref ExecutionReport report = ref _dropCopy!.Claimed(0);
        report = default;
        report.Sequence = e.Sequence;
        report.TimeNs = e.TimeNs;
        report.TransactTimeNs = e.TimeNs;
        report.ClOrdId = e.ClOrdId;
        report.OrigClOrdId = execType == ExecType.PendingNew ? 0 : order.ClOrdId;
        report.PackedHandle = e.Handle;
        report.Head = (ulong)execType | ((ulong)order.Status << 8) | ((ulong)order.Traits << 24);
        Amounts(ref report, in order);
        report.Place = order.Place;
        report.Account = order.Account;
        _dropCopy.Publish();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Publish(SpscRing<ExecutionReport> ring, ref readonly ExecutionReport report)
    {
        if (_dropCopy is not null)
        {
            CopyOut(in report);
        }

        ring.Publish();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void CopyOut(ref readonly ExecutionReport report)
    {
        _dropCopy!.Claimed(0) = report;
        _dropCopy.Publish();
    }

    /// <summary>A new order the engine refused.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Rejected(ref readonly EngineEvent e)
    {
        ref ExecutionReport report = ref Claim(in e);
        report.ExecType = ExecType.Rejected;
        report.OrdStatus = OrdStatus.Rejected;
        Refusal(ref report, in e);
        report.Side = e.Side;
        report.OrderType = e.OrderType;
        report.TimeInForce = e.TimeInForce;
        report.ExecInst = e.ExecInst;
        report.Price = e.Price;
        report.OrderQty = e.Quantity;
        Publish(RingOf(e.Place), in report);
    }

    /// <summary>A cancel or replacement the engine refused; the order, where there is one, stays as it is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void CancelRejected(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        bool known = !Unsafe.IsNullRef(in order);
        ref ExecutionReport report = ref Claim(in e);
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
        Publish(RingOf(e.Place), in report);
    }

    /// <summary>The venue took the order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Accepted(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        SpscRing<ExecutionReport> ring = RingOf(order.Place);
        ref ExecutionReport report = ref ring.Claimed(0);
        FromVenue(ref report, in e, in order, 0, default, default);
        Publish(ring, in report);
    }

    /// <summary>A fill, after it has been applied to the order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Filled(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        SpscRing<ExecutionReport> ring = RingOf(order.Place);
        ref ExecutionReport report = ref ring.Claimed(0);
        FromVenue(ref report, in e, in order, (ulong)e.Liquidity << 56, e.Price, e.Quantity);
        if (e.HasFee)
        {
            Words.Copy(ref report.FeeRaw, in e.Fee);
        }

        Publish(ring, in report);
    }

    /// <summary>A bust or correction, after it has been applied; of an order that is not kept any more, as much as its execution knows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void Amended(ref readonly EngineEvent e, ref readonly OrderRecord order, ref readonly Execution execution)
    {
        OrderRecord unknown = new() { Place = execution.Place, Account = execution.Account, Side = execution.Side };
        ref readonly OrderRecord told = ref Unsafe.IsNullRef(in order) ? ref unknown : ref order;
        SpscRing<ExecutionReport> ring = RingOf(execution.Place);
        ref ExecutionReport report = ref ring.Claimed(0);
        FromVenue(ref report, in e, in told, (ulong)execution.Liquidity << 56, e.Price, e.Quantity);
        Words.Copy(ref report.FeeRaw, in e.Fee);
        report.PreviousLastQty = e.ExecType == ExecType.TradeCorrect ? e.LargestQuantity : default;
        Publish(ring, in report);
    }

    /// <summary>Anything else of a venue or a gateway, after it has been applied to the order.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void Changed(ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        SpscRing<ExecutionReport> ring = RingOf(order.Place);
        ref ExecutionReport report = ref ring.Claimed(0);
        FromVenue(ref report, in e, in order, 0, default, default);
        Answer(ref report, in e, in order);
        Publish(ring, in report);
    }

    /// <summary>What the engine itself did to an order it holds, after it has been done; of a refusal, why.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Kept(ref readonly EngineEvent e, ref readonly OrderRecord order, ExecType execType, ulong clOrdId, ulong origClOrdId)
    {
        ref ExecutionReport report = ref Claim(in e);
        if (execType == ExecType.Rejected)
        {
            Refusal(ref report, in e);
        }

        report.ClOrdId = clOrdId;
        report.OrigClOrdId = origClOrdId;
        report.PackedHandle = e.Handle;
        report.Head = (ulong)execType | ((ulong)order.Status << 8) | ((ulong)order.Traits << 24) | ((ulong)report.RejectReason << 16);
        Amounts(ref report, in order);
        Publish(RingOf(e.Place), in report);
    }

    private static void Answer(ref ExecutionReport report, ref readonly EngineEvent e, ref readonly OrderRecord order)
    {
        switch (e.ExecType)
        {
            case ExecType.Replaced:
                report.OrigClOrdId = order.ReplaceClOrdId;
                break;
            case ExecType.Canceled when order.CancelClOrdId != 0:
                report.ClOrdId = order.CancelClOrdId;
                report.OrigClOrdId = order.ClOrdId;
                break;
            case ExecType.CancelReject:
                ulong asked = (e.Flags & EngineEventFlags.AnswersReplace) != 0 ? order.ReplaceClOrdId : order.CancelClOrdId;
                report.ClOrdId = asked != 0 ? asked : order.ClOrdId;
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
        report.PackedHandle = e.Handle;
        report.RiskScorePercent = e.ScorePercent;
        report.LargestQuantity = e.LargestQuantity;
    }

    /// <summary>What every report of a venue says.</summary>
    /// <param name="report">A free slot.</param>
    /// <param name="e">The report as it came.</param>
    /// <param name="order">Its order, after it.</param>
    /// <param name="liquidity">Maker or taker of a fill, where it stands in <see cref="ExecutionReport.Head"/>.</param>
    /// <param name="lastPx">Price of a fill.</param>
    /// <param name="lastQty">Quantity of a fill.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FromVenue(ref ExecutionReport report, ref readonly EngineEvent e, ref readonly OrderRecord order, ulong liquidity, Price lastPx, Quantity lastQty)
    {
        // Every word once: zeroing the slot first, as a whole, costs more than the words that stay zero.
        report.Sequence = e.Sequence;
        report.TimeNs = e.TimeNs;
        report.TransactTimeNs = e.ReportedTimeNs;
        report.ClOrdId = order.ClOrdId;
        report.OrigClOrdId = 0;
        report.PackedHandle = e.Target;
        report.VenueNumber = e.VenueNumber;
        report.Head = (ulong)e.ExecType | ((ulong)order.Status << 8) | ((ulong)order.Traits << 24) | liquidity;
        Amounts(ref report, in order);
        report.LastPx = lastPx;
        report.LastQty = lastQty;
        report.Fee = default;
        report.FailedChecks = default;
        report.RejectValue = 0;
        report.RejectLimit = 0;
        report.Place = order.Place;
        report.Tail = order.Account.Value;
        report.EndOfTail = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Amounts(ref ExecutionReport report, ref readonly OrderRecord order)
    {
        report.Price = new Price(order.Price);
        report.OrderQty = new Quantity(order.Quantity);
        report.CumQty = new Quantity(order.CumQty);
        report.LeavesQty = new Quantity(order.LeavesQty);
        Words.Copy(ref report.CumNotionalRaw, in order.CumNotional);
    }

    /// <summary>The ring of the strategy in a place. The engine has made sure of room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly SpscRing<ExecutionReport> RingOf(ulong place)
    {
        nuint strategy = (nuint)(place >> EngineEvent.StrategyShift) & 0xFFFF;
        Debug.Assert(strategy < (nuint)_rings.Length, "the engine has put the strategy there itself");
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rings), strategy);
    }

    /// <summary>A zeroed slot with what every refusal of the engine carries.</summary>
    private readonly ref ExecutionReport Claim(ref readonly EngineEvent e)
    {
        ref ExecutionReport report = ref RingOf(e.Place).Claimed(0);
        report = default;
        report.Sequence = e.Sequence;
        report.TimeNs = e.TimeNs;
        report.TransactTimeNs = e.TimeNs;
        report.Place = e.Place;
        report.Account = e.Account;
        return ref report;
    }
}
