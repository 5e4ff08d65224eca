using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Trading.Strategies;

/// <summary>A strategy's view of the world and its way to send orders. The strategy's thread only; nothing here allocates.</summary>
public sealed class StrategyContext
{
    private readonly StrategyPort _port;
    private readonly IStrategyHost _host;
    private readonly long[] _positions;

    /// <summary>Joins a port to the host that runs the strategy.</summary>
    public StrategyContext(StrategyPort port, IStrategyHost host, InstrumentTable instruments)
    {
        ArgumentNullException.ThrowIfNull(port);
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(instruments);
        _port = port;
        _host = host;
        Instruments = instruments;
        _positions = new long[instruments.Count + 1];
    }

    /// <summary>The strategy's number.</summary>
    public StrategyId Id => _port.Id;

    /// <summary>The instruments there are.</summary>
    public InstrumentTable Instruments { get; }

    /// <summary>The strategy's time, ns since 1970-01-01 UTC.</summary>
    public long NowNs => _host.NowNs;

    /// <summary>The client order id the next request will use.</summary>
    public ulong NextClOrdId => _port.NextClOrdId;

    /// <summary>The best prices as the strategy has been shown them.</summary>
    public TopOfBook Top(InstrumentId instrument) => _host.Top(instrument);

    /// <summary>Copies displayed levels, best first; returns how many.</summary>
    public int Depth(InstrumentId instrument, Side side, Span<PriceLevel> levels) => _host.Depth(instrument, side, levels);

    /// <summary>What this strategy has bought less what it has sold, by the reports it has been given.</summary>
    public Quantity Position(InstrumentId instrument) => new(_positions[instrument.Value]);

    /// <summary>Asks for <see cref="IStrategy.OnTimer"/> at a time.</summary>
    /// <returns>False when there are too many timers.</returns>
    public bool SetTimer(long timeNs, long timerId) => _host.SetTimer(Id, timeNs, timerId);

    /// <summary>Sends a limit order under <see cref="NextClOrdId"/>.</summary>
    public SendResult Limit(
        InstrumentId instrument,
        Side side,
        Price price,
        Quantity quantity,
        TimeInForce timeInForce = TimeInForce.Gtc,
        ExecInst execInst = ExecInst.None,
        VenueId venue = default) =>
        _port.NewOrder(NextClOrdId, NowNs, instrument, side, OrderType.Limit, timeInForce, price, quantity, execInst, venue);

    /// <summary>Sends a market order under <see cref="NextClOrdId"/>.</summary>
    public SendResult Market(InstrumentId instrument, Side side, Quantity quantity, TimeInForce timeInForce = TimeInForce.Ioc, VenueId venue = default) =>
        _port.NewOrder(NextClOrdId, NowNs, instrument, side, OrderType.Market, timeInForce, default, quantity, ExecInst.None, venue);

    /// <summary>Sends an order of any type with terms under <see cref="NextClOrdId"/>.</summary>
    /// <param name="instrument">What.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="orderType">Any type.</param>
    /// <param name="price">Limit price of a type that carries one, else zero.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="terms">What the order needs besides.</param>
    /// <param name="timeInForce">Until when.</param>
    /// <param name="execInst">Instructions.</param>
    /// <param name="venue">Where; none for the instrument's first listing.</param>
    public SendResult Send(
        InstrumentId instrument,
        Side side,
        OrderType orderType,
        Price price,
        Quantity quantity,
        in OrderTerms terms,
        TimeInForce timeInForce = TimeInForce.Gtc,
        ExecInst execInst = ExecInst.None,
        VenueId venue = default) =>
        _port.NewOrder(NextClOrdId, NowNs, instrument, side, orderType, timeInForce, price, quantity, in terms, execInst, venue);

    /// <summary>Cancels an order by the handle its reports carry.</summary>
    public SendResult Cancel(OrderHandle order) => _port.Cancel(NextClOrdId, NowNs, order);

    /// <summary>Cancels an order by its client id.</summary>
    public SendResult Cancel(ulong origClOrdId) => _port.Cancel(NextClOrdId, NowNs, origClOrdId);

    /// <summary>Gives an order a new price and total quantity.</summary>
    public SendResult Replace(OrderHandle order, Price price, Quantity quantity) => _port.Replace(NextClOrdId, NowNs, order, price, quantity);

    /// <summary>Gives a held order other terms, limit price and total quantity.</summary>
    public SendResult Replace(OrderHandle order, Price price, Quantity quantity, in OrderTerms terms) => _port.Replace(NextClOrdId, NowNs, order, price, quantity, in terms);

    /// <summary>Gives an order, named by its client id, a new price and total quantity.</summary>
    public SendResult Replace(ulong origClOrdId, Price price, Quantity quantity) => _port.Replace(NextClOrdId, NowNs, origClOrdId, price, quantity);

    /// <summary>For the host: takes a report into account before the strategy is shown it.</summary>
    public void Apply(in ExecutionReport report)
    {
        long more = report.ExecType switch
        {
            ExecType.Trade => report.LastQty.Raw,
            ExecType.TradeCancel => -report.LastQty.Raw,
            ExecType.TradeCorrect => report.LastQty.Raw - report.PreviousLastQty.Raw,
            _ => 0,
        };
        if (more != 0)
        {
            _positions[report.Instrument.Value] += report.Side.Sign() * more;
        }
    }
}
