using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Trading.Strategies;

/// <summary>Executes a parent order evenly over time: each slice rests first and takes the market for what is left of it.</summary>
/// <remarks>
/// Slice k of n makes the parent's executed quantity up to lots × k / n, rounded down; so the slices add up to the parent exactly, and what one slice missed the next one adds.
/// <code>
/// slice starts            post-only order at the own side's best, or at the limit where that is worse
/// passiveNs later         the order is canceled, and what is left of the slice sent as IOC at the opposite best
/// horizon ends            what is left of the parent is sent as IOC at the opposite best
/// </code>
/// A slice that starts while the last order of the one before is on its way does not rest. At most one order is alive, and no order is sent before the end of the one before it is known, so the parent is never exceeded. An aggressive order that the limit price forbids, or that meets
/// an empty book, is left to the next slice.
/// </remarks>
public sealed class SlicingStrategy : IStrategy
{
    private readonly SlicingParameters _parameters;
    private readonly long _lot;
    private readonly int _slices;
    private TrackedOrder _order;
    private long _startNs;
    private long _target;
    private long _closed;
    private bool _isAggressive;
    private bool _takesWhenFree;

    /// <summary>Checks the parameters.</summary>
    /// <exception cref="ArgumentException">Lists every fault.</exception>
    public SlicingStrategy(SlicingParameters parameters, InstrumentTable instruments)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(instruments);
        _lot = parameters.Check(instruments).LotSize.Raw;
        _parameters = parameters;
        _slices = parameters.Slices;
    }

    /// <inheritdoc/>
    public string Name => _parameters.Name;

    /// <summary>What of the parent has not executed, by the reports so far.</summary>
    public Quantity Remaining => new(_parameters.Quantity.Raw - Executed);

    private long Executed => _closed + (_order.IsAlive ? _order.CumQty.Raw : 0);

    /// <inheritdoc/>
    public void OnStart(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _startNs = context.NowNs;
        StartSlice(0, context);
    }

    /// <inheritdoc/>
    public void OnBook(in MarketEvent cause, StrategyContext context)
    {
    }

    /// <inheritdoc/>
    public void OnTrade(in MarketEvent trade, StrategyContext context)
    {
    }

    /// <inheritdoc/>
    public void OnReport(in ExecutionReport report, StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_order.TryApply(in report) || _order.IsAlive)
        {
            return;
        }

        _closed += _order.CumQty.Raw;
        if (_takesWhenFree)
        {
            _takesWhenFree = false;
            Take(context);
        }
    }

    /// <inheritdoc/>
    public void OnTimer(long timerId, StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        long slice = timerId >> 1;
        if ((timerId & 1) != 0)
        {
            TakeRest(context);
        }
        else if (slice < _slices)
        {
            StartSlice(slice, context);
        }
        else
        {
            _target = _parameters.Quantity.Raw;
            TakeRest(context);
        }
    }

    /// <inheritdoc/>
    public void OnStop(StrategyContext context) => _order.TryCancel(context);

    private void StartSlice(long slice, StrategyContext context)
    {
        long lots = _parameters.Quantity.Raw / _lot;
        _target = (long)((Int128)lots * (slice + 1) / _slices) * _lot;
        context.SetTimer(_startNs + ((slice + 1) * _parameters.IntervalNs), (slice + 1) << 1);
        if (_parameters.PassiveNs == 0)
        {
            TakeRest(context);
            return;
        }

        context.SetTimer(_startNs + (slice * _parameters.IntervalNs) + _parameters.PassiveNs, (slice << 1) | 1);
        if (!_order.IsAlive)
        {
            Rest(context);
        }
    }

    private void Rest(StrategyContext context)
    {
        TopOfBook top = context.Top(_parameters.Instrument);
        bool buy = _parameters.Side == Side.Buy;
        if (buy ? top.HasBid : top.HasAsk)
        {
            Price best = buy ? top.BidPrice : top.AskPrice;
            Price limit = _parameters.LimitPrice ?? best;
            Send(buy == best < limit ? best : limit, TimeInForce.Gtc, ExecInst.PostOnly, context);
            _isAggressive = false;
        }
    }

    /// <summary>What is left of the slice takes the market: at once, or when the resting order has ended.</summary>
    private void TakeRest(StrategyContext context)
    {
        if (!_order.IsAlive)
        {
            Take(context);
        }
        else
        {
            _takesWhenFree = true;
            if (!_isAggressive)
            {
                _order.TryCancel(context);
            }
        }
    }

    private void Take(StrategyContext context)
    {
        TopOfBook top = context.Top(_parameters.Instrument);
        bool buy = _parameters.Side == Side.Buy;
        Price opposite = buy ? top.AskPrice : top.BidPrice;
        bool allowed = _parameters.LimitPrice is not { } limit || (buy ? opposite <= limit : opposite >= limit);
        if ((buy ? top.HasAsk : top.HasBid) && allowed)
        {
            Send(opposite, TimeInForce.Ioc, ExecInst.None, context);
            _isAggressive = true;
        }
    }

    private void Send(Price price, TimeInForce timeInForce, ExecInst execInst, StrategyContext context)
    {
        long quantity = _target - Executed;
        if (quantity > 0)
        {
            _order.TrySend(context, new OrderIntent(_parameters.Instrument, _parameters.Side, price, new Quantity(quantity), timeInForce, execInst));
        }
    }
}
