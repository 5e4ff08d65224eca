using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Trading.Strategies;

/// <summary>Follows the trend of two moving averages with IOC limit orders.</summary>
/// <remarks>
/// Averages are compared as exact sums: gap = fast sum × slow count - slow sum × fast count, in units of tick × fast count × slow count.
/// <code>
/// gap above threshold       go to +maxPosition
/// gap below -threshold      go to -maxPosition
/// long and gap at most 0    go to 0
/// short and gap at least 0  go to 0
/// else                      stay
/// </code>
/// Acts when a price is taken, never inside a report; one order at a time, so the position never passes its bound.
/// </remarks>
public sealed class MomentumStrategy : IStrategy
{
    private readonly MomentumParameters _parameters;
    private readonly long _tick;
    private readonly MovingSum _fast;
    private readonly MovingSum _slow;
    private readonly Int128 _threshold;
    private TrackedOrder _order;
    private long _nextSampleNs = long.MinValue;
    private long _pausedUntilNs;

    /// <summary>Checks the parameters and takes memory for the prices.</summary>
    /// <exception cref="ArgumentException">Lists every fault.</exception>
    public MomentumStrategy(MomentumParameters parameters, InstrumentTable instruments)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(instruments);
        _tick = parameters.Check(instruments).TickSize.Raw;
        _parameters = parameters;
        _fast = new MovingSum(parameters.FastSamples);
        _slow = new MovingSum(parameters.SlowSamples);
        _threshold = (Int128)parameters.ThresholdTicks * _tick * parameters.FastSamples * parameters.SlowSamples;
    }

    /// <inheritdoc/>
    public string Name => _parameters.Name;

    /// <inheritdoc/>
    public void OnStart(StrategyContext context)
    {
    }

    /// <inheritdoc/>
    public void OnBook(in MarketEvent cause, StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_parameters.Source != MomentumSource.Mid || cause.Instrument != _parameters.Instrument)
        {
            return;
        }

        TopOfBook top = context.Top(_parameters.Instrument);
        if (top.HasBid & top.HasAsk)
        {
            Sample(top.BidPrice.Raw + ((top.AskPrice.Raw - top.BidPrice.Raw) >> 1), context);
        }
    }

    /// <inheritdoc/>
    public void OnTrade(in MarketEvent trade, StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_parameters.Source == MomentumSource.Trade && trade.Instrument == _parameters.Instrument)
        {
            Sample(trade.Price.Raw, context);
        }
    }

    /// <inheritdoc/>
    public void OnReport(in ExecutionReport report, StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_order.TryApply(in report) && report.ExecType == ExecType.Rejected)
        {
            _pausedUntilNs = context.NowNs + _parameters.RejectPauseNs;
        }
    }

    /// <inheritdoc/>
    public void OnTimer(long timerId, StrategyContext context)
    {
    }

    /// <inheritdoc/>
    public void OnStop(StrategyContext context)
    {
    }

    private void Sample(long price, StrategyContext context)
    {
        long nowNs = context.NowNs;
        if (nowNs < _nextSampleNs)
        {
            return;
        }

        _nextSampleNs = nowNs + _parameters.SampleIntervalNs;
        _fast.Add(price);
        _slow.Add(price);
        if (!_slow.IsFull || _order.IsAlive || nowNs < _pausedUntilNs)
        {
            return;
        }

        long position = context.Position(_parameters.Instrument).Raw;
        long change = Target(position) - position;
        if (change != 0)
        {
            Trade(change, context);
        }
    }

    private long Target(long position)
    {
        Int128 gap = (_fast.Sum * _slow.Count) - (_slow.Sum * _fast.Count);
        return gap > _threshold ? _parameters.MaxPosition.Raw
            : gap < -_threshold ? -_parameters.MaxPosition.Raw
            : (position > 0 && gap <= 0) || (position < 0 && gap >= 0) ? 0
            : position;
    }

    private void Trade(long change, StrategyContext context)
    {
        TopOfBook top = context.Top(_parameters.Instrument);
        Side side = change > 0 ? Side.Buy : Side.Sell;
        if (side == Side.Buy ? !top.HasAsk : !top.HasBid)
        {
            return;
        }

        long opposite = side == Side.Buy ? top.AskPrice.Raw : top.BidPrice.Raw;
        long price = opposite + (side.Sign() * _parameters.SlippageTicks * _tick);
        long quantity = Math.Min(Math.Abs(change), _parameters.Size.Raw);
        if (price > 0)
        {
            _order.TrySend(context, new OrderIntent(_parameters.Instrument, side, new Price(price), new Quantity(quantity), TimeInForce.Ioc, ExecInst.None));
        }
    }
}
