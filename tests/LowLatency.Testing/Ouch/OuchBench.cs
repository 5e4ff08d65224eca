using LowLatency.Gateways.Ouch;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Testing.Ouch;

/// <summary>The small engine of <see cref="EngineBench"/> on an OUCH session with its first venue, whose other end the test plays.</summary>
public sealed class OuchBench : IDisposable
{
    private ulong _matches;

    public OuchBench(OuchSettings? settings = null)
    {
        Session = new OuchSession(EngineBench.Define(), EngineBench.FirstVenue, settings ?? new OuchSettings { MidnightNs = 1_000_000 });
        Venue = new OuchVenueScript(Session);
        Engine = new TradingEngine<OuchGateway, NoJournal, NoProbe>(EngineBench.Define(), new OuchGateway(Session));
        Engine.MarketData.PublishTop(EngineBench.Abc, new(Price.Parse("10.00"), Quantity.Parse("100"), Price.Parse("10.02"), Quantity.Parse("100")), 1_000);
        Run();
    }

    public OuchSession Session { get; }

    public OuchVenueScript Venue { get; }

    public TradingEngine Engine { get; }

    public StrategyPort Port => Engine.Strategies[0];

    /// <summary>The time given to requests; rises by one with each.</summary>
    public long TimeNs { get; set; } = 2_000;

    public ulong Limit(Side side, string price, string quantity, TimeInForce timeInForce = TimeInForce.Day, ExecInst execInst = ExecInst.None)
    {
        ulong id = Port.NextClOrdId;
        Port.NewOrder(id, TimeNs++, EngineBench.Abc, side, OrderType.Limit, timeInForce, Price.Parse(price), Quantity.Parse(quantity), execInst);
        Run();
        return id;
    }

    public void Cancel(ulong id)
    {
        Port.Cancel(Port.NextClOrdId, TimeNs++, id);
        Run();
    }

    public void Replace(ulong id, string price, string quantity)
    {
        Port.Replace(Port.NextClOrdId, TimeNs++, id, Price.Parse(price), Quantity.Parse(quantity));
        Run();
    }

    public void Answer<TMessage>(in TMessage message)
        where TMessage : unmanaged, IOuchReport
    {
        Venue.Send(in message);
        Run();
    }

    public void Accept(uint number, uint shares, ulong reference = 900, char state = 'L') =>
        Answer(new OrderAcceptedMessage { TimestampNs = 7, UserRefNum = number, Quantity = shares, OrderReferenceNumber = reference, OrderState = state });

    public void Execute(uint number, uint shares, ulong price4, char flag = 'A', ulong match = 0) =>
        Answer(new OrderExecutedMessage { TimestampNs = 8, UserRefNum = number, Quantity = shares, Price4 = price4, LiquidityFlag = flag, MatchNumber = match != 0 ? match : ++_matches });

    public void Canceled(uint number, uint shares, char reason = 'U') =>
        Answer(new OrderCanceledMessage { TimestampNs = 9, UserRefNum = number, Quantity = shares, Reason = reason });

    public void Replaced(uint original, uint number, uint open, ulong price4, char state = 'L') =>
        Answer(new OrderReplacedMessage { TimestampNs = 10, OrigUserRefNum = original, UserRefNum = number, Quantity = open, Price4 = price4, OrderReferenceNumber = 901, OrderState = state });

    public void Run()
    {
        while (Engine.Turn(64) > 0)
        {
        }
    }

    /// <summary>The reports the strategy has been sent, each as one line.</summary>
    public List<string> Lines() => [.. EngineBench.Reports(Port).Select(Line)];

    /// <summary>The requests the venue has been sent, each as one line.</summary>
    public List<string> Sent() => [.. Venue.TakeRequests().Select(request => Line(request.Message, request.Options))];

    public void Dispose()
    {
        Engine.Dispose();
        Session.Dispose();
    }

    private static string Line(ExecutionReport r) => EngineBench.Line(r) + (r.VenueNumber != 0 ? $" #{r.VenueNumber}" : "") + (r.Liquidity != Liquidity.None ? $" {r.Liquidity}" : "");

    private static string Line(object message, byte[] options)
    {
        string text = message switch
        {
            EnterOrderMessage m => $"O {m.UserRefNum} {m.Side} {m.Quantity} {m.Symbol} {m.Price4} tif={m.TimeInForce} {m.Display}{m.Capacity}{m.InterMarketSweepEligibility}{m.CrossType} {m.ClOrdId}",
            ReplaceOrderMessage m => $"U {m.OrigUserRefNum}>{m.UserRefNum} {m.Quantity} {m.Price4} tif={m.TimeInForce} {m.Display}{m.InterMarketSweepEligibility} {m.ClOrdId}",
            CancelOrderMessage m => $"X {m.UserRefNum} {m.Quantity}",
            _ => message.ToString()!,
        };
        return options.Length == 0 ? text : $"{text} [{Convert.ToHexString(options)}]";
    }
}
