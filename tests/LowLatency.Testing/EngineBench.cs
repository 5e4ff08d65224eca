using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;

namespace LowLatency.Testing;

/// <summary>A small engine on the caller's thread with the venue's side open: requests are collected as they leave, reports are what the test says.</summary>
/// <remarks>Two instruments (ABC at both venues, tick 0.01, lot 1; XYZ at the first only, tick 0.5, lot 10), two venues, two accounts, two strategies (the first for the first account, and so on).</remarks>
public sealed class EngineBench : IDisposable
{
    public static readonly InstrumentId Abc = new(1);
    public static readonly InstrumentId Xyz = new(2);
    public static readonly VenueId FirstVenue = new(1);
    public static readonly VenueId SecondVenue = new(2);
    public static readonly AccountId FirstAccount = new(1);
    public static readonly AccountId SecondAccount = new(2);

    private readonly List<SpscRing<VenueRequest>> _requests;

    public EngineBench(Action<EngineDefinition>? change = null)
    {
        Definition = Define();
        change?.Invoke(Definition);
        _requests = [.. Definition.Venues.Select(_ => new SpscRing<VenueRequest>(Definition.Limits.VenueRequests))];
        Engine = new TradingEngine<RingVenueGateway, NoJournal, NoProbe>(Definition, new RingVenueGateway(_requests));
    }

    public EngineDefinition Definition { get; }

    public TradingEngine Engine { get; }

    public StrategyPort First => Engine.Strategies[0];

    public StrategyPort Second => Engine.Strategies[1];

    /// <summary>The time given to requests; rises by one with each.</summary>
    public long TimeNs { get; set; } = 1_000;

    public static Price Px(string text) => Price.Parse(text);

    public static Quantity Qty(string text) => Quantity.Parse(text);

    /// <summary>The definition; what the second venue does itself may be given.</summary>
    public static EngineDefinition Define(VenueAbilities secondVenue = VenueAbilities.Standard)
    {
        InstrumentTable instruments = new();
        instruments.Add("ABC", "USD", Px("0.01"), Qty("1"));
        instruments.Add("XYZ", "USD", Px("0.5"), Qty("10"));
        EngineDefinition definition = new(instruments)
        {
            Limits = new EngineLimits { MaxOrders = 64, StrategyInbox = 16, StrategyReports = 64, MarketDataInbox = 16, VenueInbox = 64, VenueRequests = 64, OperatorInbox = 16 },
        };
        VenueId first = definition.AddVenue("FIRST");
        VenueId second = definition.AddVenue("SECOND", secondVenue);
        definition.AddStrategy("one", definition.AddAccount("A"));
        definition.AddStrategy("two", definition.AddAccount("B"));
        definition.AddListing(new ListingDefinition
        {
            Instrument = Abc,
            Venue = first,
            TickSize = Px("0.01"),
            LotSize = Qty("1"),
            MinPrice = Px("1"),
            MaxPrice = Px("1000"),
            MinQuantity = Qty("1"),
            MaxQuantity = Qty("5000"),
            MakerFeeRate = -10_000,
            TakerFeeRate = 30_000,
        });
        definition.AddListing(new ListingDefinition { Instrument = Abc, Venue = second, TickSize = Px("0.05"), LotSize = Qty("100") });
        definition.AddListing(new ListingDefinition { Instrument = Xyz, Venue = first, TickSize = Px("0.5"), LotSize = Qty("10") });
        foreach (AccountDefinition account in definition.Accounts)
        {
            foreach (InstrumentId instrument in (InstrumentId[])[Abc, Xyz])
            {
                definition.SetLimits(account.Id, instrument, new RiskLimits
                {
                    MaxOrderQuantity = Qty("1000"),
                    MaxOrderNotional = Notional.Parse("50000"),
                    MaxPosition = Qty("1500"),
                    PriceCollarBps = 1000,
                });
            }
        }

        return definition;
    }

    /// <summary>Shows the engine a top of book of 100 on each side.</summary>
    public void Quote(InstrumentId instrument, string bid, string ask)
    {
        Assert(Engine.MarketData.PublishTop(instrument, new TopOfBook(Px(bid), bid == "0" ? default : Qty("100"), Px(ask), ask == "0" ? default : Qty("100")), TimeNs++));
        Run();
    }

    /// <summary>Sends a limit order of the first strategy, or another, under its next id.</summary>
    public ulong Limit(Side side, string price, string quantity, InstrumentId? instrument = null, StrategyPort? port = null, TimeInForce timeInForce = TimeInForce.Gtc, ExecInst execInst = ExecInst.None, VenueId venue = default)
    {
        port ??= First;
        ulong id = port.NextClOrdId;
        Assert(port.NewOrder(id, TimeNs++, instrument ?? Abc, side, OrderType.Limit, timeInForce, Px(price), Qty(quantity), execInst, venue));
        Run();
        return id;
    }

    /// <summary>Reports from a venue about an order.</summary>
    public void Report(VenueReport report)
    {
        Assert(Engine.VenueReports[0].Publish(in report, TimeNs++));
        Run();
    }

    public void Report(OrderHandle handle, ExecType execType, string price = "0", string quantity = "0", Liquidity liquidity = Liquidity.None, ulong number = 0, bool answersReplace = false, RejectReason reason = RejectReason.None) =>
        Report(new VenueReport
        {
            Handle = handle,
            ExecType = execType,
            Price = Px(price),
            Quantity = Qty(quantity),
            Liquidity = liquidity,
            VenueNumber = number,
            TransactTimeNs = TimeNs - 1,
            AnswersReplace = answersReplace,
            Reason = reason,
        });

    /// <summary>Lets the engine work until nothing is left.</summary>
    public void Run()
    {
        while (Engine.Turn(64) > 0)
        {
        }
    }

    /// <summary>Takes the requests that have left for a venue.</summary>
    public List<VenueRequest> Requests(int venue = 0)
    {
        List<VenueRequest> taken = [];
        while (_requests[venue].Available > 0)
        {
            taken.Add(_requests[venue].Peek());
            _requests[venue].Release();
        }

        return taken;
    }

    /// <summary>Takes the reports a strategy has been sent.</summary>
    public static List<ExecutionReport> Reports(StrategyPort port)
    {
        List<ExecutionReport> taken = [];
        while (port.ReportsAvailable > 0)
        {
            taken.Add(port.PeekReport());
            port.ReleaseReport();
        }

        return taken;
    }

    /// <summary>Takes the first strategy's reports, each as one line.</summary>
    public List<string> Lines(StrategyPort? port = null) => [.. Reports(port ?? First).Select(Line)];

    /// <summary>The only report the first strategy has been sent.</summary>
    public ExecutionReport OnlyReport() => Reports(First).Single();

    /// <summary>A report as one line: what happened, how the order stands, ids, quantities, and why.</summary>
    public static string Line(ExecutionReport r)
    {
        string text = $"{r.ExecType} {r.OrdStatus} id={r.ClOrdId}";
        text += r.OrigClOrdId != 0 ? $" orig={r.OrigClOrdId}" : "";
        text += $" {r.Side} {r.OrderQty}@{r.Price}";
        text += r.ExecType is ExecType.Trade or ExecType.TradeCancel or ExecType.TradeCorrect ? $" last={r.LastQty}@{r.LastPx} fee={r.Fee}" : "";
        text += $" cum={r.CumQty} leaves={r.LeavesQty}";
        text += r.RejectReason != RejectReason.None ? $" {r.RejectReason}" : "";
        return text;
    }

    public void Dispose()
    {
        Engine.Dispose();
        _requests.ForEach(ring => ring.Dispose());
    }

    private static void Assert(SendResult result)
    {
        if (result != SendResult.Sent)
        {
            throw new InvalidOperationException($"the bench's own ring is full: {result}");
        }
    }
}
