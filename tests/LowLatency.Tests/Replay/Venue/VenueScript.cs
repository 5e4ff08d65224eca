using System.Globalization;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>Drives a venue with one instrument, tick 0.01, lot 1, in ticks and lots, and writes its reports down as short lines.</summary>
internal sealed class VenueScript(ISimulatedVenue venue) : IDisposable
{
    public const long Tick = Price.One / 100;
    public const long Lot = Quantity.One;

    private readonly List<string> _lines = [];
    private long _timeNs = 1_000;

    public ISimulatedVenue Venue => venue;

    public List<VenueReport> Reports { get; } = [];

    public static Instrument Instrument() => new InstrumentTable().Add("TEST", "USD", new(Tick), new(Lot));

    public static VenueScript Recorded(PriceTimeVenueLimits? limits = null) =>
        new(new PriceTimeVenue([Instrument()], limits ?? new(1024, 64, 1024, 64)));

    public static VenueScript Exchange() => new(new PriceTimeVenue([Instrument()], new(1, 64, 1024, 64), SelfMatchRule.Trade));

    public static OrderHandle Handle(int order) => new(order, 7);

    public VenueScript Buy(int order, long lots, long price, TimeInForce tif = TimeInForce.Day, ExecInst inst = ExecInst.None) =>
        New(order, Side.Buy, lots, price, tif, inst);

    public VenueScript Sell(int order, long lots, long price, TimeInForce tif = TimeInForce.Day, ExecInst inst = ExecInst.None) =>
        New(order, Side.Sell, lots, price, tif, inst);

    public VenueScript New(int order, Side side, long lots, long price, TimeInForce tif = TimeInForce.Day, ExecInst inst = ExecInst.None) =>
        Request(new VenueRequest
        {
            Kind = VenueRequestKind.New,
            Side = side,
            OrderType = OrderType.Limit,
            TimeInForce = tif,
            ExecInst = inst,
            Price = new(price * Tick),
            Quantity = new(lots * Lot),
        }, order);

    public VenueScript Market(int order, Side side, long lots) =>
        Request(new VenueRequest { Kind = VenueRequestKind.New, Side = side, OrderType = OrderType.Market, Quantity = new(lots * Lot) }, order);

    public VenueScript Cancel(int order) => Request(new VenueRequest { Kind = VenueRequestKind.Cancel }, order);

    public VenueScript Replace(int order, long total, long price) =>
        Request(new VenueRequest { Kind = VenueRequestKind.Replace, Price = new(price * Tick), Quantity = new(total * Lot) }, order);

    public VenueScript Request(VenueRequest request, int order)
    {
        request.Handle = order == 0 ? default : Handle(order);
        request.Instrument = request.Instrument == InstrumentId.None ? new(1) : request.Instrument;
        request.Venue = new(3);
        venue.OnRequest(in request, ++_timeNs);
        return Drain();
    }

    public VenueScript Added(ulong reference, Side side, long lots, long price) =>
        Event(new() { Kind = MarketEventKind.OrderAdded, OrderId = reference, Side = side, Quantity = new(lots * Lot), Price = new(price * Tick) });

    public VenueScript Executed(ulong reference, long lots) =>
        Event(new() { Kind = MarketEventKind.OrderExecuted, OrderId = reference, Quantity = new(lots * Lot) });

    public VenueScript ExecutedAt(ulong reference, long lots, long price) =>
        Event(new() { Kind = MarketEventKind.OrderExecutedAtPrice, OrderId = reference, Quantity = new(lots * Lot), Price = new(price * Tick) });

    public VenueScript Reduced(ulong reference, long lots) =>
        Event(new() { Kind = MarketEventKind.OrderReduced, OrderId = reference, Quantity = new(lots * Lot) });

    public VenueScript Deleted(ulong reference) => Event(new() { Kind = MarketEventKind.OrderDeleted, OrderId = reference });

    public VenueScript Replaced(ulong reference, ulong by, long lots, long price) =>
        Event(new() { Kind = MarketEventKind.OrderReplaced, OrderId = reference, NewOrderId = by, Quantity = new(lots * Lot), Price = new(price * Tick) });

    public VenueScript Traded(long lots, long price) =>
        Event(new() { Kind = MarketEventKind.Trade, Quantity = new(lots * Lot), Price = new(price * Tick) });

    public VenueScript Status(TradingStatus status) => Event(new() { Kind = MarketEventKind.Status, Status = status });

    public VenueScript Event(MarketEvent e)
    {
        e.Instrument = e.Instrument == InstrumentId.None ? new(1) : e.Instrument;
        e.ExchangeTimeNs = e.LocalTimeNs = ++_timeNs;
        venue.OnMarketEvent(in e);
        return Drain();
    }

    /// <summary>The lines since the last call.</summary>
    public string[] Take()
    {
        string[] lines = [.. _lines];
        _lines.Clear();
        return lines;
    }

    public static string Line(in VenueReport report)
    {
        string lots = (report.Quantity.Raw / (decimal)Lot).ToString(CultureInfo.InvariantCulture);
        string price = (report.Price.Raw / (decimal)Tick).ToString(CultureInfo.InvariantCulture);
        return report.ExecType switch
        {
            ExecType.Trade => $"{report.Handle.Slot} Trade {lots}@{price} {report.Liquidity}",
            ExecType.Replaced => $"{report.Handle.Slot} Replaced {lots}@{price}",
            ExecType.Rejected => $"{report.Handle.Slot} Rejected {report.Reason}",
            ExecType.CancelReject => $"{report.Handle.Slot} {(report.AnswersReplace ? "ReplaceReject" : "CancelReject")} {report.Reason}",
            _ => $"{report.Handle.Slot} {report.ExecType}",
        };
    }

    public void Dispose() => venue.Dispose();

    private VenueScript Drain()
    {
        while (venue.TryTake(out VenueReport report))
        {
            Reports.Add(report);
            _lines.Add(Line(in report));
        }

        return this;
    }
}
