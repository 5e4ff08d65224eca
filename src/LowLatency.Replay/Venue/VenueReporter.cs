using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Replay.Venue;

/// <summary>Writes a venue's reports, numbers its orders and executions, each from 1.</summary>
internal sealed class VenueReporter(int capacity)
{
    private readonly VenueReportQueue _queue = new(capacity);
    private ulong _orders;
    private ulong _executions;

    /// <summary>The time of the call that is being worked on.</summary>
    public long TimeNs { get; set; }

    public ulong NextExecution() => ++_executions;

    public bool TryTake(out VenueReport report) => _queue.TryTake(out report);

    /// <summary>Numbers the order and tells that it is taken.</summary>
    public void New(ref OwnOrder order)
    {
        order.Number = ++_orders;
        About(in order, ExecType.New).VenueNumber = order.Number;
    }

    public void Replaced(in OwnOrder order, Price price, Quantity total)
    {
        ref VenueReport report = ref About(in order, ExecType.Replaced);
        report.VenueNumber = order.Number;
        report.Price = price;
        report.Quantity = total;
    }

    public void Trade(in OwnOrder order, ulong execution, Price price, Quantity quantity, Liquidity liquidity)
    {
        ref VenueReport report = ref About(in order, ExecType.Trade);
        report.VenueNumber = execution;
        report.Price = price;
        report.Quantity = quantity;
        report.Liquidity = liquidity;
    }

    /// <summary>Tells that what is left of an order has ended: Canceled or Expired.</summary>
    public void Ended(in OwnOrder order, ExecType how) => About(in order, how);

    public void Refused(in VenueRequest request, RejectReason reason)
    {
        ref VenueReport report = ref _queue.Add();
        report.Handle = request.Handle;
        report.Instrument = request.Instrument;
        report.Venue = request.Venue;
        report.TransactTimeNs = TimeNs;
        report.ExecType = request.Kind is VenueRequestKind.Cancel or VenueRequestKind.Replace ? ExecType.CancelReject : ExecType.Rejected;
        report.AnswersReplace = request.Kind == VenueRequestKind.Replace;
        report.Reason = reason;
    }

    private ref VenueReport About(in OwnOrder order, ExecType what)
    {
        ref VenueReport report = ref _queue.Add();
        report.Handle = order.Handle;
        report.Instrument = order.Instrument;
        report.Venue = order.Venue;
        report.TransactTimeNs = TimeNs;
        report.ExecType = what;
        return ref report;
    }
}
