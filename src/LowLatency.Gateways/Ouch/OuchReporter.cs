using LowLatency.Gateways.Feeds;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Gateways.Ouch;

/// <summary>Writes what the venue's messages mean for the engine: reports about its orders. One message makes at most four.</summary>
internal sealed class OuchReporter(SpscRing<EngineEvent> reports, OuchOrders orders, OuchCounters counters, FeedAnomalies anomalies, long midnightNs)
{
    private const ulong LongestDayNs = 48UL * 3_600 * 1_000_000_000;

    private long _offset;
    private long _timeNs;
    private long _transactTimeNs;

    public OuchOrders Orders => orders;

    public OuchCounters Counters => counters;

    /// <summary>Before each message: where it stands, and when it was received.</summary>
    public void Begin(long offset, long timeNs)
    {
        _offset = offset;
        _timeNs = timeNs;
    }

    /// <summary>The venue's time of the message; one that cannot be of this day is counted, and the time of receipt stands for it.</summary>
    public void At(ulong timestampNs)
    {
        bool fits = timestampNs <= LongestDayNs;
        _transactTimeNs = fits ? midnightNs + (long)timestampNs : _timeNs;
        if (!fits)
        {
            Odd(FeedAnomalyKind.OutOfRange, timestampNs);
        }
    }

    public void Odd(FeedAnomalyKind kind, ulong value) => anomalies.Add(kind, _offset, value);

    public void Report(
        ulong handle,
        ExecType execType,
        ulong venueNumber = 0,
        Price price = default,
        Quantity quantity = default,
        Liquidity liquidity = Liquidity.None,
        RejectReason reason = RejectReason.None,
        bool answersReplace = false)
    {
        VenueReportPort.Write(ref reports.TryClaim(), handle, execType, liquidity, reason, answersReplace, venueNumber, price, quantity, _transactTimeNs, _timeNs);
        reports.Publish();
    }

    /// <summary>An order is gone at the venue: what was still on its way for it will not be answered, so it is answered here.</summary>
    /// <param name="order">The order under its present number; its place is freed.</param>
    /// <param name="isCanceled">A cancel on its way has been answered by the report of the cancellation.</param>
    public void End(ref OuchOrder order, bool isCanceled)
    {
        if ((order.Flags & OuchOrderFlags.Canceling) != 0 && !isCanceled)
        {
            Report(order.Handle, ExecType.CancelReject, reason: RejectReason.VenueTooLate);
        }

        if (order.Other != 0)
        {
            Report(order.Handle, ExecType.CancelReject, reason: RejectReason.VenueTooLate, answersReplace: true);
            orders.Close(ref orders.Find(order.Other));
        }

        orders.Close(ref order);
    }

    /// <summary>An order is gone with shares left: canceled, or expired where its own terms ended it.</summary>
    public void EndRemainder(ref OuchOrder order, ExecType execType)
    {
        Report(order.Handle, execType);
        End(ref order, execType == ExecType.Canceled);
    }
}
