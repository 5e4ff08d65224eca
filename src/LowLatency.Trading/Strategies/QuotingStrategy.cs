using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Trading.Strategies;

/// <summary>Two-sided market making: one post-only quote a side, at a distance from the market, shifted against the position, moved when the market moves.</summary>
/// <remarks>
/// Acts on market data only, never inside a report, so that a refusal cannot cause another one at once. A side has at most one order, whose end is known from its reports before the next is sent;
/// so position plus working quote never pass <see cref="QuotingParameters.MaxPosition"/>. Quotes are pulled while the book lacks a side.
/// <code>
/// shift  = skewTicks × position / size, ticks, truncated towards zero
/// bid    = min(down(reference) - distance - shift, best ask - 1 tick)
/// ask    = max(up(reference)   + distance - shift, best bid + 1 tick)
/// </code>
/// where the mid is rounded down to a tick for the bid and up for the ask.
/// </remarks>
public sealed class QuotingStrategy : IStrategy
{
    private readonly QuotingParameters _parameters;
    private readonly long _tick;
    private readonly long _lot;
    private Quote _bid = new(Side.Buy);
    private Quote _ask = new(Side.Sell);

    /// <summary>Checks the parameters.</summary>
    /// <exception cref="ArgumentException">Lists every fault.</exception>
    public QuotingStrategy(QuotingParameters parameters, InstrumentTable instruments)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(instruments);
        Instrument instrument = parameters.Check(instruments);
        _parameters = parameters;
        _tick = instrument.TickSize.Raw;
        _lot = instrument.LotSize.Raw;
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
        if (cause.Instrument != _parameters.Instrument)
        {
            return;
        }

        TopOfBook top = context.Top(_parameters.Instrument);
        if (!top.HasBid | !top.HasAsk)
        {
            Pull(context);
            return;
        }

        long position = context.Position(_parameters.Instrument).Raw;
        long shift = Shift(position);
        long best = top.BidPrice.Raw;
        long offer = top.AskPrice.Raw;
        bool mid = _parameters.Reference == QuoteReference.Mid;
        long middle = best + ((offer - best) >> 1);
        long low = mid ? middle - (middle % _tick) : best;
        long high = mid ? low + ((offer - best) % (2 * _tick) == 0 ? 0 : _tick) : offer;
        long distance = _parameters.DistanceTicks * _tick;
        Place(ref _bid, Math.Min(low - distance - shift, offer - _tick), _parameters.MaxPosition.Raw - position, context);
        Place(ref _ask, Math.Max(high + distance - shift, best + _tick), _parameters.MaxPosition.Raw + position, context);
    }

    /// <inheritdoc/>
    public void OnTrade(in MarketEvent trade, StrategyContext context)
    {
    }

    /// <inheritdoc/>
    public void OnReport(in ExecutionReport report, StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool bid = _bid.Order.TryApply(in report);
        if ((bid || _ask.Order.TryApply(in report)) && IsRefusal(in report))
        {
            (bid ? ref _bid : ref _ask).PausedUntilNs = context.NowNs + _parameters.RejectPauseNs;
        }
    }

    /// <inheritdoc/>
    public void OnTimer(long timerId, StrategyContext context)
    {
    }

    /// <inheritdoc/>
    public void OnStop(StrategyContext context) => Pull(context);

    /// <summary>A request that came too late is no refusal: the order's own report is on its way.</summary>
    private static bool IsRefusal(in ExecutionReport report) => report.ExecType == ExecType.Rejected
        || (report.ExecType == ExecType.CancelReject && report.RejectReason is not (RejectReason.VenueTooLate or RejectReason.OrderClosed));

    private long Shift(long position)
    {
        long ticks = (long)Int128.Clamp((Int128)_parameters.SkewTicks * position / _parameters.Size.Raw, -1_000_000, 1_000_000);
        return ticks * _tick;
    }

    private void Place(ref Quote quote, long price, long room, StrategyContext context)
    {
        if (context.NowNs < quote.PausedUntilNs)
        {
            return;
        }

        long size = Math.Min(_parameters.Size.Raw, room);
        size -= size % _lot;
        ref TrackedOrder order = ref quote.Order;
        if (!order.IsAlive)
        {
            if (size > 0 && price > 0)
            {
                order.TrySend(context, new OrderIntent(_parameters.Instrument, quote.Side, new Price(price), new Quantity(size), TimeInForce.Gtc, ExecInst.PostOnly));
            }
        }
        else if (order.IsSteady && (size <= 0 || price <= 0))
        {
            order.TryCancel(context);
        }
        else if (order.IsSteady && Math.Abs(order.Price.Raw - price) >= _parameters.RequoteTicks * _tick)
        {
            Move(ref order, price, size, context);
        }
    }

    private void Move(ref TrackedOrder order, long price, long size, StrategyContext context)
    {
        if (_parameters.UseReplace)
        {
            order.TryReplace(context, new Price(price), new Quantity(order.CumQty.Raw + size));
        }
        else
        {
            order.TryCancel(context);
        }
    }

    private void Pull(StrategyContext context)
    {
        _bid.Order.TryCancel(context);
        _ask.Order.TryCancel(context);
    }

    private struct Quote(Side side)
    {
        public readonly Side Side = side;
        public TrackedOrder Order;
        public long PausedUntilNs;
    }
}
