using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Strategies;
using Xunit;

namespace LowLatency.Tests.Replay.Hftbacktest;

/// <summary>A script in steps of fixed length, after the published notebook: an order of 1.0 at a time, and the lines it prints.</summary>
public abstract class TraceStrategy(long stepNs) : IStrategy
{
    private const long StepTimer = 1;
    private const long ResponseTimer = 2;

    protected static readonly InstrumentId Instrument = new(1);
    private static readonly Quantity One = Quantity.FromWhole(1);
    private static readonly Price Tick = Price.Parse("0.1");

    private Price _orderPrice;
    private string _status = "NONE";
    private string _request = "NONE";
    private bool _isWaiting;
    private OrderHandle _handle;
    private Notional _balance;
    private Notional _fee;

    public List<string> Lines { get; } = [];

    public string Name => GetType().Name;

    /// <summary>There is an order that has not been dropped.</summary>
    protected bool HasOrder { get; private set; }

    protected bool IsClosed => _status is "FILLED" or "CANCELED" or "EXPIRED";

    protected string Status => _status;

    protected Price LastPx { get; private set; }

    public void OnStart(StrategyContext context) => SetStep(context);

    public void OnBook(in MarketEvent cause, StrategyContext context)
    {
    }

    public void OnTrade(in MarketEvent trade, StrategyContext context)
    {
    }

    public void OnReport(in ExecutionReport report, StrategyContext context)
    {
        _handle = report.Handle;
        _request = "NONE";
        _status = report.OrdStatus switch
        {
            OrdStatus.New => "NEW",
            OrdStatus.Filled => "FILLED",
            OrdStatus.Canceled => "CANCELED",
            OrdStatus.Expired => "EXPIRED",
            OrdStatus other => other.ToString(),
        };
        if (report.ExecType == ExecType.Trade)
        {
            Notional value = Notional.Of(report.LastPx, report.LastQty);
            _balance += report.Side == Side.Buy ? -value : value;
            _fee += report.Fee;
            LastPx = report.LastPx;
        }

        // Everything the venue said at this time comes before what is done about it.
        if (_isWaiting)
        {
            _isWaiting = false;
            Assert.True(context.SetTimer(context.NowNs, ResponseTimer));
        }
    }

    public void OnTimer(long timerId, StrategyContext context)
    {
        if (timerId == StepTimer)
        {
            OnStep(context);
        }
        else
        {
            OnResponse(context);
        }

        if (!_isWaiting)
        {
            SetStep(context);
        }
    }

    public void OnStop(StrategyContext context)
    {
    }

    protected abstract void OnStep(StrategyContext context);

    protected virtual void OnResponse(StrategyContext context)
    {
    }

    /// <summary>Submits an order so many ticks below the best bid; a price only in print for a market order.</summary>
    protected void Submit(StrategyContext context, Side side, int ticksBelow, bool wait, ExecInst execInst = ExecInst.None, bool market = false)
    {
        _orderPrice = new Price(context.Top(Instrument).BidPrice.Raw - (ticksBelow * Tick.Raw));
        HasOrder = true;
        _request = "NEW";
        _isWaiting = wait;
        SendResult sent = market
            ? context.Market(Instrument, side, One, TimeInForce.Gtc)
            : context.Limit(Instrument, side, _orderPrice, One, TimeInForce.Gtc, execInst);
        Assert.Equal(SendResult.Sent, sent);
    }

    protected void Cancel(StrategyContext context)
    {
        _request = "CANCEL";
        _isWaiting = true;
        Assert.Equal(SendResult.Sent, context.Cancel(_handle));
    }

    protected void PrintOrder(StrategyContext context, string? last = null)
    {
        if (HasOrder)
        {
            Lines.Add($"current_timestamp: {context.NowNs} , order_id: 1 , order_price: {Text(_orderPrice)} , order_qty: 1.0 , order_status: {_status} , {last ?? $"order_req: {_request}"}");
        }
    }

    protected void PrintPosition(StrategyContext context) =>
        Lines.Add($"current_timestamp: {context.NowNs} , position: {Text(context.Position(Instrument))} , balance: {Text(_balance)} , fee: {Text(_fee)}");

    protected void DropClosed() => HasOrder &= !IsClosed;

    protected static string Text(object number) => number.ToString()!.Contains('.', StringComparison.Ordinal) ? number.ToString()! : $"{number}.0";

    private void SetStep(StrategyContext context) => Assert.True(context.SetTimer(context.NowNs + stepNs, StepTimer));
}
