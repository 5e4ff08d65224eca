using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Replay.Venue.L2;

/// <summary>All own orders resting at a simulated venue, under the engine's slot plus one, and the reports about them.</summary>
internal sealed unsafe class OwnOrders(VenueId venue, int capacity, VenueReportQueue reports) : IDisposable
{
    private readonly NativeBuffer<QueuedOrder> _orders = new(capacity + 1);
    private ulong _lastOrderId;
    private ulong _lastExecId;

    /// <summary>An order by number.</summary>
    public ref QueuedOrder this[int number] => ref _orders.Start[number];

    /// <summary>True when the engine's slot number can be an order here.</summary>
    public bool CanHold(OrderHandle handle) => !handle.IsNone && (uint)handle.Slot < (uint)(_orders.Length - 1);

    /// <summary>The number of a handle that <see cref="CanHold"/>.</summary>
    public static int NumberOf(OrderHandle handle) => handle.Slot + 1;

    /// <summary>The number of a resting order, 0 where it does not rest.</summary>
    public int Find(OrderHandle handle) => CanHold(handle) && this[NumberOf(handle)].Handle.Packed == handle.Packed ? NumberOf(handle) : 0;

    /// <summary>The venue's number for the next order.</summary>
    public ulong NextOrderId() => ++_lastOrderId;

    /// <summary>Reports that the venue took, ended or changed an order.</summary>
    public void Report(ref readonly QueuedOrder order, ExecType execType, long timeNs)
    {
        ref VenueReport report = ref Add(order.Handle, order.Instrument, execType, timeNs);
        report.VenueNumber = order.VenueOrderId;
        if (execType == ExecType.Replaced)
        {
            report.Price = new(order.Price);
            report.Quantity = new(order.Quantity);
        }
    }

    /// <summary>Reports that an order has executed whole.</summary>
    public void ReportFill(ref readonly QueuedOrder order, long price, Liquidity liquidity, long timeNs)
    {
        ref VenueReport report = ref Add(order.Handle, order.Instrument, ExecType.Trade, timeNs);
        report.VenueNumber = ++_lastExecId;
        report.Price = new(price);
        report.Quantity = new(order.Quantity);
        report.Liquidity = liquidity;
    }

    /// <summary>Reports a request refused.</summary>
    public void ReportRefusal(in VenueRequest request, RejectReason reason, long timeNs)
    {
        ExecType execType = request.Kind == VenueRequestKind.New ? ExecType.Rejected : ExecType.CancelReject;
        ref VenueReport report = ref Add(request.Handle, request.Instrument, execType, timeNs);
        report.Reason = reason;
        report.AnswersReplace = request.Kind == VenueRequestKind.Replace;
    }

    public void Dispose() => _orders.Dispose();

    private ref VenueReport Add(OrderHandle handle, InstrumentId instrument, ExecType execType, long timeNs)
    {
        ref VenueReport report = ref reports.Add();
        report.Handle = handle;
        report.Instrument = instrument;
        report.Venue = venue;
        report.ExecType = execType;
        report.TransactTimeNs = timeNs;
        return ref report;
    }
}
